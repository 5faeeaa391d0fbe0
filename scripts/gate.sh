#!/usr/bin/env bash
# Runs the gate in the foreground: the gateway, and Squid with the configuration that the gateway's program writes. Ctrl-C ends both.
# What crashes is started again; while it is away, pages stay closed.
# Usage: scripts/gate.sh FOLDER [--site URL] [--lists PATH]... [--compiled] [--decrypt] [--only gateway|squid] [-- SETTINGS]
#   --compiled  policy, lists and keys come from another machine (scripts/gate-copy.sh): nothing is made or compiled here
#   --only      one of the two, where they stand on different machines
#   SETTINGS    further settings of the gateway, such as --Gateway:Icap=10.0.9.2:1344
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage="Usage: scripts/gate.sh FOLDER [--site URL] [--lists PATH]... [--compiled] [--decrypt] [--only gateway|squid] [-- SETTINGS]"
folder=${1:-}
[[ -n $folder && $folder != --* ]] || fail "$usage"
shift
site='' decrypt=() only='' compiled=no icap=127.0.0.1:1344
lists=() settings=()
while (($# > 0)); do
  case $1 in
    --only) only=${2:-}; [[ $only = gateway || $only = squid ]] || fail "$usage"; shift ;;
    --)
      shift
      settings=("$@")
      for setting in "$@"; do [[ $setting != --Gateway:Icap=* ]] || icap=${setting#*=}; done
      break
      ;;
    --site) site=${2:-}; shift ;;
    --lists) [[ -e ${2:-} ]] || fail "There are no lists at ${2:-}."; lists+=("$(realpath "$2")"); shift ;;
    --compiled) compiled=yes ;;
    --decrypt) decrypt=(--decrypt) ;;
    *) fail "$usage" ;;
  esac
  shift
done

# True for what is to run here.
here() { [[ -z $only || $only = "$1" ]]; }

# A service opens with what was built: whoever waits for a build, or for the network that it needs, has closed pages meanwhile.
keep=()
[[ ${SYSTEMD_EXEC_PID:-} != "$$" ]] || keep=(--keep)
published=$("$root/scripts/publish.sh" gateway "${keep[@]}")
gateway_program=$published/Lifeguard.Gateway
if here squid; then
  [[ $installed = yes ]] || "$root/scripts/needs.sh" gate
  squid_program=$(PATH=$PATH:/usr/sbin:/sbin command -v squid) || fail "Squid is missing: scripts/needs.sh gate"
fi

umask 077
mkdir -p "$folder"
folder=$(realpath "$folder")
if [[ $compiled = yes ]]; then
  # What comes from another machine is waited for: the demonstration's policy is no school's.
  needed=(policy.yml lists gate.key)
  ! here gateway || needed+=(lists.snapshot)
  ! here squid || needed+=(squid.json)
  for name in "${needed[@]}"; do
    [[ -e $folder/$name ]] || fail "There is no $name in $folder yet. It is copied there by scripts/gate-copy.sh; squid.json is each Squid's own, and written here."
  done
fi
# What somebody changed here is kept; what is missing comes from the demonstration.
for name in policy.yml squid.json never-decrypt.txt check.tsv lists; do
  [[ -e $folder/$name ]] || cp -r "$root/demo/gate/$name" "$folder/$name"
done

# What the site and Squid's helper show the gateway, to be heard by it.
[[ -s $folder/gate.key ]] || od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$folder/gate.key"

# A list that lost most of its entries does not load: the last one stays, and somebody is told. A Squid alone needs none.
compile_lists() {
  # What was half made when somebody ended it; a younger one may be still at work.
  find "$folder" -maxdepth 1 -name 'lists.snapshot.*.compiled*' -mmin +60 -delete
  # Whoever browses goes first.
  nice -n 10 "$gateway_program" lists "$folder/lists.snapshot" "$folder/lists" "${lists[@]}" >"$folder/lists.log" 2>&1 &
  wait "$!" && return 0
  tail -n 5 "$folder/lists.log" >&2
  [[ ! -f $folder/lists.snapshot ]] || say "The lists of before stay in force."
  return 1
}
if here gateway && [[ ! -f $folder/lists.snapshot ]]; then
  compile_lists || fail "Without lists the gate does not open."
  compiled=yes
fi

if ((${#decrypt[@]} > 0)) && [[ ! -f $folder/authority.pem ]]; then
  "$gateway_program" certificate "$folder" "$(sed -n 's/^school: *//p' "$folder/policy.yml" | head -n 1)" >&2
fi

# Squid's user must reach its files, so they never lie below somebody's own folder when root starts it.
if [[ $EUID -eq 0 ]]; then
  id=$(printf '%s' "$folder" | sha256sum | cut -c1-8)
  squid_folder=/var/lib/lifeguard/gate-$id
  mkdir -p /var/lib/lifeguard
  chmod 711 /var/lib/lifeguard
  mkdir -p "$squid_folder"
  chmod 755 "$squid_folder"
else
  squid_folder=$folder/squid
fi
# Written, and looked through by the linter: with a fault nothing starts.
written=''
! here squid || written=$("$gateway_program" squid write "$folder/squid.json" "$squid_folder" "${decrypt[@]}") || fail "Squid was not started."
configuration=$(sed -n 's/^configuration //p' <<<"$written")
name=$(sed -n 's/^name //p' <<<"$written")
squid_work=$(dirname "$(sed -n 's/^log //p' <<<"$written")")
if [[ -z $only ]] && ! grep -qxF "gateway $icap" <<<"$written"; then
  fail "Squid would ask $(sed -n 's/^gateway //p' <<<"$written" | paste -sd ' '), and the gateway here listens at $icap. Say the same in squid.json and with -- --Gateway:Icap=ADDRESS:PORT"
fi

gateway='' squid='' watch='' compiling='' keeping='' site_option=()
# The second is asked only where squid.json says signIn, and says no until the site says Lifeguard__Gate__SignIn.
[[ -z $site ]] || site_option=("--Gateway:Site=$site" "--Gateway:SignIn=${site%/}/gate/sign-in")
# Once a minute somebody asks through each door for what must be blocked; twice not blocked is a fault in the health.
probes=() number=0
while read -r door at; do
  probes+=("--Gateway:Probes:$number:Name=$door" "--Gateway:Probes:$number:Proxy=http://$at" "--Gateway:Probes:$number:Url=http://adult.lifeguard.example/" "--Gateway:Probes:$number:Expected=blocked")
  number=$((number + 1))
done < <(grep -E '^(pupils|staff) ' <<<"$written")

# shellcheck disable=SC2317 # called by the trap
finish() {
  local code=$? pid tries
  trap '' INT TERM HUP
  trap - EXIT
  # Squid first: what would be asked after that is closed.
  for pid in $squid $gateway $watch $compiling $keeping; do
    kill -TERM "$pid" 2>/dev/null || continue
    for ((tries = 0; tries < 100; tries++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# True when something takes connections on an address and port.
answers() {
  local host=${1%:*}
  (exec 3<>"/dev/tcp/${host//[\[\]]/}/${1##*:}") 2>/dev/null
}
wait_for() {
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    answers "$1" && return 0
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}

start_gateway() {
  "$gateway_program" serve "--Gateway:Folder=$folder" "${site_option[@]}" "${probes[@]}" "${settings[@]}" </dev/null >>"$folder/gateway.log" 2>&1 &
  gateway=$!
  wait_for "$icap" "$gateway"
}

# Squid writes its logs for as long as it runs. Told to, it begins new ones and keeps ten of the old: half a gigabyte of each at most.
keep_logs_short() {
  local log never
  # A minute is waited for without a process that somebody would have to end.
  exec {never}<> <(:)
  while ! read -rt 60 -u "$never" && kill -0 "$1" 2>/dev/null; do
    for log in access squid; do
      (($(stat -c %s "$squid_work/$log.log" 2>/dev/null || echo 0) < 50000000)) || { kill -USR1 "$1"; break; }
    done
  done
}

start_squid() {
  local at
  [[ -z $keeping ]] || kill "$keeping" 2>/dev/null || true
  "$squid_program" -N -n "$name" -f "$configuration" </dev/null >>"$folder/squid.log" 2>&1 &
  squid=$!
  while read -r _ at; do
    wait_for "$at" "$squid" || return 1
  done < <(grep -E '^(pupils|staff) ' <<<"$written")
  keep_logs_short "$squid" &
  keeping=$!
}

# Ends what would not be opened at the pupils' door now, and notes minutes without a filter at the staff's. Without it pages are judged all the same.
start_watch() {
  "$gateway_program" squid watch "$folder/squid.json" </dev/null >>"$folder/watch.log" 2>&1 &
  watch=$!
}

while read -r _ at; do
  ! answers "$at" || fail "Something else takes connections at $at. Choose another port in $folder/squid.json."
done < <(grep -E '^(pupils|staff) ' <<<"$written")
! here gateway || ! answers "$icap" || fail "Something else takes connections at $icap, where the gateway would."

for log in gateway squid watch; do
  if [[ $log = gateway ]]; then here gateway || continue; else here squid || continue; fi
  [[ ! -f $folder/$log.log ]] || mv "$folder/$log.log" "$folder/$log.log.1"
done
# The gateway first: Squid, when it finds none at its start, asks again after half a minute only.
if here gateway; then
  # A list that the policy names since the last start is in none of the lists of before.
  start_gateway || { ! kill -0 "$gateway" 2>/dev/null && [[ $compiled = no ]] && compile_lists && compiled=yes && start_gateway; } || {
    tail -n 10 "$folder/gateway.log" >&2
    fail "The gateway did not start. Its log is in $folder/gateway.log"
  }
fi
if here squid; then
  start_squid || { tail -n 10 "$folder/squid.log" "$(sed -n 's/^log //p' <<<"$written")" >&2; fail "Squid did not start."; }
  start_watch
fi

if here squid; then
  pupils=$(sed -n 's/^pupils //p' <<<"$written" | head -n 1)
  staff=$(sed -n 's/^staff //p' <<<"$written" | head -n 1)
  browser=(chromium "--user-data-dir=$folder/browser" "--proxy-server=http://$pupils" --disable-quic --no-first-run)
  [[ $EUID -ne 0 ]] || browser+=(--no-sandbox)
  if ((${#decrypt[@]} > 0)); then
    print=$(openssl x509 -in "$folder/authority.crt" -pubkey -noout 2>/dev/null | openssl pkey -pubin -outform der 2>/dev/null | openssl dgst -sha256 -binary | base64) || print=''
    [[ -z $print ]] || browser+=("--ignore-certificate-errors-spki-list=$print")
  fi
  printf 'The gate is open: pupils at %s%s\n' "$pupils" "${staff:+, staff at $staff}"
  printf 'A browser through it:\n  %s\n' "${browser[*]} http://adult.lifeguard.example/"
else
  printf 'The gateway takes questions at %s\n' "$icap"
fi

# Lists lie there already, so nobody waits until they are compiled anew; the gateway takes the new ones up by itself.
if here gateway && [[ $compiled = no ]]; then
  {
    trap 'kill "$!" 2>/dev/null || true; exit 143' TERM
    compile_lists
  } &
  compiling=$!
fi

# False for what has ended; what was never started here has not.
runs() { [[ -z $1 ]] || kill -0 "$1" 2>/dev/null; }

again=0 watch_again=0
while true; do
  code=0
  wait -n ${gateway:+"$gateway"} ${squid:+"$squid"} ${watch:+"$watch"} || code=$?
  if [[ -n $watch ]] && ! kill -0 "$watch" 2>/dev/null; then
    watch=''
    if ((++watch_again <= 20)); then start_watch; else say "Old tunnels are not ended any more, and minutes without a filter not counted. The log is in $folder/watch.log"; fi
    sleep 1
    ! runs "$gateway" || ! runs "$squid" || continue
  fi
  ((++again <= 20)) || fail "The gate fell over twenty times; it stays closed. Logs are in $folder"
  sleep 1
  if ! runs "$gateway"; then
    say "The gateway ended (exit code $code) and is started again. Until then pages stay closed."
    start_gateway || fail "The gateway does not come back. Its log is in $folder/gateway.log"
  fi
  if ! runs "$squid"; then
    say "Squid ended (exit code $code) and is started again."
    start_squid || fail "Squid does not come back. Its log is in $folder/squid.log"
  fi
done
