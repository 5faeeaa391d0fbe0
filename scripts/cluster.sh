#!/usr/bin/env bash
# The private PostgreSQL cluster: one for each kind and each checkout, on a Unix socket only.
#
# Who may connect. There are no passwords. PostgreSQL asks the kernel which system user is at the other end of the
# socket ("peer") and a map says which roles that user may take:
#   the cluster's own system user   lg_super, lg_owner, lg_app, lg_backup
#   the user who starts Lifeguard   lg_owner, lg_app, lg_backup
# As root these are two users (PostgreSQL refuses to run as root), so the web process never reaches the superuser.
# Otherwise they are one and the same, and the walls between them are those of that user's own account.
#
# Who may stop it. A program that needs the cluster for as long as it lives exports LIFEGUARD_HOLDER=<its process id>
# before "start" and "stop". The last living holder to leave stops the cluster; without a holder a start is by hand and
# lasts until a stop by hand. A server that something else started is used, and never stopped.
set -euo pipefail
umask 077

usage() {
  cat >&2 <<'USAGE'
Usage: scripts/cluster.sh <verb> <kind>
  start       <kind>                                    make it if missing, start it if not running
  stop        <kind>                                    stop it, if it was started here and nobody else uses it
  status      <kind>                                    say whether it runs; exit code 0 yes, 3 no
  connection  <kind> [owner|app|backup] [database]      print a connection string for Npgsql
  socket      <kind>                                    print the folder of the socket
  bin         <kind>                                    print the folder of the PostgreSQL programs
  backup      <kind>                                    print the file that says where its backups go
  archive     <kind>                                    begin, or go on, to archive its log as that file says
  home        <kind>                                    print the folder it lies in
  sql         <kind>                                    print what makes roles and database on a server of your own
  adopt       <kind> <folder>                           put a restored data folder in the place of its data
  destroy     <kind>                                    remove it with all its data; test and bench only
Kinds: demonstration, school, test, bench
LIFEGUARD_PLACE=<folder>: the cluster of an installation, which lies there whatever version is installed.
LIFEGUARD_SITE_USER=<user>: a further system user who may be lg_owner and lg_app.
USAGE
  exit 64
}

say() { printf '%s\n' "$*" >&2; }
fail() { say "Database: $*"; exit 1; }

[[ $# -ge 2 ]] || usage
verb=$1 kind=$2
shift 2
case $kind in demonstration | school | test | bench) ;; *) usage ;; esac

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
checkout=${LIFEGUARD_PLACE:-${scripts%/*}}
hash=$(printf '%s' "$checkout" | sha256sum | cut -c1-8)
id=$kind-$hash
port=5432
invoker=$(id -un)
export PATH=$PATH:/usr/sbin:/sbin

# The socket's path may have 107 bytes at most, so it never lies below the checkout.
if [[ $EUID -eq 0 ]]; then
  system_user=lifeguard
  shelf=/var/lib/lifeguard
  home=$shelf/$id
  socket=/run/lifeguard-$hash-$kind
else
  system_user=$invoker
  shelf=$checkout/data
  home=$shelf/$id
  socket=/tmp/lg-$EUID-$hash-$kind
fi
if [[ -n ${LIFEGUARD_PLACE:-} ]]; then home=$LIFEGUARD_PLACE/$kind; fi
data=$home/pg
logs=$home/log
backups=$home/backup.conf   # where its backups go: folder=, recipients=, keep=
archiver=$home/archive-segment
holders=$home/holders
started=$home/started   # the process id of the server that was started from here

# PostgreSQL complains when its user cannot read the folder it was called from.
cd /

as_cluster() {
  if [[ $EUID -eq 0 ]]; then
    setpriv --reuid "$system_user" --regid "$system_user" --clear-groups \
      env -i "PATH=$PATH" HOME=/ LC_ALL=C.UTF-8 "$@"
  else
    env -i "PATH=$PATH" "HOME=${HOME:-/}" LC_ALL=C.UTF-8 "$@"
  fi
}

# A cluster keeps the major version that made it, also when a newer one is installed beside it.
find_programs() {
  local wanted='' folder version newest=0
  [[ -r $data/PG_VERSION ]] && wanted=$(<"$data/PG_VERSION")
  for folder in /usr/lib/postgresql/*/bin; do
    version=${folder#/usr/lib/postgresql/} version=${version%/bin}
    [[ $version =~ ^[0-9]+$ && -x $folder/postgres && -x $folder/initdb ]] || continue
    [[ -z $wanted || $version = "$wanted" ]] || continue
    if ((version > newest)); then newest=$version; fi
  done
  if ((newest == 0)) && [[ -n $wanted ]]; then
    fail "the data in $data belong to PostgreSQL $wanted, which is no longer installed. Install it: apt-get install postgresql-$wanted"
  fi
  ((newest >= 15)) || fail "PostgreSQL 15 or newer is not installed. Run scripts/needs.sh, or: apt-get install postgresql"
  programs=/usr/lib/postgresql/$newest/bin
}

# Prints the process id of the live server of this data folder; fails when there is none. The id in the file may be
# stale and belong to another program by now, so the process must also stand in the data folder.
live_server() {
  local pid='' standing
  [[ -f $data/postmaster.pid ]] || return 1
  read -r pid <"$data/postmaster.pid" || true
  [[ $pid =~ ^[0-9]+$ && -d /proc/$pid ]] || return 1
  standing=$(as_cluster readlink "/proc/$pid/cwd" 2>/dev/null) || return 1
  [[ $standing = "$data" ]] || return 1
  printf '%s\n' "$pid"
}

# After the server was killed its children may still be finishing; a second server must not start beside them.
wait_for_orphans() {
  local folder name tries
  for ((tries = 0; tries < 100; tries++)); do
    local found=''
    for folder in /proc/[0-9]*; do
      # Not $(<file): when a process ends in this very moment, that would end this script too.
      { read -r name <"$folder/comm"; } 2>/dev/null || continue
      [[ $name = postgres ]] || continue
      [[ $(as_cluster readlink "$folder/cwd" 2>/dev/null) = "$data" ]] && found=${folder#/proc/}
    done 2>/dev/null
    [[ -n $found ]] || return 0
    sleep 0.1
  done
  fail "an earlier server was killed and its process $found has not ended after 10 seconds. Stop that process, then try again."
}

# A process that has ended but was not collected by its parent (Z) counts as gone.
started_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 !~ /[ZX]/ { print $20 }'; }

# A hold is a file named for a process and the moment it started, so that a reused process id holds nothing.
hold() {
  [[ -n ${LIFEGUARD_HOLDER:-} ]] || { : >"$home/by-hand"; return 0; }
  [[ -d /proc/$LIFEGUARD_HOLDER ]] || fail "LIFEGUARD_HOLDER names process $LIFEGUARD_HOLDER, which does not exist."
  mkdir -p "$holders"
  : >"$holders/$LIFEGUARD_HOLDER.$(started_at "$LIFEGUARD_HOLDER")"
}

release() {
  [[ -n ${LIFEGUARD_HOLDER:-} ]] || return 0
  rm -f "$holders/$LIFEGUARD_HOLDER".*
}

living_holders() {
  local file name pid
  for file in "$holders"/*.*; do
    [[ -e $file ]] || continue
    name=${file##*/} pid=${name%%.*}
    if [[ $(started_at "$pid") = "${name#*.}" ]]; then printf '%s ' "$pid"; else rm -f "$file"; fi
  done
}

# Two starts at once wait for each other. The server itself must not inherit the lock (9>&- below).
take_lock() {
  exec 9>"$home/lock"
  flock -w 120 9 || fail "another start or stop of this database has not ended after two minutes. Look for it with: ps aux | grep cluster.sh"
}

make_system_user() {
  [[ $EUID -eq 0 ]] || return 0
  getent passwd "$system_user" >/dev/null && return 0
  (
    flock 8
    getent passwd "$system_user" >/dev/null && exit 0
    say "Making the system user \"$system_user\", who runs the database"
    useradd --system --user-group --no-create-home --home-dir "$shelf" --shell /usr/sbin/nologin "$system_user"
  ) 8>"$shelf/lock" || fail "the system user \"$system_user\" could not be made. Make it by hand: useradd --system --user-group --shell /usr/sbin/nologin $system_user"
}

make_folders() {
  if [[ $EUID -eq 0 ]]; then
    # The folder itself stays root's, so that the database user cannot lay traps for what root writes there.
    install -d -m 0711 -o root -g root "$shelf"
    make_system_user
    install -d -m 0711 -o root -g root "$home"
    install -d -m 0700 -o "$system_user" -g "$system_user" "$logs"
  else
    mkdir -p "$home" "$logs" || fail "the folder $home cannot be made. Give the user $invoker the right to write in $checkout."
    [[ -O $home ]] || fail "$home belongs to another user. Run as that user, or remove the folder."
  fi
}

make_socket_folder() {
  if [[ $EUID -eq 0 ]]; then
    install -d -m 0770 -o "$system_user" -g "${LIFEGUARD_SITE_USER:-root}" "$socket"
    return
  fi
  # Anybody may write in /tmp: a folder somebody else put there is refused.
  mkdir -m 0700 "$socket" 2>/dev/null || true
  [[ -d $socket && ! -L $socket && -O $socket ]] || fail "$socket is needed for the database's socket, but belongs to somebody else. Ask for it to be removed."
  chmod 0700 "$socket"
}

make_cluster() {
  local fresh=$home/fresh sync=()
  [[ $kind = test ]] && sync=(--no-sync)
  say "Making the $kind database in $home"
  rm -rf "$fresh"
  if [[ $EUID -eq 0 ]]; then
    install -d -m 0700 -o "$system_user" -g "$system_user" "$fresh"
  else
    mkdir -m 0700 "$fresh"
  fi
  # C.UTF-8 sorts the same on every machine and after every update of the C library, so an index never goes stale.
  # Lists for people name their own collation.
  as_cluster "$programs/initdb" --pgdata="$fresh" --username=lg_super --encoding=UTF8 --locale=C.UTF-8 \
    --data-checksums --auth=reject "${sync[@]}" >"$home/making.log" 2>&1 9>&- ||
    { tail -n 5 "$home/making.log" >&2; fail "the cluster could not be made. All that was said is in $home/making.log"; }
  # The last step, so that a half-made cluster is never taken for a whole one.
  mv "$fresh" "$data"
}

megabytes_for_buffers() {
  local wanted=$1 total
  total=$(awk '/^MemTotal:/ { print int($2 / 1024) }' /proc/meminfo)
  local most=$((total / 8))
  if ((most < 32)); then most=32; fi
  if ((wanted > most)); then echo "$most"; else echo "$wanted"; fi
}

settings() {
  local buffers
  case $kind in
    bench) buffers=1024 ;;
    school) buffers=512 ;;
    *) buffers=256 ;;
  esac
  cat <<CONF
# Written by scripts/cluster.sh at every start; changes made here are lost.
listen_addresses = ''
port = $port
unix_socket_directories = '$socket'
unix_socket_permissions = 0777        # the folder and pg_ident.conf decide who gets in
max_connections = 200
shared_buffers = $(megabytes_for_buffers "$buffers")MB
effective_cache_size = $(megabytes_for_buffers 8192)MB
work_mem = 16MB
maintenance_work_mem = 128MB
random_page_cost = 1.1
jit = off                             # short queries: compiling costs more than it saves
max_wal_size = 2GB
wal_compression = on
timezone = 'UTC'
log_timezone = 'UTC'
cluster_name = 'lifeguard-$id'
logging_collector = on
log_directory = '$logs'
log_filename = 'postgresql-%a.log'
log_rotation_age = 1d
log_rotation_size = 0
log_truncate_on_rotation = on
log_line_prefix = '%m [%p] %u@%d '
CONF
  if [[ $kind = test ]]; then
    cat <<CONF
fsync = off
synchronous_commit = off
full_page_writes = off
max_parallel_workers_per_gather = 0
max_connections = 300
autovacuum_naptime = 5min
CONF
  else
    cat <<CONF
# A refused row or a failed statement holds what people wrote about children: neither may reach the log.
log_min_error_statement = panic
log_error_verbosity = terse
CONF
  fi
  if [[ $kind = school ]]; then
    cat <<CONF
archive_mode = on
archive_command = '$(archive_command)'
archive_timeout = 5min                # a third of what a dead machine may take with it
wal_keep_size = 256MB                 # a backup brings along the log that was written while it was made
CONF
  fi
}

from_backups() { sed -n "s/^$1=//p" "$backups" 2>/dev/null | tail -n 1 || true; }

# The folder is named for the server, so that two of them never share one. Without backups the log goes nowhere, and the
# server, which keeps what it cannot hand over, is told that all is well.
archive_command() {
  local folder recipients system
  folder=$(from_backups folder) recipients=$(from_backups recipients)
  if [[ -z $folder || ! -x $archiver ]]; then
    printf '/bin/true'
    return 0
  fi
  system=$(as_cluster "$programs/pg_controldata" "$data" | sed -n 's/^Database system identifier: *//p')
  printf '"%s" "%s/log-%s" "%s" "%%p" "%%f"' "$archiver" "$folder" "$system" "$recipients"
}

# What PostgreSQL calls lies where its user can reach it, which a checkout need not be.
place_archiver() {
  [[ -f $backups ]] || return 0
  install -m 0755 "$scripts/archive-segment.sh" "$archiver.new"
  mv "$archiver.new" "$archiver"
}

write_settings() {
  place_archiver
  settings | as_cluster tee "$data/lifeguard.conf" >/dev/null
  as_cluster grep -qx "include 'lifeguard.conf'" "$data/postgresql.conf" ||
    printf "\ninclude 'lifeguard.conf'\n" | as_cluster tee -a "$data/postgresql.conf" >/dev/null
  printf 'local all all peer map=lifeguard\nlocal replication lg_backup peer map=lifeguard\n' | as_cluster tee "$data/pg_hba.conf" >/dev/null
  {
    for role in lg_super lg_owner lg_app lg_backup; do printf 'lifeguard "%s" %s\n' "$system_user" "$role"; done
    if [[ $invoker != "$system_user" ]]; then
      for role in lg_owner lg_app lg_backup; do printf 'lifeguard "%s" %s\n' "$invoker" "$role"; done
    fi
    if [[ -n ${LIFEGUARD_SITE_USER:-} ]]; then
      for role in lg_owner lg_app; do printf 'lifeguard "%s" %s\n' "$LIFEGUARD_SITE_USER" "$role"; done
    fi
  } | as_cluster tee "$data/pg_ident.conf" >/dev/null
}

start_server() {
  # PostgreSQL refuses to start beside the files of a killed server when their process id is in use again, or was never
  # collected (as in a container). That no server lives has been checked under the lock, so the files can go.
  wait_for_orphans
  as_cluster rm -f "$data/postmaster.pid" "$socket/.s.PGSQL.$port" "$socket/.s.PGSQL.$port.lock"
  write_settings
  if ! as_cluster "$programs/pg_ctl" start --pgdata="$data" --silent --wait --timeout=60 \
    --log="$logs/start.log" </dev/null >/dev/null 2>&1 9>&-; then
    say "The last the database said:"
    cat "$logs"/start.log "$logs"/postgresql-"$(LC_ALL=C date -u +%a)".log 2>/dev/null | tail -n 8 >&2 || true
    fail "the server did not start. Its log is in $logs"
  fi
  head -n 1 "$data/postmaster.pid" >"$started"
}

role_sql() {
  local createdb=nocreatedb
  [[ $kind = test || $kind = bench ]] && createdb=createdb   # a database for each test class, and one for each filling
  cat <<SQL
do \$\$
declare wanted text;
begin
  foreach wanted in array array['lg_owner', 'lg_app', 'lg_backup'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I login', wanted);
    end if;
  end loop;
end
\$\$;
alter role lg_owner login nosuperuser $createdb nocreaterole noreplication nobypassrls;
alter role lg_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role lg_backup login nosuperuser nocreatedb nocreaterole replication bypassrls;
alter role lg_backup set default_transaction_read_only = on;
SQL
}

create_sql() {
  cat <<'SQL'
select 'create database lifeguard owner lg_owner'
where not exists (select from pg_database where datname = 'lifeguard') \gexec
SQL
}

database_sql() {
  cat <<'SQL'
create extension if not exists unaccent;
create extension if not exists pg_trgm;
-- Row-level security keeps an index out of reach of every operator that might give rows away in an error message.
-- The text-search match gives nothing away, so it may use its index.
alter function ts_match_vq(tsvector, tsquery) leakproof;
alter function ts_match_qv(tsquery, tsvector) leakproof;
alter schema public owner to lg_owner;
revoke create on schema public from public;
grant usage on schema public to lg_app, lg_backup;
-- So that a backup, or a restore of the newest state, need not wait until a piece of the log is full.
grant execute on function pg_switch_wal() to lg_backup;
alter default privileges for role lg_owner grant usage on schemas to lg_app, lg_backup;
alter default privileges for role lg_owner grant select, insert, update, delete on tables to lg_app;
alter default privileges for role lg_owner grant usage, select on sequences to lg_app;
alter default privileges for role lg_owner grant select on tables to lg_backup;
alter default privileges for role lg_owner grant select on sequences to lg_backup;
SQL
}

# For psql, typed by whoever may make roles there.
own_server_sql() {
  role_sql
  create_sql
  printf '\\connect lifeguard\n'
  database_sql
}

run_sql() {
  as_cluster "$programs/psql" --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --host="$socket" --port="$port" \
    --username=lg_super --dbname="$1" 9>&- >>"$home/making.log" 2>&1 ||
    { tail -n 5 "$home/making.log" >&2; fail "the database could not be prepared. All that was said is in $home/making.log"; }
}

# Written for repetition: it runs again only when its own text has changed. The template comes first, so that every
# database made later, also one by the tests, has the same extensions, marks and grants.
prepare() {
  local text mark
  text=$(role_sql; create_sql; database_sql)
  mark=$(printf '%s' "$text" | sha256sum | cut -c1-16)
  [[ -f $home/prepared && $(<"$home/prepared") = "$mark" ]] && return 0
  role_sql | run_sql postgres
  database_sql | run_sql template1
  create_sql | run_sql postgres
  database_sql | run_sql lifeguard
  printf '%s' "$mark" >"$home/prepared"
}

# A moved checkout would look as if everything had been lost.
mention_moved_checkout() {
  local other was
  printf '%s\n' "$checkout" >"$home/checkout"
  [[ $kind = school && ! -d $data ]] || return 0
  for other in "$shelf"/school-*; do
    [[ -d $other/pg && -f $other/checkout ]] || continue
    was=$(<"$other/checkout")
    [[ -d $was ]] && continue
    say "A school's data are left in $other; their folder $was is no longer there. If it was moved to $checkout:"
    say "end Lifeguard, remove $home, and then: mv '$other' '$home'"
  done
}

start() {
  local pid
  find_programs
  make_folders
  take_lock
  mention_moved_checkout
  [[ -d $data ]] || make_cluster
  if pid=$(live_server); then
    # Still recovering, or started a moment ago: wait until it answers.
    wait_until_ready "$pid"
  else
    rm -f "$started" "$home/by-hand"
    make_socket_folder
    say "Starting the $kind database"
    start_server
  fi
  hold
  prepare
}

wait_until_ready() {
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    as_cluster "$programs/pg_isready" --quiet --host="$socket" --port="$port" --username=lg_super --dbname=postgres && return 0
    sleep 0.1
  done
  fail "the server (process $1) has not answered on $socket for 30 seconds. Its log is in $logs"
}

stop_server() {
  find_programs
  say "Stopping the $kind database"
  as_cluster "$programs/pg_ctl" stop --pgdata="$data" --silent --mode=fast --wait --timeout=60 >/dev/null 2>&1 9>&- ||
    fail "the server did not stop within a minute. Its log is in $logs"
  rm -f "$started" "$home/by-hand"
  rmdir "$socket" 2>/dev/null || true
}

stop() {
  local pid others
  [[ -d $home ]] || return 0
  take_lock
  release
  pid=$(live_server) || return 0
  others=$(living_holders)
  if [[ ! -f $started || $(<"$started") != "$pid" ]]; then
    say "The $kind database (process $pid) was not started from here, so it is left running."
  elif [[ -n $others ]]; then
    [[ -n ${LIFEGUARD_HOLDER:-} ]] || fail "the $kind database is in use by process ${others% }. End that first."
    # The last of them will stop it.
  elif [[ -z ${LIFEGUARD_HOLDER:-} || ! -f $home/by-hand ]]; then
    stop_server
  fi
}

destroy() {
  local pid others
  case $kind in test | bench) ;; *) fail "only the test and bench databases can be destroyed. The $kind database is in $home" ;; esac
  [[ -d $home ]] || return 0
  take_lock
  release
  others=$(living_holders)
  [[ -z $others ]] || fail "the $kind database is in use by process ${others% }, so it was not removed."
  if pid=$(live_server); then
    [[ -f $started && $(<"$started") = "$pid" ]] || fail "process $pid was not started from here, so its data were not removed."
    stop_server
  fi
  wait_for_orphans
  # The lock stays: somebody may be waiting for it.
  find "$home" -mindepth 1 -maxdepth 1 ! -name lock -exec rm -rf {} +
  rm -rf "$socket"
}

# Settings that a running server takes up by itself.
archive() {
  find_programs
  [[ -f $backups ]] || fail "nobody has said where the backups of the $kind database go."
  write_settings
  if live_server >/dev/null; then as_cluster "$programs/pg_ctl" reload --pgdata="$data" --silent >/dev/null 2>&1 9>&-; fi
}

# The data of before are kept beside the restored ones: a restore by mistake is undone by hand.
adopt() {
  local restored=$1 others aside
  [[ -f $restored/PG_VERSION && ! -f $restored/postmaster.pid ]] || fail "$restored is not the data folder of a server that has been stopped."
  take_lock
  release
  others=$(living_holders)
  [[ -z $others ]] || fail "the $kind database is in use by process ${others% }. End that first."
  if live_server >/dev/null; then stop_server; fi
  aside=$home/pg.until-$(date -u +%Y%m%dT%H%M%SZ)
  if [[ -d $data ]]; then mv "$data" "$aside"; fi
  mv "$restored" "$data"
  rm -f "$home/prepared"
  say "The restored data are in $data. Those of before are in $aside: remove them when you are sure."
}

status() {
  local pid
  if pid=$(live_server); then
    printf 'The %s database is running: process %s, socket %s, data %s\n' "$kind" "$pid" "$socket" "$data"
  else
    printf 'The %s database is not running; its data would be in %s\n' "$kind" "$data"
    return 3
  fi
}

connection() {
  local role=${1:-app} database=${2:-lifeguard}
  case $role in owner | app | backup) ;; *) usage ;; esac
  printf 'Host=%s;Port=%s;Username=lg_%s;Database=%s\n' "$socket" "$port" "$role" "$database"
}

case $verb in
  start) start ;;
  stop) stop ;;
  status) status ;;
  connection) connection "$@" ;;
  socket) printf '%s\n' "$socket" ;;
  backup) printf '%s\n' "$backups" ;;
  archive) archive ;;
  sql) own_server_sql ;;
  home) printf '%s\n' "$home" ;;
  adopt) adopt "${1:?folder}" ;;
  bin) find_programs; printf '%s\n' "$programs" ;;
  destroy) destroy ;;
  *) usage ;;
esac
