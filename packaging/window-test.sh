#!/bin/bash
# The window on a real X server, as a shop's PC shows it: the demonstration with its three troubles, then a scanner that
# types into the window, and the books afterwards.
#
#   packaging/window-test.sh [FOLDER FOR PICTURES]
set -euo pipefail

project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
pictures=${1:-$work/pictures}
scans=40
x_server=
register=
trap 'kill $register $x_server 2>/dev/null || true; rm -rf "$work"' EXIT
export TILLBOOK_HOME=$work/home XDG_CONFIG_HOME=$work/config
unset WAYLAND_DISPLAY

fail() {
    echo "FAIL  $*" >&2
    cat "$work"/*.out >&2 2>/dev/null || true
    exit 1
}
waits_for() { # waits_for SECONDS COMMAND…
    local until=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.3
    done
}

# The server chooses a number that is free and says which.
mkfifo "$work/display"
Xvfb -displayfd 7 -screen 0 1366x768x24 7>"$work/display" >"$work/xvfb.out" 2>&1 &
x_server=$!
read -r number <"$work/display" || fail "Xvfb did not start"
export DISPLAY=:$number

echo "The demonstration on display $DISPLAY"
"$project/tillbook" demo --out "$pictures" >"$work/demo.out" 2>&1 || fail "the demonstration ended with $?"
count=$(find "$pictures" -name '*.png' | wc -l)
[ "$count" -ge 5 ] || fail "the demonstration left $count pictures"

echo "A scanner that types $scans times"
"$project/tillbook" --practice --lang en >"$work/register.out" 2>&1 &
register=$!
waits_for 60 xdotool search --onlyvisible --name Tillbook || fail "no window came up"
waits_for 30 "$project/tillbook" open --practice || fail "the register does not answer"
xdotool search --onlyvisible --name Tillbook windowfocus --sync
for _ in $(seq "$scans"); do
    xdotool type --delay 8 2000000000015
    xdotool key Return
    sleep 0.1
done
paid() { "$project/tillbook" journal find --practice --json | grep -q 51200; }
# 40 × 12.80 is more than may be paid without asking: a scan of the code asks, the next one says yes, and after that
# another is told that this code has paid.
pays() {
    xdotool type --delay 8 281234567890123456
    xdotool key Return
    waits_for 4 paid
}
waits_for 60 pays || fail "the journal has no sale of $scans × 12.80: $("$project/tillbook" journal find --practice --json)"
kill "$register"
wait "$register" || true
register=
paid || fail "the sale is gone after the end"
echo "The window: $count pictures of the demonstration, $scans scans, none lost and none doubled"
