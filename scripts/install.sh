#!/usr/bin/env bash
# ./lifeguard install, upgrade, rollback: Lifeguard as services of one Debian 12 machine, which start by themselves.
#
#   /opt/lifeguard/versions/<version>   the programs, as they were published; "current" and "previous" point at two of them
#   /etc/lifeguard                      settings, certificate
#   /var/lib/lifeguard/school           the database;  /var/lib/lifeguard/site   letters, witness, key file
#   /etc/systemd/system/lifeguard*      the services
#   /usr/local/bin/lifeguard            the command line
set -euo pipefail
umask 022
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'USAGE'
Usage, as root:
  ./lifeguard install --host NAME --certificate FILE --key FILE     HTTPS by Lifeguard itself
  ./lifeguard install --host NAME --proxy ADDRESS[,ADDRESS] [--listen ADDRESS:PORT]
                                                                    HTTPS by a proxy; only these addresses are believed
  ./lifeguard upgrade                                               this checkout takes the place of what is installed
  lifeguard rollback                                                the version of before comes back
Options of all three:
  --plan        say what would be done, and do nothing
  --root DIR    lay everything below DIR; make no users and start nothing
Options of upgrade:
  --without-backup   when the backup cannot be made and you know why
USAGE
}

what=$1
shift
host='' certificate='' key='' proxy='' listen='' below='' plan=no without_backup=no
while (($# > 0)); do
  case $1 in
    --host | --certificate | --key | --proxy | --listen | --root)
      [[ -n ${2:-} ]] || { usage >&2; fail "$1 needs something after it."; }
      case $1 in
        --host) host=$2 ;; --certificate) certificate=$2 ;; --key) key=$2 ;; --proxy) proxy=$2 ;; --listen) listen=$2 ;; --root) below=${2%/} ;;
      esac
      shift
      ;;
    --plan) plan=yes ;;
    --without-backup) without_backup=yes ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; fail "Unknown option: $1" ;;
  esac
  shift
done

opt=$below/opt/lifeguard
etc=$below/etc/lifeguard
units=$below/etc/systemd/system
var=$below/var/lib/lifeguard
command=$below/usr/local/bin/lifeguard
site_user=lifeguard-site
# What the services say of themselves, wherever the files were laid.
place=/var/lib/lifeguard

# Every change goes through one of these, so that --plan is the same list.
doing() {
  if [[ $plan = yes ]]; then printf '%q ' "$@"; printf '\n'; else "$@"; fi
}

write() {
  local path=$1 mode=$2
  if [[ $plan = yes ]]; then
    printf 'write %s (%s):\n' "$path" "$mode"
    sed 's/^/    /'
  else
    install -d "$(dirname "$path")"
    cat >"$path.new"
    chmod "$mode" "$path.new"
    mv "$path.new" "$path"
  fi
}

# What only a real machine can do.
on_machine() {
  if [[ -n $below ]]; then printf 'Not done below %s: %s\n' "$below" "$*"; else doing "$@"; fi
}

demand_machine() {
  [[ $plan = yes || -n $below ]] && return 0
  [[ $EUID -eq 0 ]] || fail "This needs root: sudo ./lifeguard $what ..."
  [[ -d /run/systemd/system ]] || fail "This machine was not started by systemd, so there is nobody to run services. Use --root DIR to lay the files only."
}

demand_https() {
  if [[ -n $proxy ]]; then
    [[ -z $certificate$key ]] || fail "Say --proxy, or --certificate and --key: one of them speaks HTTPS."
    [[ $proxy =~ ^[0-9a-fA-F.:,]+$ ]] || fail "--proxy needs addresses, for example: --proxy 10.0.0.5,10.0.0.6"
    listen=${listen:-127.0.0.1:5080}
  else
    [[ -n $certificate && -n $key ]] || { usage >&2; fail "Say which certificate: --certificate FILE --key FILE. Children's records never travel in the open."; }
    if command -v openssl >/dev/null; then
      "$root/scripts/certificate.sh" check "$certificate" "$key" "$host"
    else
      say "The certificate was not looked at, because openssl is missing here; the installation brings it and looks."
    fi
    listen=${listen:-[::]:443}
  fi
}

make_users() {
  local user
  for user in lifeguard "$site_user"; do
    [[ -z $below ]] && getent passwd "$user" >/dev/null && continue
    on_machine useradd --system --user-group --no-create-home --home-dir /var/lib/lifeguard --shell /usr/sbin/nologin "$user"
  done
}

owner() { if [[ -n $below ]]; then printf '%s' "$(id -un):$(id -gn)"; else printf '%s' "$1"; fi; }

make_folders() {
  doing install -d -m 0755 "$opt" "$opt/versions" "$(dirname "$command")" "$units"
  doing install -d -m 0711 "$var"
  doing install -d -m 0750 "$etc" "$etc/tls"
  doing chown "$(owner "root:$site_user")" "$etc" "$etc/tls"
  doing install -d -m 0700 "$var/site"
  doing chown "$(owner "$site_user:$site_user")" "$var/site"
}

scripts_laid=(cluster.sh common.sh publish.sh archive-segment.sh backup-set-up.sh install.sh certificate.sh)

# Named for what is in it, so that the same sources are the same version; its scripts and services are part of it.
version_here() {
  cat "$root"/artifacts/{web,cli,verifier}.stamp "$root/lifeguard" "${scripts_laid[@]/#/$root/scripts/}" "$root"/scripts/units/* | sha256sum | cut -c1-12
}

# The newest of these tells whether a database was made for a newer version.
migrations_here() { find "$root/src/Migrations/History" -name '*.cs' ! -name '*.Designer.cs' ! -name '*Snapshot.cs' -printf '%f\n' | sed 's/\.cs$//' | sort; }

lay_version() {
  local version=$1 part target=$opt/versions/$1
  if [[ -f $target/installed ]]; then return 0; fi
  doing rm -rf "$target.new"
  doing install -d -m 0755 "$target.new/scripts"
  for part in web cli verifier; do doing cp -a "$root/artifacts/$part" "$target.new/$part"; done
  doing cp "$root/lifeguard" "$target.new/lifeguard"
  doing cp "$root/docs/parts.cdx.json" "$target.new/parts.cdx.json"
  doing cp "${scripts_laid[@]/#/$root/scripts/}" "$target.new/scripts/"
  doing cp -a "$root/scripts/units" "$target.new/scripts/units"
  migrations_here | write "$target.new/migrations.txt" 0644
  date -u +%Y-%m-%dT%H:%M:%SZ | write "$target.new/installed" 0644
  doing chmod -R u=rwX,go=rX "$target.new"
  on_machine chown -R root:root "$target.new"
  doing mv "$target.new" "$target"
}

point_at() {
  local version=$1
  # The link is swapped in one step: at no moment is there no version.
  doing ln -sfn "versions/$version" "$opt/current.new"
  doing mv -T "$opt/current.new" "$opt/current"
}

connection() { LIFEGUARD_PLACE=$place "$root/scripts/cluster.sh" connection school "$1"; }

write_settings() {
  {
    echo "# Written by ./lifeguard install. What you add below the line stays at an upgrade."
    echo "ConnectionStrings__Owner=\"$(connection owner)\""
    echo "ConnectionStrings__App=\"$(connection app)\""
    echo "Lifeguard__Data=$place/site"
    echo "Lifeguard__Site=https://$host"
    if [[ -n $proxy ]]; then
      echo "Lifeguard__TrustedProxies=$proxy"
      echo "ASPNETCORE_URLS=http://$listen"
    else
      echo "Kestrel__Endpoints__Https__Url=https://$listen"
      echo "Kestrel__Endpoints__Https__Certificate__Path=/etc/lifeguard/tls/site.pem"
      echo "Kestrel__Endpoints__Https__Certificate__KeyPath=/etc/lifeguard/tls/site.key"
    fi
    echo "# ----"
    sed -n '1,/^# ----$/!p' "$etc/site.env" 2>/dev/null || true
  } | write "$etc/site.env" 0640
  doing chown "$(owner "root:$site_user")" "$etc/site.env"
  [[ -z $certificate ]] || {
    doing install -m 0640 "$certificate" "$etc/tls/site.pem"
    doing install -m 0640 "$key" "$etc/tls/site.key"
    doing chown "$(owner "root:$site_user")" "$etc/tls/site.pem" "$etc/tls/site.key"
  }
}

# Those of the version that is to run: a service of a newer one may start what an older one does not have.
write_units() {
  local unit from=$opt/versions/$1/scripts/units
  if [[ $plan = yes ]]; then from=$root/scripts/units; fi
  # Versions before this one did not bring theirs; then those stay that are there.
  for unit in "$from"/*; do
    [[ ! -f $unit ]] || write "$units/$(basename "$unit")" 0644 <"$unit"
  done
  doing install -d -m 0755 "$(dirname "$command")"
  doing ln -sfn ../../../opt/lifeguard/current/lifeguard "$command"
  on_machine systemctl daemon-reload
}

# Where the site has a server of its own the private database is switched off, and stays so.
has_private_database() {
  ! sed '1,/^# ----$/d' "$etc/site.env" 2>/dev/null | grep -q '^ConnectionStrings__Owner='
}

start_services() {
  if has_private_database; then on_machine systemctl restart lifeguard-database.service || return 1; fi
  on_machine systemctl restart lifeguard.service
}

# Seconds that a version may take until it is ready. A database that was killed first goes through its log.
patience=300

ready() {
  local until=$((SECONDS + patience))
  while ((SECONDS < until)); do
    # By the machine's own name for itself: the certificate is for another.
    curl --silent --fail --insecure --max-time 5 "$1/ready" >/dev/null 2>&1 && return 0
    sleep 1
  done
  return 1
}

address() {
  local of
  of=$(sed -n -E 's/^(ASPNETCORE_URLS|Kestrel__Endpoints__Https__Url)=//p' "$etc/site.env" | tail -n 1)
  printf '%s' "${of/\[::\]/127.0.0.1}"
}

publish_all() {
  local part
  for part in web cli verifier; do
    if [[ $plan = yes ]]; then echo "publish $part"; else "$root/scripts/publish.sh" "$part" >/dev/null; fi
  done
}

install_it() {
  [[ $installed = no ]] || fail "Type this in the folder of the version that is to be installed: ./lifeguard install"
  [[ $host =~ ^[a-z0-9.-]+$ ]] || { usage >&2; fail "Say under which name people reach it: --host lifeguard.school.example"; }
  demand_machine
  # First, because what looks at the certificate is among it.
  [[ $plan = yes || -n $below ]] || "$root/scripts/needs.sh" install
  demand_https
  [[ ! -e $opt/current ]] || [[ $plan = yes ]] || say "Lifeguard is installed here already: its settings are written anew, and its data stay."
  publish_all
  local version
  version=$(if [[ $plan = yes ]]; then echo "<version>"; else version_here; fi)
  make_users
  make_folders
  lay_version "$version"
  write_settings
  write_units "$version"
  point_at "$version"
  if has_private_database; then on_machine systemctl enable --now lifeguard-database.service; fi
  on_machine systemctl enable --now lifeguard.service lifeguard-backup.timer lifeguard-certificate.path
  on_machine systemctl restart lifeguard.service
  [[ $plan = no && -z $below ]] || return 0
  ready "$(address)" || fail "The services were started and the site is not ready after five minutes. Look at: journalctl -u lifeguard -u lifeguard-database"
  say "Lifeguard runs at https://$host and starts by itself with this machine. Next, in this order:"
  say "  lifeguard backup set-up --key-to FILE      backups, before there is anything to lose"
  say "  lifeguard organisation add, account open   your school and its first administrator (docs/install.md)"
}

upgrade_it() {
  [[ $installed = no ]] || fail "Type this in the folder of the newer version: ./lifeguard upgrade"
  demand_machine
  [[ $plan = yes || -e $opt/current ]] || fail "Nothing is installed here. Install first: ./lifeguard install --help"
  [[ $plan = yes || -n $below ]] || "$root/scripts/needs.sh" install
  publish_all
  local version old
  version=$(if [[ $plan = yes ]]; then echo "<version>"; else version_here; fi)
  old=$(basename "$(readlink "$opt/current" 2>/dev/null || echo none)")
  [[ $old != "$version" ]] || fail "This version is installed already."
  lay_version "$version"
  # The way back, should the new version spoil anything: what the database is now.
  if [[ $without_backup = no ]]; then on_machine "$command" backup || fail "The backup before the upgrade failed, so nothing was changed. Put it right, or add --without-backup."; fi
  on_machine systemctl stop lifeguard.service
  doing ln -sfn "versions/$old" "$opt/previous"
  write_units "$version"
  point_at "$version"
  if has_private_database; then on_machine systemctl enable lifeguard-database.service; fi
  on_machine systemctl enable --now lifeguard-backup.timer lifeguard-certificate.path
  # A version that does not even start is like one that does not get ready.
  start_services || say "The services of the new version did not start."
  [[ $plan = no && -z $below ]] || return 0
  if ready "$(address)"; then
    say "Upgraded. The version of before is kept: lifeguard rollback"
    return 0
  fi
  say "The new version is not ready after five minutes. Its log: journalctl -u lifeguard"
  go_back
  fail "Not upgraded."
}

# Older programs cannot read a newer schema: then only the backup leads back, and what was written since is lost.
go_back() {
  local previous newer
  previous=$(basename "$(readlink "$opt/previous" 2>/dev/null || true)")
  [[ -n $previous && -f $opt/versions/$previous/installed ]] || fail "There is no version of before."
  local all=''
  # A database that cannot be asked is no reason to stay: the version of before looks itself, and refuses one that is newer.
  all=$(applied) || say "The database could not be asked whether it was changed for the new version."
  newer=$(grep -vxF -f "$opt/versions/$previous/migrations.txt" <<<"$all" | grep . || true)
  if [[ -n $newer ]]; then
    fail "The database was changed for the new version ($(wc -l <<<"$newer") steps), and the version of before cannot read it. Nothing was done.
To go back all the same, restore the backup that was made before the upgrade; what was written since then is lost:
  1. systemctl stop lifeguard; ln -sfn versions/$previous $opt/current
  2. lifeguard restore /var/backups/lifeguard/<the backup of before> --until \"<the time of the upgrade>\" --key FILE"
  fi
  on_machine systemctl stop lifeguard.service
  doing ln -sfn "$(readlink "$opt/current")" "$opt/previous"
  write_units "$previous"
  point_at "$previous"
  start_services || say "The services of the version of before did not start."
  [[ $plan = no && -z $below ]] || return 0
  ready "$(address)" || fail "The version of before was started and is not ready after five minutes. Look at: journalctl -u lifeguard -u lifeguard-database"
  say "The version of before runs again."
}

applied() {
  local from=${LIFEGUARD_APPLIED:-}
  if [[ -n $from ]]; then cat "$from"; return 0; fi
  # Also from the folder of newer sources it is the installed database that is asked.
  export LIFEGUARD_PLACE=$place
  "$("$cluster" bin school)/psql" -X -A -t -h "$("$cluster" socket school)" -U lg_backup -d lifeguard -c 'select "MigrationId" from "__EFMigrationsHistory"'
}

case $what in
  install) install_it ;;
  upgrade) upgrade_it ;;
  rollback)
    demand_machine
    go_back
    ;;
esac
