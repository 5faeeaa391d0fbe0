#!/usr/bin/env bash
# The certificate of an installation: whether it may be used, and taking up a new one.
#   certificate.sh check CERTIFICATE KEY HOST   says what is wrong with them; exit code 1
#   certificate.sh note                         the site starts now, with the pair that lies there
#   certificate.sh take-up                      a pair was laid: if it is good and another than the site has, the site takes it up
set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

settings=${LIFEGUARD_ETC:-/etc/lifeguard}
certificate=$settings/tls/site.pem key=$settings/tls/site.key
noted=${LIFEGUARD_RUN:-/run}/lifeguard-certificate.sum
site_user=lifeguard-site

check() {
  local certificate=$1 key=$2 host=$3 file
  for file in "$certificate" "$key"; do [[ -r $file ]] || fail "$file cannot be read."; done
  openssl x509 -in "$certificate" -noout -checkend 0 >/dev/null 2>&1 || fail "$certificate is no certificate (PEM), or it is out of date."
  [[ $(openssl x509 -in "$certificate" -noout -pubkey) = "$(openssl pkey -in "$key" -passin pass: -pubout 2>/dev/null)" ]] || fail "$key is not the key of $certificate, or it asks for a password."
  openssl x509 -in "$certificate" -noout -checkhost "$host" | grep -q 'does match' || fail "$certificate is not made for $host."
}

pair() { cat "$certificate" "$key" | sha256sum; }

take_up() {
  local host tries fault=''
  [[ ! -f $noted || $(<"$noted") != "$(pair)" ]] || return 0
  host=$(sed -n 's|^Lifeguard__Site=https://||p' "$settings/site.env" | tail -n 1)
  # Certificate and key are laid one after the other.
  for ((tries = 0; tries < 10; tries++)); do
    fault=$(check "$certificate" "$key" "$host" 2>&1) && break
    sleep 1
  done
  # Started with such a pair the site would not answer anybody.
  [[ -z $fault ]] || fail "The new certificate was not taken up, and the site goes on with the one of before. $fault"
  own "$certificate"
  own "$key"
  systemctl try-restart lifeguard.service
}

# However it was laid, the site's user can read it and nobody else.
own() {
  [[ $(stat -c '%U:%G %a' "$1") = "root:$site_user 640" ]] && return 0
  chown "root:$site_user" "$1"
  chmod 0640 "$1"
}

case ${1:-} in
  check) check "$2" "$3" "$4" ;;
  note) [[ ! -f $certificate ]] || (umask 077; pair >"$noted") ;;
  take-up) take_up ;;
  *) fail "Usage: certificate.sh check CERTIFICATE KEY HOST | note | take-up" ;;
esac
