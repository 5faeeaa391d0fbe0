#!/usr/bin/env bash
# Machines on this machine, to try what a technician types: each is started by systemd and has processes, network, host name and a disk of
# its own. The disk shows this machine's files, and what is written there stays in memory until the machine is removed. As root, for tests.
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage, as root:
  scripts/machines.sh boot NAME ADDRESS/BITS...   starts a machine; off and booted again it has its disk and its addresses still
  scripts/machines.sh type NAME COMMAND...        types a command there (none: a shell)
  scripts/machines.sh pid NAME                    its process 1, as this machine numbers it
  scripts/machines.sh cut NAME | mend NAME        takes its network cable out, and puts it in again: nothing arrives, and nobody is told
  scripts/machines.sh off NAME                    ends all of it at once, as when the power fails
  scripts/machines.sh remove NAME...              and its disk; without names all machines and their network
  scripts/machines.sh list
They reach each other and nothing else. Nothing of this machine's own is changed.
USAGE
}
fail() { printf '%s\n' "$*" >&2; exit 1; }

place=${LIFEGUARD_MACHINES:-/var/tmp/lifeguard-machines}
switch=lg-switch

[[ ${1:-} != --help && ${1:-} != -h && $# -gt 0 ]] || { usage; exit 0; }
[[ $EUID -eq 0 ]] || fail "This needs root."
what=$1 name=${2:-}
shift $(($# < 2 ? $# : 2))
[[ $what = list || $what = remove || $name =~ ^[a-z][a-z0-9-]{0,9}$ ]] || { usage >&2; exit 2; }

# Whatever runs in a machine is in its group, and ends with it.
group_of() {
  local mounted
  mounted=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts)
  [[ -n $mounted ]] || fail "This machine has no control groups of version 2, so nothing could be ended together."
  printf '%s\n' "$mounted/lifeguard-$1"
}

pid_of() {
  local pid
  pid=$(cat "$place/$1/pid" 2>/dev/null) || return 1
  # Numbers of processes are used again: only one that lives in the machine's own network is it.
  [[ -e /proc/$pid && $(stat -Lc %i "/proc/$pid/ns/net") = "$(stat -Lc %i "/run/netns/lg-$1")" ]] && printf '%s\n' "$pid"
}

# The switch is a machine without processes, so that none of its wires ends here.
lay_wire() {
  [[ -e /run/netns/$switch ]] || {
    ip netns add "$switch"
    ip -n "$switch" link add bridge type bridge
    ip -n "$switch" link set bridge up
  }
  [[ ! -e /run/netns/lg-$name ]] || return 0
  ip netns add "lg-$name"
  ip -n "lg-$name" link set lo up
  ip -n "$switch" link add "$name" type veth peer name eth0 netns "lg-$name"
  ip -n "$switch" link set "$name" master bridge
  ip -n "$switch" link set "$name" up
  ip -n "lg-$name" link set eth0 up
  local address
  for address in "$@"; do ip -n "lg-$name" address add "$address" dev eth0; done
}

lay_disk() {
  local disk=$place/$name/disk unit
  mkdir -p "$disk"
  if ! mountpoint -q "$disk"; then
    # So much and no more: what one machine writes must not take the memory of all.
    mount -t tmpfs -o size=2g tmpfs "$disk"
    mkdir -p "$disk/upper/etc/systemd/system" "$disk/work" "$disk/root"
    # What runs on this machine does not run there until somebody starts it.
    for unit in postgresql.service squid.service nginx.service; do ln -s /dev/null "$disk/upper/etc/systemd/system/$unit"; done
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$disk/upper/etc/machine-id"
    printf '%s\n' "$name" >"$disk/upper/etc/hostname"
    printf '127.0.0.1 localhost\n::1 localhost\n127.0.1.1 %s\n' "$name" >"$disk/upper/etc/hosts"
  fi
  if ! mountpoint -q "$disk/root"; then
    # Whose home this is here is nobody's business there: a device without a number hides what lies below, and an empty folder takes its place.
    [[ -e $disk/upper/root ]] || mknod "$disk/upper/root" c 0 0
    mount -t overlay overlay -o "lowerdir=/,upperdir=$disk/upper,workdir=$disk/work" "$disk/root"
    [[ -d $disk/root/root ]] || mkdir -m 700 "$disk/root/root"
  fi
}

boot() {
  ! pid_of "$name" >/dev/null || fail "$name runs."
  lay_wire "$@"
  lay_disk
  local group tries pid
  group=$(group_of "$name")
  mkdir -p "$group"
  # The group is entered before the machine is closed off, so that its own systemd sees it as the topmost.
  # shellcheck disable=SC2016 # the inner shell's words
  setsid bash -c 'echo $$ >"$1/cgroup.procs"; exec ip netns exec "lg-$2" unshare --mount --pid --fork --uts --ipc --cgroup --propagation private bash -c "$3" - "$4" "$2"' \
    - "$group" "$name" '
      set -e
      cd "$1"
      mount --bind . .
      cd "$1"
      mount -t proc proc proc
      mount -t sysfs sysfs sys
      mount -t cgroup2 cgroup2 sys/fs/cgroup
      mount -t tmpfs -o mode=755 tmpfs run
      mount -t tmpfs tmpfs tmp
      mount -t tmpfs -o mode=755 tmpfs dev
      for one in null zero full random urandom tty; do touch dev/$one; mount --bind /dev/$one dev/$one; done
      mkdir dev/pts dev/shm
      mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
      mount -t tmpfs tmpfs dev/shm
      ln -s pts/ptmx dev/ptmx
      ln -s /proc/self/fd dev/fd
      hostname "$2"
      pivot_root . mnt
      umount -l /mnt
      cd /
      exec env -i container=lifeguard PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=multi-user.target
    ' "$place/$name/disk/root" </dev/null >"$place/$name/console" 2>&1 &
  for ((tries = 0; tries < 600; tries++)); do
    pid=$(pgrep -P "$!" -x systemd || true)
    if [[ -n $pid ]]; then
      printf '%s\n' "$pid" >"$place/$name/pid"
      case $(nsenter -t "$pid" -a systemctl is-system-running 2>/dev/null || true) in running | degraded) return 0 ;; esac
    fi
    kill -0 "$!" 2>/dev/null || break
    sleep 0.1
  done
  cat "$place/$name/console" >&2
  fail "$name did not start."
}

off() {
  local group tries
  group=$(group_of "$1")
  [[ -d $group ]] || return 0
  echo 1 >"$group/cgroup.kill"
  for ((tries = 0; tries < 100; tries++)); do
    if ! grep -q 'populated 1' "$group/cgroup.events"; then
      find "$group" -depth -type d -exec rmdir {} +
      rm -f "$place/$1/pid"
      # Mounted anew at the next boot: what has changed on this machine meanwhile would be seen by halves.
      ! mountpoint -q "$place/$1/disk/root" || umount "$place/$1/disk/root"
      return 0
    fi
    sleep 0.1
  done
  fail "Something of $1 does not end."
}

remove() {
  off "$1"
  ! mountpoint -q "$place/$1/disk/root" || umount "$place/$1/disk/root"
  ! mountpoint -q "$place/$1/disk" || umount "$place/$1/disk"
  [[ ! -e /run/netns/lg-$1 ]] || ip netns delete "lg-$1"
  rm -rf --one-file-system "${place:?}/$1"
}

all() { find "$place" -mindepth 1 -maxdepth 1 -type d -printf '%f\n' 2>/dev/null | sort; }

case $what in
  boot) boot "$@" ;;
  type)
    pid=$(pid_of "$name") || fail "$name is off."
    (($# > 0)) || set -- bash
    exec nsenter -t "$pid" -a --wdns=/ env -i "TERM=${TERM:-dumb}" HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
    ;;
  pid) pid_of "$name" ;;
  cut) ip -n "$switch" link set "$name" down ;;
  mend) ip -n "$switch" link set "$name" up ;;
  off) off "$name" ;;
  remove)
    if [[ -n $name ]]; then
      for one in "$name" "$@"; do remove "$one"; done
    else
      for one in $(all); do remove "$one"; done
      [[ ! -e /run/netns/$switch ]] || ip netns delete "$switch"
      [[ ! -d $place ]] || rmdir "$place"
    fi
    ;;
  list) for one in $(all); do printf '%s\t%s\n' "$one" "$(pid_of "$one" || echo off)"; done ;;
  *) usage >&2; exit 2 ;;
esac
