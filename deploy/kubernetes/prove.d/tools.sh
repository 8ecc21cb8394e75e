# Read by ../prove: what the claims share.
namespace=periodical
passed=0
failed=0

k() { kubectl "${context[@]}" "$@"; }
kn() { k -n "$namespace" "$@"; }
trial() { "$here/trial" "${context[@]}" "$@"; }

# ok CLAIM COMMAND...: the command must succeed; what it said is shown when it does not
ok() {
  local claim=$1
  shift
  if "$@" >"$scratch/said" 2>&1; then
    passed=$((passed + 1))
    echo "ok: $claim"
  else
    failed=$((failed + 1))
    echo "FAILED: $claim"
    tail -n 20 "$scratch/said" | sed 's/^/    /'
  fi
}

# within SECONDS COMMAND...: succeeds as soon as the command does
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 1
  done
}

# A suite that is up and has the demo's articles, whatever a claim before left behind.
standing() {
  trial up --demo >"$scratch/up" 2>&1 || { tail -n 20 "$scratch/up"; return 1; }
}

# forward RESOURCE PORT: sets `forwarded` to a local address that leads there until prove ends
forward() {
  local said=$scratch/forward-$RANDOM pid
  kn port-forward "$1" ":$2" >"$said" 2>&1 &
  pid=$!
  forwards+=("$pid")
  within 20 grep -q '^Forwarding from 127' "$said" || { cat "$said" >&2; return 1; }
  forwarded=http://$(sed -n 's/^Forwarding from \(127[^ ]*\) .*/\1/p' "$said")
}

# runs NAME LABEL WORD...: the prover's program as a Job with that name label; its output, and its success
runs() {
  local name=$1 label=$2
  shift 2
  kn delete job "$name" --ignore-not-found --wait >/dev/null 2>&1
  launch "$name" "$label" "$@" || return 1
  finished "$name" 900
}

# The image, flags and security of the demo's own Job, with other words.
launch() {
  local name=$1 label=$2 words=
  shift 2
  for word in "$@"; do words="$words, \"$word\""; done
  sed -e "s/^  name: demo$/  name: $name/" \
    -e "s#app.kubernetes.io/name: demo,#app.kubernetes.io/name: $label,#" \
    -e "s/^  backoffLimit: .*/  backoffLimit: 0/" \
    -e "s/requests: {cpu: 20m/requests: {cpu: 200m/" \
    -e "s#periodical-local.jar, demo\]#periodical-local.jar$words]#" "$here/overlays/trial/demo.yaml" |
    k apply -f - >/dev/null
}

# finished NAME SECONDS: waits for a Job's end, prints what it said
finished() {
  within "$2" ended "$1"
  kn logs "job/$1" --tail=-1 2>&1
  [ "$(kn get job "$1" -o jsonpath='{.status.succeeded}')" = 1 ]
}
ended() { [ -n "$(kn get job "$1" -o jsonpath='{.status.conditions[?(@.status=="True")].type}')" ]; }

# The pods of a service that are not on their way out, newest last.
pods() {
  kn get pods -l "app.kubernetes.io/name=$1" --sort-by=.metadata.creationTimestamp \
    -o go-template='{{range .items}}{{if not .metadata.deletionTimestamp}}{{.metadata.name}}{{"\n"}}{{end}}{{end}}'
}

# The demo article with three pictures: its page as content serves it.
page() { curl -sS -m 10 "$content/read/25776eca-5863-51a5-a532-97f901ba5b58"; }
