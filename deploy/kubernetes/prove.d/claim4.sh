# A backup brings everything back after the backing volume is gone.
with_vault() {
  k apply -k "$here/prove.d/vault" || return 1
  for workload in statefulset/vault statefulset/backing-services deployment/ingest deployment/content deployment/media; do
    kn rollout status $workload --timeout=180s || return 1
  done
}
job_from() { kn create job "$2" "--from=cronjob/$1" && finished "$2" 300; }
# What readers and operators see: the articles, the state of every picture, and a page as it stands.
everything() {
  curl -sS -m 10 "$content/articles?limit=100" || return 1
  for state in stored failed waiting; do curl -sS -m 10 "$media/pictures?state=$state&limit=100" || return 1; done
  page
}
doors() { forward service/content 8082 && content=$forwarded && forward service/media 8083 && media=$forwarded; }
volume_lost() {
  trial down && kn delete persistentvolumeclaim data-backing-services-0 --wait --timeout=60s
}
scaled() {
  kn scale deployment/content deployment/media "--replicas=$1" || return 1
  if [ "$1" = 0 ]; then
    kn wait --for=delete pod -l 'app.kubernetes.io/name in (content,media)' --timeout=60s
  else
    kn rollout status deployment/content --timeout=120s && kn rollout status deployment/media --timeout=120s
  fi
}
same() { everything >"$scratch/after" && cmp "$scratch/before" "$scratch/after"; }

ok "4 the suite stands" standing
ok "4 … with a second bucket on a volume of its own" with_vault
doors
everything >"$scratch/before"
ok "4 a backup is made from the CronJob" job_from backup "backup-$(date +%s)"
sed -n '/^backup/s/^/    /p' "$scratch/said"
ok "4 everything is deleted, with its volume" volume_lost
ok "4 it comes up empty" with_vault
doors
ok "4 … with no article" test "$(curl -sS -m 10 "$content/articles" | grep -c '"id"')" = 0
ok "4 content and media rest" scaled 0
ok "4 a Job from the restore CronJob brings it back" job_from restore "restore-$(date +%s)"
sed -n '/^restored/s/^/    /p' "$scratch/said"
ok "4 content and media work again" scaled 1
doors
ok "4 the same articles, the same pictures, the same page" within 60 same
kn delete statefulset/vault service/vault networkpolicy/vault networkpolicy/backup-vault >/dev/null 2>&1
k delete -n "$namespace" persistentvolumeclaim data-vault-0 >/dev/null 2>&1
