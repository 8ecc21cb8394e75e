# Pods are deleted at random, without grace, while posts arrive.
kill_for() {
  local end=$((SECONDS + $1)) victim killed=0
  while [ $SECONDS -lt $end ]; do
    victim=$(kn get pods -l 'app.kubernetes.io/name in (ingest,content,media,backing-services)' -o name | shuf -n 1)
    kn delete "$victim" --grace-period=0 --force >/dev/null 2>&1 && killed=$((killed + 1)) && echo "deleted $victim"
    sleep $((5 + RANDOM % 10))
  done
  # Not left to chance.
  kn delete pod backing-services-0 --grace-period=0 --force >/dev/null 2>&1 && killed=$((killed + 1))
  echo "$killed pods deleted"
}

ok "3 the suite stands" standing
quarter=$((rate / 4 > 0 ? rate / 4 : 1))
ok "3 $quarter posts a second begin" launch killing demo load "--prefix=killing-$(date +%s)" "--rate=$quarter" "--seconds=$((minutes * 60 + 20))" --settle=420
sleep 5
ok "3 pods are deleted at random for $minutes minutes, the backing pod too" kill_for $((minutes * 60))
sed -n '$s/^/    /p' "$scratch/said"
ok "3 every accepted article is there once, with its picture kept" finished killing 1200
sed 's/^/    /' "$scratch/said"
