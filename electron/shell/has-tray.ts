import { execFile } from 'node:child_process'

/** Who keeps the tray of a Linux desktop; without an owner of this name there is none to be in. */
const WATCHER = 'org.kde.StatusNotifierWatcher'
const BUS = 'org.freedesktop.DBus'
const LIMIT_MS = 3000

/** The two programs that may be there to ask the bus with. */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      `--dest=${BUS}`,
      '/org/freedesktop/DBus',
      `${BUS}.NameHasOwner`,
      `string:${WATCHER}`,
    ],
  ],
  [
    'gdbus',
    [
      'call',
      '--session',
      `--dest=${BUS}`,
      '--object-path=/org/freedesktop/DBus',
      `--method=${BUS}.NameHasOwner`,
      WATCHER,
    ],
  ],
]

/**
 * Whether this desktop shows a tray. Windows and macOS do. On Linux an icon would silently be nowhere
 * (GNOME without an extension), and an app hidden in it could not be reached any more: so it is asked for.
 */
export async function hasTray(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  for (const [program, words] of QUESTIONS) {
    const said = await outputOf(program, words)
    if (said !== undefined) return /\btrue\b/.test(said)
  }
  return false
}

/** Undefined when there is no such program, or it could not ask. */
function outputOf(program: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, [...words], { timeout: LIMIT_MS }, (error, stdout) => {
      resolve(error === null ? stdout : undefined)
    })
  })
}
