#!/usr/bin/env bash
# Brings the gate's folder from the machine where the site is to the machines of gateways and Squids, and what these wrote for the site's log
# back. Runs in the foreground and looks every few seconds; which machine cannot be reached is said once, and the others do not wait for it.
# Usage: scripts/gate-copy.sh FOLDER TARGET... [--every SECONDS]
#   TARGET   as rsync knows it: root@10.0.9.1:/var/lib/lifeguard/gate, or another folder of this machine
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage='Usage: scripts/gate-copy.sh FOLDER TARGET... [--every SECONDS]'
folder='' targets=() every=2
while (($# > 0)); do
  case $1 in
    --every) every=${2:-}; [[ $every =~ ^[1-9][0-9]{0,3}$ ]] || fail "$usage"; shift ;;
    -*) fail "$usage" ;;
    *) if [[ -z $folder ]]; then folder=$1; else targets+=("${1%/}"); fi ;;
  esac
  shift
done
((${#targets[@]} > 0)) || fail "$usage"
[[ -d $folder ]] || fail "There is no folder $folder."
folder=$(realpath "$folder")
command -v rsync >/dev/null || fail "rsync is missing: apt-get install rsync"

umask 077
# Whoever owns the folder is the site, which must read all of it and take away what it has loaded.
owner=$(stat -c %U:%G "$folder")
if [[ ! -s $folder/gate.key ]]; then
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$folder/gate.key.new"
  chown "$owner" "$folder/gate.key.new"
  mv "$folder/gate.key.new" "$folder/gate.key"
fi
install -d -m 700 -o "${owner%:*}" -g "${owner#*:}" "$folder/spool"

# Nobody is asked for a password; a machine that is off is given up after five seconds. One connection serves each machine.
control=$(mktemp -d)
shell="ssh -o BatchMode=yes -o ConnectTimeout=5 -o ServerAliveInterval=5 -o ServerAliveCountMax=2 -o ControlMaster=auto -o ControlPersist=30 -o ControlPath=$control/%C"
copy() { rsync --timeout=20 --rsh="$shell" "$@"; }

# What belongs to one machine alone does not travel: its doors, its logs, the lists it took, the authority's key.
own=(/spool /squid /squid.json /lists.taken /lists.log /unfiltered.tsv /browser /evidence '/*.log' '/*.log.1' '*.new' '*.tmp' '*.compiled' '/authority.*')

bring() {
  local target=$1
  # Each file under another name until it is whole, and all of them at the end: a policy and its lists arrive together.
  copy --recursive --links --times --delay-updates --chmod=D700,F600 "${own[@]/#/--exclude=}" "$folder/" "$target/" || return 1
  # A segment has its whole name only when it is whole; what has arrived is taken away there. No spool yet is no fault.
  copy --recursive --times --remove-source-files --chown="$owner" --include='/spool/' --include='/spool/*.seg' --exclude='*' "$target/" "$folder/" || (($? == 24))
}

# shellcheck disable=SC2317 # called by the trap
finish() {
  trap '' INT TERM
  kill -- "${loops[@]}" 2>/dev/null || true
  wait
  rm -rf "$control"
  exit 143
}
loops=()
trap finish INT TERM

for target in "${targets[@]}"; do
  (
    trap - INT TERM
    well=unknown
    while true; do
      if said=$(bring "$target" 2>&1); then
        [[ $well != no ]] || say "$target is reached again."
        well=yes
      elif [[ $well != no ]]; then
        say "$target is not reached: $(tail -n 1 <<<"$said")"
        well=no
      fi
      sleep "$every"
    done
  ) &
  loops+=($!)
done
wait
