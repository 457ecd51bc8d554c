import type { VaultErrorFacts } from '../../../shared/errors.ts'
import type { ErrorText } from '../zh/errors.ts'
import { enFileErrors } from './file-errors.ts'

type Facts = VaultErrorFacts

/** The words of every expected failure. `facts` are those of the error. */
export const enErrors: ErrorText = {
  'wrong-passphrase': () => ({
    title: 'This passphrase does not open this vault.',
    kept: 'Nothing in the vault was changed.',
    next: 'Check capitals, input method and full-width characters, then type it again. If it is lost, use the recovery kit.',
  }),
  'wrong-recovery-kit': (facts: Facts) => ({
    title: enKitTitle(facts),
    kept: 'Nothing in the vault was changed.',
    next: 'Compare it with the printed kit group by group; O, I and L count as 0, 1 and 1. An older kit may have been replaced.',
  }),
  'passphrase-too-weak': () => ({
    title: 'This passphrase is too easy to guess.',
    kept: 'Nothing was saved.',
    next: 'Make it longer: four or five unrelated words are easier to remember and safer than symbols.',
  }),
  'not-a-vault': () => ({
    title: 'This file is not a Beian Vault.',
    kept: 'The file was not changed.',
    next: 'Choose a file ending in .beian. To import a spreadsheet, open a vault first and use “Import” in the ledger.',
  }),
  'vault-damaged': () => ({
    title: 'The vault file is damaged and cannot be read.',
    kept: 'The file was left as it is; no repair was tried.',
    next: 'Open your latest backup, and keep this damaged file as evidence.',
  }),
  'newer-format': () => ({
    title: 'This vault was saved by a newer Beian Vault.',
    kept: 'The file was not changed.',
    next: 'Update Beian Vault on this computer, then open it again.',
  }),
  'schema-altered': () => ({
    title: 'The inner structure of this vault has been altered.',
    kept: 'The file was not opened and not changed.',
    next: 'Normal use never does this. Keep the file, use a backup, and find out who touched it.',
  }),
  'opened-elsewhere': (facts: Facts) => ({
    title:
      facts['host'] === undefined
        ? 'This vault is open elsewhere.'
        : `This vault is in use by ${facts['user'] ?? 'another user'} on ${facts['host']}.`,
    kept: 'The file was not changed.',
    next: 'Lock it there first, then try again.',
  }),
  'kdf-parameters-refused': ({ reason }) => ({
    title:
      reason === 'too-costly'
        ? 'This file has so many costly ways in that trying them was stopped.'
        : 'The key-hardening settings in this vault are outside the safe range.',
    kept:
      reason === 'too-costly'
        ? 'None of those tried is opened by your passphrase. The file is unchanged.'
        : 'Your passphrase was not used and no large memory was taken.',
    next: 'The file may have been altered. Use a backup and keep this file as evidence.',
  }),
  'forged-vault': () => ({
    title: 'This file pretends to be your vault: its signature does not match.',
    kept: 'Nothing was read from it.',
    next: 'Do not use it. Use a backup and find out where the file came from.',
  }),
  'vault-locked': () => ({
    title: 'The vault is locked.',
    kept: 'All that was saved is there.',
    next: 'Unlock it and try again.',
  }),
  'no-vault-chosen': () => ({
    title: 'No vault is chosen yet.',
    kept: 'Nothing was changed.',
    next: 'Create or open a vault.',
  }),
  'vault-exists': () => ({
    title: 'There is already a file of that name.',
    kept: 'It was not overwritten.',
    next: 'Choose another name or folder.',
  }),
  'read-only': () => ({
    title: 'The vault is open read-only: changes cannot be saved.',
    kept: 'Nothing was changed.',
    next: 'Lock it and open it normally to make changes.',
  }),
  'evidence-mode': () => ({
    title: 'Evidence mode: changes cannot be saved.',
    kept: 'The vault stays exactly as it was found.',
    next: 'Compare it with a backup, find the cause, then use a backup you trust.',
  }),
  'disk-full': () => ({
    title: 'The disk is full: this was not saved.',
    kept: 'The vault is as it was at the last save, undamaged.',
    next: 'Free some space and try again.',
  }),
  'folder-not-writable': (facts) =>
    facts['reason'] === 'interrupted-change'
      ? {
          title:
            'The last save was interrupted. It must be undone first, and this folder cannot be written to.',
          kept: 'Everything from before it is there; the file that undoes it lies beside the vault. Do not delete it.',
          next: 'Copy the vault and the file beside it that ends in -journal to a folder that can be written, and open it there.',
        }
      : {
          title: 'This folder cannot be written to.',
          kept: 'Nothing was changed.',
          next: 'Check its permissions or choose another folder.',
        },
  'file-not-found': () => ({
    title: 'This file cannot be found.',
    kept: 'Nothing was changed.',
    next: 'It may have been moved or renamed, or its disk is not connected. Choose it again.',
  }),
  'io-failed': () => ({
    title: 'The system reported an error reading or writing the file.',
    kept: 'The vault is as it was at the last save.',
    next: 'Check the disk or network drive and try again.',
  }),
  'replaced-while-open': () => ({
    title: 'The vault file was replaced or moved while it was open.',
    kept: 'This change was not saved; earlier ones are in the file that was taken away.',
    next: 'Pause your sync program, note what you were changing, lock, open again and compare. What is missing may be in its version history or in a backup.',
  }),
  'record-not-found': () => ({
    title: 'This record is no longer there.',
    kept: 'Nothing else has changed.',
    next: 'It may just have been deleted for good. Refresh and look again.',
  }),
  'record-changed-meanwhile': () => ({
    title: 'This record was changed while you were editing it.',
    kept: 'What you typed is still in the form; nothing was overwritten.',
    next: 'Close the form, look at the latest content, then decide.',
  }),
  'record-in-use': (facts: Facts) => ({
    title:
      facts['name'] !== undefined && facts['user'] !== undefined
        ? `“${facts['user']}”${Number(facts['count']) > 1 ? ` and others (${facts['count']} in all)` : ''} still use “${facts['name']}”: it cannot be deleted.`
        : 'Other records still use it: it cannot be deleted.',
    kept: 'Nothing was deleted.',
    next: 'Put something else in its place there first.',
  }),
  'invalid-value': () => ({
    title: 'Something does not follow the rules: not saved.',
    kept: 'What you typed is still there.',
    next: 'Correct what is marked red and save again.',
  }),
  'password-refused': () => ({
    title: 'This password does not follow the rules: not registered.',
    kept: 'The present password is unchanged.',
    next: 'Follow the hints; if it was issued to you by a bureau or provider, choose the origin “issued”.',
  }),
  'nothing-to-undo': () => ({
    title: 'There is nothing left to undo.',
    kept: 'Nothing was changed.',
    next: 'After a newer change, an older one can no longer be undone.',
  }),
  'kit-mismatch': ({ share }) => ({
    title: `The two groups do not match ${share === undefined ? 'the kit' : `part ${share}`}.`,
    kept: 'The new kit is not in force yet; all other ways to unlock are unchanged.',
    next: 'Look at the printed paper, not the screen, and type them again.',
  }),
  'ledger-only': () => ({
    title: 'The vault is open for the ledger only: no passwords, no papers, no changes.',
    kept: 'Nothing in the vault was changed.',
    next: 'Lock it and let a custodian unlock it with their own passphrase.',
  }),
  'slots-full': ({ reason }) => ({
    title:
      reason === 'too-costly'
        ? 'All ways to unlock together would take too long; no more can be added.'
        : 'The vault has as many ways to unlock as it may (64).',
    kept: 'All other ways to unlock are unchanged.',
    next:
      reason === 'too-costly'
        ? 'Lower the hardening of the passphrase, or remove ways that are not needed any more.'
        : 'Remove expired joining requests, keychain entries or custodians who left.',
  }),
  'join-expired': () => ({
    title: 'The time to join is over.',
    kept: 'Nothing in the vault was changed, and nothing was read.',
    next: 'Make a new joining request and let the custodian add you again.',
  }),
  'join-not-found': ({ reason }) => ({
    title:
      reason === 'used'
        ? 'This joining request was used already, or removed.'
        : 'This vault does not know your joining request yet.',
    kept: 'Nothing in the vault was changed.',
    next:
      reason === 'used'
        ? 'If you have set a passphrase, unlock with it; otherwise make a new request.'
        : 'Make sure that the custodian added you and that this is the file from after that.',
  }),
  'join-unconfirmed': () => ({
    title: 'The words of this vault were not compared, or the file is another since.',
    kept: 'Nothing in the vault was changed, and nothing was read.',
    next: 'Show the words again, compare each with the custodian who added you, then open.',
  }),
  'keychain-expired': () => ({
    title: 'The entry in this computer’s keychain has expired.',
    kept: 'Nothing in the vault was changed.',
    next: 'Unlock with the passphrase and set it up again in the settings.',
  }),
  'wrong-keychain-key': () => ({
    title: 'The entry in this computer’s keychain does not open this vault.',
    kept: 'Nothing in the vault was changed.',
    next: 'It may have been removed. Unlock with the passphrase; set it up again if needed.',
  }),
  'keychain-missing': () => ({
    title: 'There is no real system keychain on this computer.',
    kept: 'It was not switched on; nothing in the vault was changed.',
    next: 'Linux needs the GNOME keyring or KWallet, unlocked at login. Without one the key would lie openly beside the file.',
  }),
  ...enFileErrors,
  'second-person-needed': () => ({
    title: 'The company rule asks for two persons here.',
    kept: 'Nothing was done and nothing was changed.',
    next: 'Ask another custodian to type their passphrase on this computer, then go on.',
  }),
  'rule-needs-two': () => ({
    title: 'Only one person can open this vault, so there is nobody to ask.',
    kept: 'The rule was not changed.',
    next: 'Add another custodian first and let them open the vault once.',
  }),
  'join-request-unreadable': () => ({
    title: 'There is no usable request to join in this.',
    kept: 'Nothing in the vault was changed.',
    next: 'Choose the .beian-key file of the other person, or a sharp and whole picture of the QR code; else ask them for the file.',
  }),
  'join-request-not-here': () => ({
    title: 'This request to join is not on this computer.',
    kept: 'Nothing was changed.',
    next: 'Make a new one under “Join a vault” and hand the new file over.',
  }),
  'passphrase-first': () => ({
    title: 'Set a new passphrase first.',
    kept: 'The vault is open; nothing was changed.',
    next: 'After opening with a recovery kit, everything else waits for the new passphrase.',
  }),
  'vault-process-ended': () => ({
    title: 'The vault process ended unexpectedly; the vault is locked.',
    kept: 'All that was saved is there; the step under way was not written.',
    next: 'Unlock again. If it keeps happening, make a backup and report it.',
  }),
  refused: (facts) =>
    facts['reason'] === 'kit-read-only'
      ? {
          title:
            'A recovery kit is for setting a new passphrase; it does not open the vault read-only.',
          kept: 'The vault was not opened and nothing was changed.',
          next: 'Try again without “open read-only”. Where the file or folder cannot be written it opens read-only by itself, and the other custodians are told.',
        }
      : {
          title: 'This request was refused.',
          kept: 'Nothing was changed.',
          next: 'Restart Beian Vault and try again.',
        },
  internal: () => ({
    title: 'Something went wrong inside the app.',
    kept: 'All that was saved is unaffected; the last step was not completed.',
    next: 'Try again; if it happens again, lock and reopen Beian Vault.',
  }),
}

/** Which sheet of a split kit is meant, and what is wrong with it. */
function enKitTitle({ reason, share, field, group }: VaultErrorFacts): string {
  if (field !== undefined && group !== undefined) {
    return `Group ${group} of the share in field ${field} is mistyped.`
  }
  if (group !== undefined) return `Group ${group} is mistyped.`
  if (reason === 'share') return 'This is one share of a split kit; it needs another one beside it.'
  if (reason === 'single') return 'This is a kit of its own, not a share of a split kit.'
  if (reason === 'too-few') return 'One share is missing: a split kit opens with two.'
  if (reason === 'same-share') return 'This is the same share twice; two different ones are needed.'
  if (reason === 'other-set') return 'These shares are not of one kit.'
  if (reason === 'not-of-vault') return 'This split kit is not the one this vault uses now.'
  if (share !== undefined) return `Share ${share} is not right.`
  return 'This recovery code does not open this vault.'
}
