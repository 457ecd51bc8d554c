#!/bin/sh
# Runs Electron in a session of its own with an unlocked keyring, as a desktop has; where BEIAN_TRAY_WATCHER
# names the stand-in for a tray, and BEIAN_NODE what runs it, with that too.
# BEIAN_ELECTRON names the executable; all words go to it.
export XDG_CURRENT_DESKTOP=GNOME
exec dbus-run-session -- sh -c '
  printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null
  if [ -n "$BEIAN_TRAY_WATCHER" ]; then
    pipe=$(mktemp -u)
    mkfifo "$pipe"
    "$BEIAN_NODE" "$BEIAN_TRAY_WATCHER" >"$pipe" &
    read -r _ <"$pipe"
    rm "$pipe"
  fi
  exec "$BEIAN_ELECTRON" "$@"
' sh "$@"
