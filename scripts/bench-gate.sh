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

# What stands around Squid: a small origin, and a name server that answers everything at once (Squid asks for every name it sees, and
# slows to a crawl where nobody answers). e2guardian as it is packaged, with empty lists and with ours.
make_ring() {
  local ring=$work/ring kind
  [[ ! -s $ring/ready ]] || return 0
  rm -rf "$ring"
  mkdir -p "$ring/html" "$ring/squid" "$ring/e2"
  head -c 1200 /dev/zero | tr '\0' x >"$ring/html/small.txt"
  cat >"$ring/nginx.conf" <<N
worker_processes 1; daemon off; pid $ring/nginx.pid; error_log $ring/nginx.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 100000000; keepalive_timeout 600; large_client_header_buffers 8 32k;
 server { listen 127.0.0.1:18080; root $ring/html; default_type image/jpeg;
  location / { add_header X-Origin 1; add_header Cache-Control no-store; error_page 405 =200 /small.txt; rewrite ^ /small.txt break; } } }
N
  cat >"$ring/unbound.conf" <<N
server:
 interface: 127.0.0.1
 port: 53
 do-daemonize: no
 username: ""
 chroot: ""
 pidfile: ""
 directory: "$ring"
 use-syslog: no
 logfile: "$ring/unbound.log"
 local-zone: "." redirect
 local-data: ". 3600 IN A 127.0.0.1"
remote-control:
 control-enable: no
N
  cat >"$ring/squid/common.conf" <<N
http_port 127.0.0.1:13128
pid_filename none
cache_log $ring/squid/cache.log
access_log none
cache_store_log none
cache deny all
cache_mem 8 MB
coredump_dir $ring/squid
cache_effective_user proxy
shutdown_lifetime 1 seconds
pinger_enable off
max_filedescriptors 8192
cache_peer 127.0.0.1 parent 18080 0 no-query no-digest default name=o
never_direct allow all
dns_nameservers 127.0.0.1
ipcache_size 4096
http_access allow all
N
  cp "$ring/squid/common.conf" "$ring/squid/plain.conf"
  for kind in icap204:11999 ours:11345 e2:11344; do
    { cat "$ring/squid/common.conf"; printf 'icap_enable on\nicap_service s1 reqmod_precache icap://127.0.0.1:%s/request bypass=0\nadaptation_access s1 allow all\nadaptation_send_client_ip on\n' "${kind##*:}"; } >"$ring/squid/${kind%%:*}.conf"
  done
  # As our own configuration says it: to a Squid a page's end comes a moment behind the page.
  printf 'adaptation_meta X-Filter-Port pupils all\n' >>"$ring/squid/ours.conf"
  { cat "$ring/squid/common.conf"; printf 'url_rewrite_program /usr/bin/squidGuard -c %s/sg/full.conf\nurl_rewrite_children 4 startup=4 idle=4\nurl_rewrite_host_header off\n' "$work"; } >"$ring/squid/squidguard.conf"

  cp -r /usr/share/e2guardian/languages "$ring/e2/languages"
  printf '<html><body><h1>Access Denied</h1><p>-URL-</p><p>-REASONGIVEN-</p></body></html>' >"$ring/e2/languages/ukenglish/template.html"
  for kind in full scan; do
    cp -r /etc/e2guardian "$ring/e2/$kind"
    grep -rl /etc/e2guardian "$ring/e2/$kind" | xargs sed -i "s|/etc/e2guardian|$ring/e2/$kind|g"
    sed -i "s|^#icapport.*|icapport = 11344|; s|^#proxyip.*|proxyip = 127.0.0.1|; s|^#proxyport.*|proxyport = 18080|; s|^filterip =.*|filterip = 127.0.0.1|; s|^filterports.*|filterports = 18090|; s|^nodaemon.*|nodaemon = on|; s|^#dockermode.*|dockermode = on|; s|^transparenthttpsport.*||; s|^checkip.*||; s|^loglevel.*|loglevel = 0|; s|^httpworkers.*|httpworkers = 100|; s|^#daemonuser.*|daemonuser = 'proxy'|; s|^#daemongroup.*|daemongroup = 'proxy'|; s|^#pidfilename.*|pidfilename = '$ring/e2/e2.pid'|; s|^#loglocation.*|loglocation = '$ring/e2/access.log'|; s|^languagedir.*|languagedir = '$ring/e2/languages'|" "$ring/e2/$kind/e2guardian.conf"
    : >"$ring/e2/$kind/lists/bannedextensionlist"
  done
  sed -i 's/^naughtynesslimit.*/naughtynesslimit = 5000/' "$ring/e2/scan/e2guardianf1.conf"
  { echo '#listcategory: "All"'; cat "$work/sg/one/all/domains"; } >"$ring/e2/full/lists/bannedsitelist"
  { echo '#listcategory: "All"'; cat "$work/sg/one/all/urls"; } >"$ring/e2/full/lists/bannedurllist"
  seq 1 1000 | sed 's|.*|http://site&.example.org/page/&.html|' >"$ring/clean.txt"
  chown -R proxy:proxy "$ring" "$work/sg"
  : >"$ring/ready"
}

LIFEGUARD_PUBLISHED_CLI=$("$root/scripts/publish.sh" cli)
LIFEGUARD_PUBLISHED_GATEWAY=$("$root/scripts/publish.sh" gateway)
export LIFEGUARD_PUBLISHED_CLI LIFEGUARD_PUBLISHED_GATEWAY
export LIFEGUARD_BENCH_DATA=$data LIFEGUARD_BENCH_WORK=$work LIFEGUARD_BENCH_TOOLS=$tools
dotnet build --configuration Release "$root/perf/Lifeguard.GateBenchmarks" -v q -clp:NoSummary >&2
bench=$root/perf/Lifeguard.GateBenchmarks/bin/Release/net10.0/Lifeguard.GateBenchmarks
if [[ $what = gate ]]; then
  make_ring
  # squidGuard's databases are what its children open; without them each would read its lists as text for half a minute.
  if [[ -z $(find "$work/sg/full" -name domains.db -print -quit) ]]; then say "squidGuard makes its databases"; squidGuard -c "$work/sg/full.conf" -C all >/dev/null 2>&1; chown -R proxy:proxy "$work/sg"; fi
  # e2guardian listens on every address of the machine, so the ring has a network of its own.
  exec unshare -n sh -c "ip link set lo up && exec '$bench' gate ${rest[*]:-}"
fi
exec "$bench" "$what" "${rest[@]}"
