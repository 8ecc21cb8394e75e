# What is missing at start is said in one line, and heals when it comes.
newest() { pods "$1" | tail -n 1; }
says() { # SERVICE TEXT: the newest pod's log, before or after a restart, has a line with it
  local pod
  pod=$(newest "$1")
  { kn logs "$pod" --previous; kn logs "$pod"; } >"$scratch/log" 2>/dev/null
  grep -m 1 -F -- "$2" "$scratch/log"
}
kubelet_says() { kn get pod "$(newest "$1")" -o jsonpath='{.status.containerStatuses[0].state.waiting.message}' | grep -F -- "$2"; }
readiness_names() { # SERVICE TEXT: its readiness answer names what is down
  forward "pod/$(newest "$1")" "$(kn get service "$1" -o jsonpath='{.spec.ports[?(@.name=="management")].port}')" || return 1
  curl -sS -m 10 "$forwarded/q/health/ready" | tr -d ' \n' | grep -F -- "$2"
}
heals() { kn rollout status "deployment/$1" --timeout=240s; }
keep() { kn get secret "$1" -o json >"$scratch/$1.json"; }
back() { kn replace --force -f "$scratch/$1.json"; }
put() { kn create secret generic "$@" --dry-run=client -o yaml | kn replace --force -f -; }
restart() { kn rollout restart "deployment/$1" && within 60 restarted "$1"; }
restarted() { [ "$(pods "$1" | wc -l)" -gt 1 ] || [ "$(kn get pod "$(newest "$1")" -o jsonpath='{.status.phase}')" = Pending ]; }

ok "5 the suite stands" standing
keep periodical-tokens
keep periodical-content-database
keep periodical-store

kn delete secret periodical-tokens >/dev/null
restart ingest >/dev/null
ok "5 a missing secret is named" within 60 kubelet_says ingest 'secret "periodical-tokens" not found'
back periodical-tokens >/dev/null
ok "5 … and its pod heals when it comes" heals ingest

put periodical-tokens --from-literal=PERIODICAL_TOKENS_TRIAL_SHA256=nonsense --from-literal=PERIODICAL_TOKENS_TRIAL_ROLES=write >/dev/null
restart ingest >/dev/null
ok "5 a wrong token hash stops the service at its start, naming the property" within 90 says ingest 'periodical.tokens.trial.sha256'
back periodical-tokens >/dev/null
ok "5 … and its pod heals" heals ingest

put periodical-content-database --from-literal=username=postgres --from-literal=password=wrong >/dev/null
restart content >/dev/null
ok "5 a wrong password is said" within 90 says content 'password authentication failed for user'
back periodical-content-database >/dev/null
ok "5 … and its pod heals" heals content

put periodical-store --from-literal=access-key=periodical --from-literal=secret-key=wrong >/dev/null
restart media >/dev/null
ok "5 a wrong key to S3 keeps media unready, and it says why" within 90 readiness_names media '"name":"Objectstore","status":"DOWN"'
back periodical-store >/dev/null
kn delete pod "$(newest media)" --wait=false >/dev/null
ok "5 … and its pod heals" heals media

kn patch service backing-services --type=json --patch='[{"op":"remove","path":"/spec/ports/2"}]' >/dev/null
restart media >/dev/null
ok "5 without S3 at its start media is unready and names it" within 120 readiness_names media 'backing-services:9000'
kn patch service backing-services --type=json --patch='[{"op":"add","path":"/spec/ports/2","value":{"name":"s3","port":9000,"targetPort":"s3"}}]' >/dev/null
ok "5 … and media heals by itself when it comes" heals media

kn scale statefulset/backing-services --replicas=0 >/dev/null
kn wait --for=delete pod/backing-services-0 --timeout=90s >/dev/null
for service in ingest content media; do kn delete pod "$(newest $service)" --wait=false >/dev/null; done
sleep 5
ok "5 without Kafka at its start ingest is unready and names it" within 120 readiness_names ingest '"status":"DOWN"'
ok "5 without PostgreSQL at its start content waits and names it" within 120 says content 'backing-services:5432'
kn scale statefulset/backing-services --replicas=1 >/dev/null
for service in ingest content media; do
  ok "5 … and $service heals by itself when they come" heals $service
done
