import type { DueListText } from '../zh/due-list.ts'

/** Words of what is due in the tray without the passphrase. */
export const enDueList: DueListText = {
  section: 'At login',
  label: 'Show what is due without the passphrase',
  hint: 'After you log in, Beian Vault waits in the tray and shows how many things are due, and which.',
  noKeychain:
    'This computer has no real system keychain (Linux needs the GNOME keyring or KWallet, unlocked at login), so it cannot be switched on: the key would lie openly beside the file.',
  demo: 'Not in the demo.',
  readOnly: 'The vault cannot be changed now, so it cannot be switched on.',
  until: 'Valid',
  untilValue: (day) => `until ${day}`,
  untilHint: 'Then the key ends by itself and the passphrase is asked for again',
  extend: 'Extend',
  again: 'Switch on again',
  noTray:
    'This desktop has no tray: after login a notification tells how many things are due and the window is minimised; closing it quits.',
  problem: {
    expired: 'The time is over; the tray shows nothing any more.',
    'slot-removed': 'This way in was removed from the vault; the tray shows nothing any more.',
    'keychain-closed': 'The system keychain is not open; what is due cannot be shown now.',
    'vault-missing': 'The vault is not where it was; what is due cannot be shown now.',
    'vault-busy': '',
    'vault-suspect': 'At the last look the vault differed from what was seen before.',
    unreadable: 'What is due could not be read the last time.',
  },
  dialogTitle: 'Show what is due without the passphrase',
  opens:
    'This is one more way in: whoever is logged in to your account on this computer can read the ledger without the passphrase: names, dates, numbers, account names and notes.',
  secrets:
    'Passwords, one-time codes, ID numbers and papers are not part of it: those still want the passphrase.',
  how: 'The system keychain keeps the key: the vault file alone opens nothing, and the whole disk only with your login password. Switching on and off is in the audit trail, and at the next unlock on which days it looked.',
  shared:
    'The tray menu shows names to whoever stands by. Do not switch it on where several people share one account.',
  term: 'Ask for the passphrase again after',
  days: (count) => `${count} days`,
  passphrase: 'Passphrase',
  switchOn: 'Switch on',
  switching: 'Switching on…',
  on: (day) => `Switched on until ${day}. From the next login Beian Vault starts in the tray.`,
  remove: 'Remove',
  removed: (machine) => `The keychain of “${machine}” opens nothing any more.`,
  off: 'Switched off: the key is deleted, the way in is gone from the vault, nothing starts at login.',
}
