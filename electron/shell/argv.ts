import path from 'node:path'

/** What the command line asked for. */
export type Launch = {
  /** A throw-away vault of invented filings. */
  isDemo: boolean
  /** Start in the tray, without showing the window: at login. */
  isHidden?: boolean
  /** A picture of the first screen: `smoke` ends the app with it, `screenshot` leaves it running. */
  picture?: 'smoke' | 'screenshot'
  /** A vault to open, absolute. */
  vaultPath?: string
}

/** What the start at login passes. */
export const HIDDEN_SWITCH = '--hidden'

export type ArgumentReading = { launch: Launch } | { refused: string }

/** Switches of Chromium that change looks or pick a keyring, never safety. */
const HARMLESS_SWITCHES = [
  'disable-gpu',
  'force-device-scale-factor',
  'lang',
  'log-level',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
]

/** Switches that testing and running from source need; a release refuses them. */
const TESTING_SWITCHES = ['inspect', 'no-sandbox', 'remote-debugging-port', 'user-data-dir']

/**
 * Reads the command line by an allow-list: a switch that weakens the window (`--disable-web-security`,
 * `--load-extension`, a debugger in a release …) must not reach it unseen, so nothing unknown starts.
 *
 * @param argv - `process.argv`, whole.
 * @param facts - `isDefaultApp`: run from a folder, whose name is the first word · `isRelease`: neither
 * from source nor on the test runtime · `cwd`: what a relative vault path is relative to.
 */
export function readArguments(
  argv: readonly string[],
  facts: { isDefaultApp: boolean; isRelease: boolean; cwd: string },
): ArgumentReading {
  const launch: Launch = { isDemo: false }
  let isFolderSeen = !facts.isDefaultApp
  for (const word of argv.slice(1)) {
    if (!word.startsWith('-')) {
      if (!isFolderSeen) isFolderSeen = true
      else if (isVaultPath(word)) launch.vaultPath = path.resolve(facts.cwd, word)
      else return { refused: word }
      continue
    }
    const name = word.replace(/^--/, '').split('=', 1)[0] ?? ''
    if (word === '--demo') launch.isDemo = true
    else if (word === HIDDEN_SWITCH) launch.isHidden = true
    else if (word === '--smoke') launch.picture = 'smoke'
    else if (word === '--screenshot') launch.picture = 'screenshot'
    else if (!HARMLESS_SWITCHES.includes(name) && !isMacLaunchWord(word)) {
      if (facts.isRelease || !TESTING_SWITCHES.includes(name)) return { refused: word }
    }
  }
  return { launch }
}

/** The vault that a second start of the app was given. Chromium adds words of its own there, so the rest is ignored. */
export function vaultPathIn(argv: readonly string[], cwd: string): string | undefined {
  const word = argv
    .slice(1)
    .find((candidate) => !candidate.startsWith('-') && isVaultPath(candidate))
  return word === undefined ? undefined : path.resolve(cwd, word)
}

export function isVaultPath(word: string): boolean {
  return path.extname(word).toLowerCase() === '.beian'
}

/** What the Finder of old macOS adds. */
function isMacLaunchWord(word: string): boolean {
  return /^-psn_\d+_\d+$/.test(word)
}
