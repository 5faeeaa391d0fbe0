#!/usr/bin/env bash
# PostgreSQL calls this for each finished piece of its log (archive_command): the piece is packed, encrypted to a key that is
# not on this machine, and only then counted as kept. A name that stands in the folder is whole; a part never has such a name.
# Usage: archive-segment.sh FOLDER RECIPIENTS PATH NAME
set -euo pipefail
umask 077
folder=$1 recipients=$2 path=$3 name=$4

# The sum of what is inside stands in the name, so that a piece handed over twice (after a crash) is known for the same.
sum=$(sha256sum <"$path" | cut -c1-32)
kept=$folder/$name~$sum.gz.age
part=$folder/.part-$name

mkdir -p "$folder"
for there in "$folder/$name~"*.gz.age; do
  [[ -e $there ]] || continue
  [[ $there = "$kept" ]] && exit 0
  echo "Lifeguard: $name is kept already with other content, so nothing was written over." >&2
  exit 1
done

gzip --stdout --fast --no-name <"$path" | age --encrypt --recipients-file "$recipients" --output "$part"
sync "$part"
mv "$part" "$kept"
sync "$folder"
