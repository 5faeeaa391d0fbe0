#!/usr/bin/env bash
# Publishes one program with its own patched runtime and prints the folder. Nothing is done when no source has changed.
# Usage: scripts/publish.sh web|cli|verifier|gateway [--keep]
#   --keep   a program that was published before is good enough; where it is older than its sources that is said
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# 10.0.12, which the SDK would take, has known faults.
runtime_version=10.0.14

case ${1:-} in
  web) project=Web ;;
  cli) project=Cli ;;
  verifier) project=Verifier program=lifeguard-verifier ;;
  gateway) project=Gateway ;;
  *) fail "Usage: scripts/publish.sh web|cli|verifier|gateway" ;;
esac
program=${program:-Lifeguard.$project}
if [[ $installed = yes ]]; then
  printf '%s\n' "$root/$1"
  exit 0
fi
target=$root/artifacts/$1
stamp=$root/artifacts/$1.stamp

case $(uname -m) in
  x86_64) runtime=linux-x64 ;;
  aarch64) runtime=linux-arm64 ;;
  *) fail "Lifeguard runs on x86_64 and aarch64 processors; this one is $(uname -m)." ;;
esac

mkdir -p "$root/artifacts" 2>/dev/null || true
[[ -w $root/artifacts ]] ||
  fail "The folder $root/artifacts belongs to $(stat -c %U "$root/artifacts" 2>/dev/null || echo nobody). Run as that user, or remove the folder and try again."

# Content, not times: a checkout of another branch leaves times that say nothing.
sources() {
  cd "$root"
  printf '%s %s\n' "$runtime" "$runtime_version"
  find src demo Directory.Build.props Directory.Build.targets Directory.Packages.props global.json .editorconfig BannedSymbols.txt \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum
}

now=$(sources | sha256sum | cut -d' ' -f1)
if [[ ${2:-} = --keep && -x $target/$program ]]; then
  [[ -f $stamp && $(<"$stamp") = "$now" ]] || say "Lifeguard.$project is older than its sources. To build it: scripts/publish.sh $1"
  printf '%s\n' "$target"
  exit 0
fi
exec 9>"$root/artifacts/publish.lock"
flock 9
if [[ -x $target/$program && -f $stamp && $(<"$stamp") = "$now" ]]; then
  printf '%s\n' "$target"
  exit 0
fi

say "Building Lifeguard.$project (a minute or two the first time)"
log=$root/artifacts/publish-$1.log
rm -rf "$target.new"
# ./test holds the code to its style; whoever publishes only waits for it.
# The build's own files lie apart from those of "dotnet build", which would otherwise restore anew each time.
publish() {
  dotnet publish "$root/src/$project/Lifeguard.$project.csproj" --configuration Release --runtime "$runtime" \
    --self-contained "-p:RuntimeFrameworkVersion=$runtime_version" -p:RunAnalyzers=false --artifacts-path "$root/artifacts/build" \
    --output "$target.new" --verbosity quiet "$@" >"$log" 2>&1 9>&-
}

# Compiled ahead it starts in two thirds of the time. Where the compiler for that cannot be had, it is compiled as it starts.
if ! publish -p:PublishReadyToRun=true && ! { rm -rf "$target.new"; publish; }; then
  grep -E ': (error|warning) ' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
  fail "Lifeguard.$project could not be built. All that was said is in $log"
fi

[[ -x $target.new/$program ]] || fail "Lifeguard.$project was interrupted while it was built. Try again."

# Published without the lock, because a lock would have to name this processor and its runtime; so what came out is held
# against what the lock says: name and version of each package (decision 0009).
packages_published() { awk -F '"' '/^    "[^"]+\/[^"]+": \{/ { of = $2 } /"type": "package"/ { print of }' "$1" | sort -u; }
packages_locked() { awk -F '"' '/^      "[^"]+": \{/ { name = $2 } $2 == "resolved" { print name "/" $4 }' "$1" | sort -u; }
others=$(comm -23 <(packages_published "$target.new/$program.deps.json") <(packages_locked "$root/src/$project/packages.lock.json"))
[[ -z $others ]] ||
  fail "Lifeguard.$project would hold packages that src/$project/packages.lock.json does not name: $(tr '\n' ' ' <<<"$others"). Make the lock anew: dotnet restore"

# A program that runs from the old folder keeps its open files; a new start finds the new folder whole.
rm -rf "$target.old" "$stamp"
[[ ! -e $target ]] || mv "$target" "$target.old"
mv "$target.new" "$target"
rm -rf "$target.old"
printf '%s\n' "$now" >"$stamp"
printf '%s\n' "$target"
