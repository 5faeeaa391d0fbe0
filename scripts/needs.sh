#!/usr/bin/env bash
# Puts on the machine what is missing, and says nothing when nothing is.
# Usage: scripts/needs.sh [run|backup|install|gate|test]
set -euo pipefail

purpose=${1:-run}
say() { printf '%s\n' "$*" >&2; }

missing=()

has_postgresql() {
  local folder version
  for folder in /usr/lib/postgresql/*/bin; do
    version=${folder#/usr/lib/postgresql/} version=${version%/bin}
    [[ $version =~ ^[0-9]+$ && $version -ge 15 && -x $folder/postgres ]] && return 0
  done
  return 1
}

has_squid() { (PATH=$PATH:/usr/sbin:/sbin; command -v squid >/dev/null && squid -v | grep -q -- '--with-openssl'); }

# A machine that is a gate alone holds no database and prints nothing.
[[ $purpose = gate ]] || has_postgresql || missing+=(postgresql)
# Encrypts backups; nobody needs it to look at a demonstration.
if [[ $purpose = backup || $purpose = install || $purpose = test ]]; then
  command -v age >/dev/null || missing+=(age)
fi
[[ $purpose = gate ]] || command -v chromium >/dev/null || missing+=(chromium chromium-sandbox fonts-liberation)
# An installation looks at the certificate, and asks the site whether it is ready; a small Debian has neither.
if [[ $purpose = install ]]; then
  command -v curl >/dev/null || missing+=(curl)
  command -v openssl >/dev/null || missing+=(openssl)
  # Without it curl and the build believe no certificate at all.
  [[ -e /etc/ssl/certs/ca-certificates.crt ]] || missing+=(ca-certificates)
fi
# The gate stands on Debian's Squid with TLS; the other build cannot look into a hello.
if [[ $purpose = gate || $purpose = test ]]; then
  has_squid || missing+=(squid-openssl)
  command -v openssl >/dev/null || missing+=(openssl)
fi
if [[ $purpose = test ]]; then
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
fi

install_missing() {
  local command="apt-get update && apt-get install -y ${missing[*]}" as_root=()
  if ! command -v apt-get >/dev/null; then
    say "Missing on this machine: ${missing[*]}"
    say "They are installed by themselves on Debian 12 only. Install them your system's way (PostgreSQL 15 or newer), then try again."
    exit 1
  fi
  if [[ $EUID -ne 0 ]]; then
    if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
      as_root=(sudo)
    else
      say "Missing on this machine: ${missing[*]}"
      say "Type this as root, then try again:"
      if [[ " ${missing[*]} " = *' postgresql '* ]]; then
        say "  mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >>/etc/postgresql-common/createcluster.conf"
      fi
      say "  $command"
      exit 1
    fi
  fi

  say "Installing what is missing: ${missing[*]}"
  if [[ " ${missing[*]} " = *' postgresql '* ]]; then
    # Debian's package makes and starts a cluster of its own, with a TCP port, unless it is told beforehand not to.
    "${as_root[@]}" sh -c 'mkdir -p /etc/postgresql-common &&
      { grep -qs "^ *create_main_cluster" /etc/postgresql-common/createcluster.conf ||
        echo "create_main_cluster = false" >>/etc/postgresql-common/createcluster.conf; }'
  fi
  # Debian's package starts a proxy of its own for the whole network, unless services may not start while it is put on.
  local quiet=no
  if [[ " ${missing[*]} " = *' squid-openssl '* && ! -e /usr/sbin/policy-rc.d ]]; then
    quiet=yes
    "${as_root[@]}" sh -c "printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod 755 /usr/sbin/policy-rc.d"
  fi
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 \
      apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    [[ $quiet = no ]] || "${as_root[@]}" rm -f /usr/sbin/policy-rc.d
    tail -n 10 "$log" >&2
    say "The installation failed; all that was said is in $log"
    say "Try it by hand as root: $command"
    exit 1
  fi
  rm -f "$log"
  if [[ $quiet = yes ]]; then
    "${as_root[@]}" rm -f /usr/sbin/policy-rc.d
    [[ ! -d /run/systemd/system ]] || "${as_root[@]}" systemctl disable squid.service >/dev/null 2>&1 || true
  fi
}

((${#missing[@]} == 0)) || install_missing

# With the browser that has no windows the journeys take a third of the processor. They go with the whole one too, so where this
# cannot be had by itself nobody is asked for it.
if [[ $purpose = test && $EUID -eq 0 ]] && command -v apt-get >/dev/null && ! command -v chromium-headless-shell >/dev/null; then
  say "Installing chromium-headless-shell, for shorter tests"
  { apt-get -o Acquire::Retries=0 -o Acquire::http::Timeout=20 update &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-remove --no-install-recommends chromium-headless-shell; } >/dev/null 2>&1 ||
    say "It cannot be had here; the tests take the whole browser."
fi

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  say "The .NET 10 SDK is missing. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 (choose SDK, Linux),"
  say "put its folder in PATH so that \"dotnet --list-sdks\" shows a line that starts with 10, then try again."
  exit 1
fi

# Only the check that the committed CSS and JavaScript are what their sources give needs Node; Lifeguard itself does not.
if [[ $purpose = test ]]; then
  node_version=$(node --version 2>/dev/null || true)
  node_major=${node_version#v} node_major=${node_major%%.*}
  if ! [[ $node_major =~ ^[0-9]+$ && $node_major -ge 20 ]]; then
    say "Node 20 or newer is missing (found: ${node_version:-none}). The check of the compiled CSS and JavaScript needs it;"
    say "Debian 12's own Node 18 is too old for Sass. Get it from https://nodejs.org/en/download and put it in PATH."
  fi
fi
