#!/bin/sh
# Runs Electron in a session of its own with an unlocked keyring, as a desktop has.
# BEIAN_ELECTRON names the executable; all words go to it.
export XDG_CURRENT_DESKTOP=GNOME
exec dbus-run-session -- sh -c '
  printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null
  exec "$BEIAN_ELECTRON" "$@"
' sh "$@"
