# Two replicas each; every service is rolled while posts arrive.
rolled() { kn rollout restart "deployment/$1" && kn rollout status "deployment/$1" --timeout=180s; }
two_of_each() {
  kn scale deployment/ingest deployment/content deployment/media --replicas=2 || return 1
  for service in ingest content media; do
    kn rollout status deployment/$service --timeout=180s || return 1
  done
}

ok "2 the suite stands" standing
ok "2 two replicas of each service are ready" two_of_each
ok "2 $rate posts a second begin" launch rolling demo load "--prefix=rolling-$(date +%s)" "--rate=$rate" --seconds=120 --most-attempts=2
sleep 10
for service in ingest content media; do
  ok "2 $service is rolled meanwhile" rolled $service
done
ok "2 no post was refused twice, none is lost or doubled, every picture is kept" finished rolling 600
sed 's/^/    /' "$scratch/said"
kn scale deployment/ingest deployment/content deployment/media --replicas=1 >/dev/null
