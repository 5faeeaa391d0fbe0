#!/usr/bin/env bash
# The gate beside its peers: installs the peers, makes the data and the peers' configurations, measures.
# Usage: scripts/bench-gate.sh filter|gate [--lists DIR] [--short]      called by ./bench
# DIR holds lists as <category>.domains.gz and <category>.urls.gz; LIFEGUARD_LISTS says it once for all.
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

what=$1
shift
lists=${LIFEGUARD_LISTS:-} rest=()
while (($# > 0)); do
  case $1 in
    --lists) lists=${2:-}; shift ;;
    *) rest+=("$1") ;;
  esac
  shift
done

work=$root/artifacts/bench/gate
data=$work/data
tools=$work/tools
mkdir -p "$work" "$tools"

[[ $EUID -eq 0 ]] || fail "Peers are installed and started as users of their own: run ./bench $what as root."
command -v python3 >/dev/null || fail "python3 makes the data. Install it, then try again."

# No peer may start a service of its own when its package is installed.
install_peers() {
  local policy=/usr/sbin/policy-rc.d made=no log
  log=$work/install.log
  [[ -e $policy ]] || { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && made=yes; }
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends squidguard squid-openssl e2guardian nginx-light unbound libhyperscan-dev gcc libc6-dev; } >"$log" 2>&1 ||
    { tail -n 10 "$log" >&2; fail "The peers could not be installed; all that was said is in $log"; }
  [[ $made = no ]] || rm "$policy"
}
for program in squidGuard squid e2guardian nginx unbound gcc; do
  command -v "$program" >/dev/null || PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || { say "Installing the peers"; install_peers; break; }
done
[[ -e /usr/include/hs/hs.h ]] || install_peers

for tool in load icap204; do [[ -x $tools/$tool ]] || gcc -O2 -w -o "$tools/$tool" "$root/perf/Gate/$tool.c"; done
[[ -x $tools/hs ]] || gcc -O2 -w -o "$tools/hs" "$root/perf/Gate/hs.c" -lhs

if [[ ! -s $data/sizes.tsv ]]; then
  [[ -d $lists ]] || fail "Real lists are needed once: ./bench $what --lists DIR, where DIR holds <category>.domains.gz files."
  say "Making the addresses (a minute)"
  python3 "$root/perf/Gate/gen.py" "$lists" "$data"
fi
[[ -s $work/pages/p00.html ]] || python3 "$root/perf/Gate/pages.py" "$work/pages"

# squidGuard with one list, its best case, and with a list for each category, as a school runs it.
if [[ ! -s $work/sg/full.conf ]]; then
  rm -rf "$work/sg"
  mkdir -p "$work/sg/log" "$work/sg/one/all"
  LC_ALL=C sort -u -m "$data"/full/*/domains >"$work/sg/one/all/domains"
  LC_ALL=C sort -u "$data"/full/*/urls >"$work/sg/one/all/urls"
  cp -r "$data/full" "$work/sg/full"
  printf 'dbhome %s/sg/one\nlogdir %s/sg/log\ndest c_all {\n domainlist all/domains\n urllist all/urls\n}\nacl {\n default {\n pass !c_all all\n redirect http://127.0.0.1/blocked?t=%%t\n }\n}\n' "$work" "$work" >"$work/sg/one.conf"
  {
    printf 'dbhome %s/sg/full\nlogdir %s/sg/log\n' "$work" "$work"
    pass=
    for folder in "$work"/sg/full/*/; do
      name=$(basename "$folder") safe=c_${name//-/_}
      safe=${safe//./_} pass="$pass !$safe"
      printf 'dest %s {\n' "$safe"
      [[ ! -s $folder/domains ]] || printf ' domainlist %s/domains\n' "$name"
      [[ ! -s $folder/urls ]] || printf ' urllist %s/urls\n' "$name"
      printf '}\n'
    done
    printf 'acl {\n default {\n pass %s all\n redirect http://127.0.0.1/blocked?t=%%t\n }\n}\n' "$pass"
  } >"$work/sg/full.conf"
fi
for kind in warm cold; do
  [[ -s $work/$kind.in ]] || awk '{print $0 " 127.0.0.1/- - GET"}' "$data/$kind.txt" >"$work/$kind.in"
done

LIFEGUARD_PUBLISHED_CLI=$("$root/scripts/publish.sh" cli)
LIFEGUARD_PUBLISHED_GATEWAY=$("$root/scripts/publish.sh" gateway)
export LIFEGUARD_PUBLISHED_CLI LIFEGUARD_PUBLISHED_GATEWAY
export LIFEGUARD_BENCH_DATA=$data LIFEGUARD_BENCH_WORK=$work LIFEGUARD_BENCH_TOOLS=$tools
exec dotnet run --configuration Release --project "$root/perf/Lifeguard.GateBenchmarks" -- "$what" "${rest[@]}"
