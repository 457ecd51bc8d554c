import type { FrameText } from '../zh/frame.ts'

/** Words of the frame around the screens: navigation, search everywhere, notices. */
export const enFrame: FrameText = {
  navigation: 'Main navigation',
  screens: {
    overview: 'Overview',
    ledger: 'Ledger',
    credentials: 'Credentials',
    contacts: 'Contacts',
    reminders: 'Reminders',
    recovery: 'Recovery',
    documents: 'Papers',
    handover: 'Handover',
    audit: 'Audit',
    settings: 'Settings',
    trash: 'Trash',
    evidence: 'Evidence',
    letters: 'Letters',
    checks: 'Checks',
    backups: 'Backups and drills',
    merge: 'Merge another copy',
  },
  lock: 'Lock',
  lockHint: (keys) => `Lock now (${keys})`,
  searchEverywhere: 'Search everything',
  searchEverywhereHint:
    'Entities, services, domains, credentials, contacts; pinyin and initials too',
  searchNothing: 'Nothing found. Try another word, or just some digits of the filing number.',
  searchStart: 'Type part of a name, pinyin, initials, domain or filing number',
  paletteGo: (screen) => `Go to ${screen}`,
  paletteKeys: ['↑↓ choose', 'Enter open', 'Esc close'],
  dangerCount: (count) => `${count} to do at once`,
  dueCount: (count) => `${count} due`,
  testRuntime: 'Test runtime',
  testRuntimeText: 'Running on a substitute for testing only: keep no real data here.',
  demo: 'Demo',
  demoText: 'A demo vault of made-up data; nothing is kept after closing.',
  readOnlyText: 'Open read-only: look and copy, but nothing can be changed.',
  evidenceText: 'Evidence mode: the vault does not agree with what was last recorded; look only.',
  evidenceOpen: 'See what was found',
  failedBefore: (count) =>
    `${count} failed attempts to unlock since the last time. If that was not you, find out.`,
  openerNotes: {
    'anchor-not-written':
      'This computer’s record of the vault could not be written. The vault is saved; but an older file put in its place now might not be noticed here. Check the disk space and that the app’s data folder can be written; it is tried again at the next save.',
    'anchor-missing':
      'This computer has no record of this vault, so it cannot tell whether this is the latest copy. That is normal on a new computer; otherwise compare the check words with those on a report or the recovery kit.',
    'anchor-upgraded':
      'This computer’s record of the vault is now kept with the system keychain too. If the keychain is not new here, find out where the earlier record went.',
    'hard-linked':
      'This file has another name too (a hard link). Keep only one: each name has a journal of its own, and after a power failure opening it by the other may lose the last change or damage the file.',
  },
  dismiss: 'Understood',
  undo: 'Undo',
  undone: 'Undone.',
  close: 'Close',
  loading: 'Loading…',
  retry: 'Try again',
  clipboardCleared: 'Clipboard cleared.',
  brokenScreen: 'This screen has failed.',
  brokenScreenText:
    'All that was saved is unaffected. Show it again, or go to another screen first.',
  showAgain: 'Show again',
}
