# What must fail, fails; and each refusal is shown beside the same thing where it is allowed.
refused_by_pod_security() {
  ! kn run privileged --image=periodical.dev/backing-services:1.0.0 --privileged --dry-run=server >"$scratch/privileged" 2>&1 &&
    grep 'violates PodSecurity' "$scratch/privileged"
}
reaches() { runs reach "$@" >"$scratch/reach"; cat "$scratch/reach"; grep -q ' reached$' "$scratch/reach"; }
stopped() { ! reaches "$@" && grep -q ' not reached: ' "$scratch/reach"; }
missing_image() {
  kn set image deployment/content content=periodical.dev/content-service:none || return 1
  ! kn rollout status deployment/content --timeout=15s && page | grep '/media/'
}
undone() { kn rollout undo deployment/content && kn rollout status deployment/content --timeout=120s; }
# Lets pods with one label go anywhere: the proof that the others are stopped by policy and not by chance.
anywhere() {
  k apply -f - <<Y
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: prove-anywhere, namespace: $namespace}
spec:
  podSelector: {matchLabels: {app.kubernetes.io/name: anywhere}}
  policyTypes: [Egress]
  egress: [{}]
Y
}

ok "7 the suite stands" standing
forward service/content 8082 && content=$forwarded
backing="backing-services:9092 backing-services:5432 backing-services:9000"
api=kubernetes.default.svc:443
ok "7 a pod that may go anywhere reaches the API server (so that the next lines mean something)" anywhere
ok "7 … it does" within 30 reaches anywhere reach $api
# shellcheck disable=SC2086 # three words
ok "7 a pod without the right label reaches neither Kafka nor PostgreSQL nor S3" stopped anywhere reach $backing
ok "7 … nor does one of content's reach S3" stopped content reach backing-services:9000
ok "7 content does not reach the API server" stopped content reach $api
ok "7 media does not reach the API server, the metadata address or a private one" stopped media reach $api 169.254.169.254:80 10.96.0.1:443
if reaches anywhere reach "$outside" >/dev/null 2>&1; then
  ok "7 content does not reach $outside, outside of the cluster" stopped content reach "$outside"
  case $outside in
    10.* | 100.* | 172.* | 192.168.* | *:18090) ok "7 … nor does media, for its address or port is not one of the internet's" stopped media reach "$outside" ;;
    *) ok "7 … and media does" reaches media reach "$outside" ;;
  esac
else
  echo "SKIPPED: 7 content can't reach the internet: nothing here reaches $outside, so the refusal would prove nothing"
fi
ok "7 a privileged pod is refused" refused_by_pod_security
ok "7 a rollout to a missing image leaves the old pods serving" missing_image
ok "7 … and is undone" undone
kn delete networkpolicy prove-anywhere job/reach --ignore-not-found >/dev/null 2>&1
