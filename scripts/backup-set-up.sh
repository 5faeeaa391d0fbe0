#!/usr/bin/env bash
# ./lifeguard backup set-up: makes the key of the backups, says where they go, and begins to keep the database's log.
# Usage: scripts/backup-set-up.sh KIND FOLDER-WHERE-IT-WAS-TYPED [--key-to FILE] [--to FOLDER] [--keep DAYS] [--new-key]
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<'USAGE'
Usage: ./lifeguard backup set-up --key-to FILE [--to FOLDER] [--keep DAYS] [--new-key]
  --key-to FILE   where the secret half of a new key is written: a stick that is then taken off this machine. Nothing here
                  needs it but a restore
  --to FOLDER     where backups go: /var/backups/lifeguard, or another disk
  --keep DAYS     how long they are kept (30); the newest three stay in any case
  --new-key       make another key for the backups from now on; those made before need the one of before
USAGE
}

kind=$1 here=$2
shift 2
key='' folder='' keep='' new=no
while (($# > 0)); do
  case $1 in
    --key-to | --to | --keep)
      [[ -n ${2:-} ]] || { usage >&2; fail "$1 needs something after it."; }
      case $1 in --key-to) key=$2 ;; --to) folder=$2 ;; --keep) keep=$2 ;; esac
      shift
      ;;
    --new-key) new=yes ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; fail "Unknown option: $1" ;;
  esac
  shift
done

[[ $kind = school ]] || fail "A demonstration is not backed up. For the school's database, put --school first: ./lifeguard --school backup set-up"
[[ $installed = yes ]] || "$root/scripts/needs.sh" backup
command -v age >/dev/null || fail "age is missing, which encrypts the backups. Install it: apt-get install age"
[[ -z $keep || $keep =~ ^[1-9][0-9]{0,4}$ ]] || fail "--keep needs a number of days, for example: --keep 30"

conf=$("$cluster" backup "$kind")
home=$("$cluster" home "$kind")
recipients=$home/backup-recipients.txt
before() { sed -n "s/^$1=//p" "$conf" 2>/dev/null | tail -n 1 || true; }
folder=${folder:-$(before folder)}
if [[ -z $folder ]]; then
  if [[ $EUID -eq 0 ]]; then folder=/var/backups/lifeguard; else folder=$home/backups; fi
fi
keep=${keep:-$(before keep)}
keep=${keep:-30}
[[ $folder = /* ]] || folder=$here/$folder
[[ $folder != *[\"\'%\\]* && $folder != *$'\n'* ]] || fail "A folder without quotation marks, percent signs and backslashes in its name is needed: $folder"

if [[ -s $recipients && $new = no ]]; then
  [[ -z $key ]] || fail "There is a key already. Its secret half was written when it was made, and is nowhere on this machine. For another one from now on, add --new-key."
else
  [[ -n $key ]] || { usage >&2; fail "Say with --key-to where the secret half of the key goes."; }
  [[ $key = /* ]] || key=$here/$key
  [[ ! -e $key ]] || fail "$key is there already, and is not written over. Name another file."
fi

# The database is there, and its user.
connect "$kind"
trap 'disconnect "$kind"' EXIT

umask 077
if [[ $EUID -eq 0 ]]; then
  # The server lays its log down here, and cannot take away the backups that root makes.
  install -d -m 1770 -o root -g lifeguard "$folder"
else
  mkdir -p "$folder"
fi
if [[ -n $key ]]; then
  mkdir -p "$(dirname "$key")"
  age-keygen --output "$key" 2>/dev/null || fail "The key could not be written to $key"
  # The server's user reads this half; it opens nothing.
  (umask 022; age-keygen -y "$key" >"$recipients.new")
  sync "$key" "$recipients.new"
  mv "$recipients.new" "$recipients"
fi
(umask 022; printf 'folder=%s\nrecipients=%s\nkeep=%s\n' "$folder" "$recipients" "$keep" >"$conf.new")
mv "$conf.new" "$conf"
"$cluster" archive "$kind"

say "Backups go to $folder and are kept for $keep days. What is written between two of them is kept there every five minutes."
if [[ -n $key ]]; then
  say ""
  say "The key that opens them is in $key, and nowhere else:"
  say "  print it ($(wc -l <"$key") short lines), put the paper into the school's safe,"
  say "  keep the stick elsewhere, and see that no copy stays on this machine."
  say "Whoever loses it cannot restore anything. Whoever has it and a backup can read everything."
fi
say ""
typed="./lifeguard --school"
if [[ $installed = yes ]]; then typed=lifeguard; fi
say "Next: $typed backup, and then prove it: $typed restore --drill --key FILE"
