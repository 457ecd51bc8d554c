import type { KitText } from '../zh/kit.ts'

/** Words of the recovery kit page. */
export const enKit: KitText = {
  title: 'Recovery kit',
  lead: 'If the passphrase is forgotten, only this sheet opens the vault. Print it now and put it in a safe or give it to another custodian.',
  onceWarning: 'It is shown only this once. After you leave this page it can only be made anew.',
  code: 'Recovery code',
  checkWords: 'Check words',
  revision: 'Revision',
  vaultId: 'Vault id',
  print: 'Print',
  printed: 'Sent to the printer.',
  retypeTitle: 'Looking at the printed sheet, type these two groups',
  group: (number) => `Group ${number}`,
  confirm: 'Confirm and put in force',
  confirming: 'Putting in force…',
  done: 'The recovery kit is in force.',
  later: 'Do this later',
  laterText:
    'Without a recovery kit a forgotten passphrase means the vault can never be opened again. You will be reminded until it is done.',
  laterConfirm: 'I understand, later',
  cancel: 'Continue',
  preparing: 'Making the recovery kit…',
  skipToLedger: 'Go to the ledger',
  missingNotice:
    'No recovery kit yet: if the passphrase is forgotten, nothing else opens the vault.',
  makeNow: 'Make it now',
  openedByKit:
    'This time a recovery kit opened the vault, and the new passphrase is set. Make a new kit as well.',
  onlyRead:
    'This file cannot be written now, so the kit opened it for reading only and no new passphrase can be set. This opening is noted: once this machine can write the vault it goes into the audit trail, and the other custodians are told.',
  newTitle: 'Set a new passphrase',
  newOwn: (name = '') =>
    `The kit has opened the vault. Set a new passphrase for ${name === '' ? 'yourself' : name} first; the old one ends with it. Nothing is shown before.`,
  newSplit:
    'A kit in parts belongs to the company, not to a person. Give your name and set a passphrase: you become a new custodian and unlock with it from now on. Who was a custodian and forgot the passphrase comes in like this too, under a name that differs; the earlier one is then removed by a handover.',
  newPassphrase: 'New passphrase',
  newTold:
    'This opening stands in the audit trail; the other custodians see it at their next unlock.',
  newSet: 'Set and go on',
  newSetting: 'Setting…',
  newLock: 'Lock instead',
}
