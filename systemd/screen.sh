#!/bin/sh
# What switchback.service runs: a Wayland compositor that shows the kiosk and nothing else.
# /etc/default/switchback says how many displays there are and how they are turned.
set -eu

PROGRAM=/opt/switchback/current/.venv/bin/switchback
RUNNING=${XDG_RUNTIME_DIR:-/run/switchback}/kiosk.pid

# cage shows one window on one display; with two displays it would stretch that one over both.
show() {
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-wayland}"
    if [ "${SWITCHBACK_DISPLAYS:-1}" = 2 ]; then
        exec labwc -C /usr/local/lib/switchback/labwc -S "$0 kiosk"
    fi
    exec cage -d -m last -- "$0" kiosk
}

# Called by the compositor, where WAYLAND_DISPLAY is set.
kiosk() {
    turn || true
    echo $$ >"$RUNNING"
    # systemd means the compositor, whose process it knows; the beats come from this one.
    export WATCHDOG_PID=$$
    exec "$PROGRAM" run --fullscreen
}

# SWITCHBACK_ROTATE is "90", or "DSI-1:90 HDMI-A-1:180": degrees, for all displays or by name.
turn() {
    [ -n "${SWITCHBACK_ROTATE:-}" ] || return 0
    for output in $(wlr-randr | sed -n 's/^\([^ ]*\) .*/\1/p'); do
        for turned in $SWITCHBACK_ROTATE; do
            case $turned in
            "$output":*) wlr-randr --output "$output" --transform "${turned##*:}" ;;
            *:*) ;;
            0) ;;
            *) wlr-randr --output "$output" --transform "$turned" ;;
            esac
        done
    done
}

# The kiosk ends first, with its display still there, and everything is saved; the compositor ends
# with it. systemd's own limit of time ends the waiting.
stop() {
    [ -r "$RUNNING" ] || return 0
    pid=$(cat "$RUNNING")
    kill -TERM "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
}

case ${1:-show} in
show | kiosk | stop) "${1:-show}" ;;
*)
    echo "usage: $0 [show | kiosk | stop]" >&2
    exit 2
    ;;
esac
