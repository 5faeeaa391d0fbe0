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

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Where the connection strings come from: the environment, when somebody runs a server of their own, else the private
# cluster. Sets "private" to say which.
connect() {
  local kind=$1
  if [[ -n ${ConnectionStrings__Owner:-} || -n ${ConnectionStrings__App:-} ]]; then
    [[ -n ${ConnectionStrings__Owner:-} && -n ${ConnectionStrings__App:-} ]] ||
      fail "To use a server of your own, set both ConnectionStrings__Owner and ConnectionStrings__App."
    private=no
    return 0
  fi
  private=yes
  export LIFEGUARD_HOLDER=$$
  "$cluster" start "$kind"
  ConnectionStrings__Owner=$("$cluster" connection "$kind" owner)
  ConnectionStrings__App=$("$cluster" connection "$kind" app)
  ConnectionStrings__Backup=$("$cluster" connection "$kind" backup)
  export ConnectionStrings__Owner ConnectionStrings__App ConnectionStrings__Backup
}

disconnect() {
  [[ ${private:-no} = yes ]] || return 0
  "$cluster" stop "$1" || say "The $1 database could not be stopped. To stop it by hand: scripts/cluster.sh stop $1"
}

# The two kinds never share mail, keys or logs either.
data_folder() {
  case $1 in
    demonstration) printf '%s\n' "$root/data" ;;
    *) printf '%s\n' "$root/data/$1" ;;
  esac
}
