#!/bin/sh
# Makes countries-50m.json.gz anew, beside this script. Needed only for another version of world-atlas; wants npm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
cd "$work"
npm pack --silent world-atlas@2.0.2 >/dev/null
tar xzf world-atlas-2.0.2.tgz
gzip -9 -n -c package/countries-50m.json >"$here/countries-50m.json.gz"
cp package/LICENSE "$here/LICENSE-ISC.txt"
