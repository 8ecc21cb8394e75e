# Applying changes nothing a second time; deleting leaves the volume alone.
leaves_only_the_volume() {
  local kinds left
  trial down || return 1
  kinds=$(k api-resources --namespaced --verbs=list -o name | grep -v -e '^events' -e metrics.k8s.io | paste -sd, -)
  within 90 nothing_but_the_volume "$kinds" || { echo "$left"; return 1; }
}
# What every namespace has, what `trial up` made for itself, and the volume.
nothing_but_the_volume() {
  left=$(kn get "$1" -o name 2>/dev/null | grep -v -e '^configmap/kube-root-ca.crt$' -e '^serviceaccount/default$' \
    -e '^secret/periodical-' -e '^persistentvolumeclaim/data-backing-services-0$')
  [ -z "$left" ] && kn get persistentvolumeclaim data-backing-services-0 >/dev/null
}

ok "6 the suite stands" standing
ok "6 kubectl diff after apply is empty" k diff -k "$here/overlays/trial"
ok "6 kubectl delete -k leaves nothing but the volume" leaves_only_the_volume
ok "6 and the volume still has the articles" standing
