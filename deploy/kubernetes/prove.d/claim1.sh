# The trial stands up under Pod Security `restricted` and does its work.
applies_without_a_warning() {
  trial up >"$scratch/applied" 2>&1 || { cat "$scratch/applied"; return 1; }
  ! grep -i warning "$scratch/applied"
}
under_two_minutes() { [ $(($SECONDS - $1)) -lt 120 ] || { echo "took $(($SECONDS - $1)) s"; false; }; }
every_picture_is_served() {
  local paths
  paths=$(page | grep -o '<img src="[^"]*/media/[0-9a-f]*"' | sed 's#.*\(/media/[0-9a-f]*\)"#\1#')
  [ "$(echo "$paths" | wc -l)" = 3 ] || { page; return 1; }
  for path in $paths; do
    curl -sS -m 10 -o /dev/null -w '%{http_code} %{content_type}\n' "$media$path" | grep '^200 image/' || return 1
  done
}
missing_picture_says_why() {
  curl -sS -m 10 "$content/read/95740e76-f794-589b-a974-1bc392d1d028" | grep not-found
}
logs_are_json() {
  local lines
  lines=$(kn logs "deployment/$1" --tail=200)
  [ -n "$lines" ] && ! echo "$lines" | grep -v '^{.*}$'
}
metrics_answer() { curl -sS -m 10 "$1/q/metrics" | grep '^periodical_'; }

trial down --volume >/dev/null 2>&1
since=$SECONDS
ok "1 trial applies into an empty namespace under restricted, without a warning" applies_without_a_warning
ok "1 all is ready in under two minutes" under_two_minutes $since
ok "1 the demo articles are accepted and their pictures settle" trial up --demo
forward service/content 8082 && content=$forwarded
forward service/media 8083 && media=$forwarded
ok "1 the page shows three kept pictures through the Service" every_picture_is_served
ok "1 the page of the lost picture says why" missing_picture_says_why
for service in ingest content media; do
  ok "1 every line of $service's log is JSON" logs_are_json $service
  forward service/$service "$(kn get service $service -o jsonpath='{.spec.ports[?(@.name=="management")].port}')" &&
    ok "1 $service's metrics answer" metrics_answer "$forwarded"
done
