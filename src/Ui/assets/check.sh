#!/bin/sh
# Are the committed styles, scripts and fonts what their sources give?
# Needs Node 20 or newer; says so and fails when it is missing. Nothing is skipped.
set -eu
cd "$(dirname "$0")"

if ! command -v node >/dev/null 2>&1; then
  echo "ui assets: node is not installed; Node 20 or newer is needed to check them" >&2
  exit 1
fi
major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 20 ]; then
  echo "ui assets: Node $major is too old; 20 or newer is needed" >&2
  exit 1
fi
if grep -q '"resolved"' package-lock.json; then
  echo "ui assets: package-lock.json names a registry; run npm install with omit-lockfile-registry-resolved" >&2
  exit 1
fi

npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
node build.mjs "$made/assets"

if ! diff -r ../wwwroot/assets "$made/assets" >/dev/null; then
  echo "ui assets: committed files differ from their sources; run: (cd src/Ui/assets && npm run build)" >&2
  diff -rq ../wwwroot/assets "$made/assets" >&2 || true
  exit 1
fi
echo "ui assets: committed files match their sources"
