# shellcheck shell=bash
# What the commands at the root share. Read with "source", after "set -euo pipefail".

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cluster=$root/scripts/cluster.sh

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build processes that linger keep files open and memory taken after the command has ended.
export MSBUILDDISABLENODEREUSE=1
# A user without a home folder (a service user) still needs a place for packages.
if [[ ! -w ${HOME:-/nonexistent} ]]; then
  export HOME=$root/artifacts/home
  mkdir -p "$HOME"
fi

# An installation: programs that were published elsewhere, and places that stay the same whatever version is installed.
if [[ -f $root/installed ]]; then
  export LIFEGUARD_PLACE=/var/lib/lifeguard LIFEGUARD_SITE_USER=lifeguard-site
  installed=yes
else
  installed=no
fi

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# What somebody wrote into an installation's settings: below the line of the site's, and for root alone in root.env. A server
# of one's own stands there.
own_settings() {
  local line name value
  while IFS= read -r line; do
    [[ $line =~ ^[A-Za-z_][A-Za-z0-9_]*= ]] || continue
    name=${line%%=*} value=${line#*=}
    if [[ $value = \"*\" ]]; then value=${value#\"} value=${value%\"}; fi
    [[ -n ${!name:-} ]] || export "$name=$value"
  done < <(grep '^Lifeguard__Site=' /etc/lifeguard/site.env 2>/dev/null; sed '1,/^# ----$/d' /etc/lifeguard/site.env 2>/dev/null; cat /etc/lifeguard/root.env 2>/dev/null)
}

# Where the connection strings come from: the environment, when somebody runs a server of their own, else the private
# cluster. Sets "private" to say which.
connect() {
  local kind=$1
  if [[ $installed = yes ]]; then own_settings; fi
  if [[ -n ${ConnectionStrings__Owner:-} || -n ${ConnectionStrings__App:-} ]]; then
    [[ -n ${ConnectionStrings__Owner:-} && -n ${ConnectionStrings__App:-} ]] ||
      fail "To use a server of your own, set both ConnectionStrings__Owner and ConnectionStrings__App."
    private=no
    return 0
  fi
  private=yes
  export LIFEGUARD_HOLDER=$$
  if ! "$cluster" start "$kind"; then
    # What is broken is what a restore is for.
    [[ ${2:-} = may-be-broken ]] || return 1
    say "The database does not start. The backup is restored all the same."
  fi
  ConnectionStrings__Owner=$("$cluster" connection "$kind" owner)
  ConnectionStrings__App=$("$cluster" connection "$kind" app)
  ConnectionStrings__Backup=$("$cluster" connection "$kind" backup)
  export ConnectionStrings__Owner ConnectionStrings__App ConnectionStrings__Backup
}

disconnect() {
  [[ ${private:-no} = yes ]] || return 0
  "$cluster" stop "$1" || say "The $1 database could not be stopped. To stop it by hand: scripts/cluster.sh stop $1"
}

# What the command line must know of backups, unless somebody with a server of their own has said it already.
backup_settings() {
  local conf name value
  conf=$("$cluster" backup "$1")
  if [[ $private = yes && -f $conf ]]; then
    while IFS== read -r name value; do
      case $name in
        folder) export Lifeguard__Backup__Folder=${Lifeguard__Backup__Folder:-$value} ;;
        recipients) export Lifeguard__Backup__Recipients=${Lifeguard__Backup__Recipients:-$value} ;;
        keep) export Lifeguard__Backup__KeepDays=${Lifeguard__Backup__KeepDays:-$value} ;;
      esac
    done <"$conf"
  fi
  # On the same disk as the data, where there is room for them.
  if [[ $private = yes && -z ${Lifeguard__Backup__Scratch:-} ]]; then
    Lifeguard__Backup__Scratch=$("$cluster" home "$1")
    export Lifeguard__Backup__Scratch
  fi
}

# Stops or starts the services of an installation; in a checkout whoever types ./run does that.
site_service() {
  [[ $installed = yes ]] && command -v systemctl >/dev/null && [[ -d /run/systemd/system ]] || return 0
  case $1 in
    stop) systemctl stop lifeguard.service lifeguard-database.service ;;
    start) systemctl start lifeguard-database.service lifeguard.service ;;
  esac
}

# The two kinds never share mail, keys or logs either.
data_folder() {
  if [[ $installed = yes ]]; then printf '%s\n' "$LIFEGUARD_PLACE/site"; return 0; fi
  case $1 in
    demonstration) printf '%s\n' "$root/data" ;;
    *) printf '%s\n' "$root/data/$1" ;;
  esac
}
