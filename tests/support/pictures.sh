#!/bin/sh
# Takes the pictures of README.md and the guide: docs/pictures, from the tour of the preset dev, which has to be built.
# Look at each before you commit it.
set -eu
if [ $# -gt 0 ]; then
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
    exit 0
fi
cd "$(dirname "$0")/../.."
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
tests/support/session.sh --size 1280x800 -- build/dev/tests/ui/lanyard_screenshots --size 1280x800 --pictures "$taken"
for picture in sign-in profile api-keys settings certificate; do
    cp "$taken"/*[0-9]-"$picture.png" "docs/pictures/$picture.png"
done
