import type { EvidenceText } from '../zh/evidence.ts'

/** Words of the evidence screen. */
export const enEvidence: EvidenceText = {
  lead: 'On opening, the vault did not agree with what was last recorded. To keep the evidence, you can only look and copy; nothing is repaired.',
  found: (count) => (count === 1 ? '1 finding' : `${count} findings`),
  what: 'Finding',
  where: 'Where',
  wholeFile: 'the whole file',
  next: 'What to do',
  steps: [
    'Do not go on recording in this file.',
    'Find your latest backup and compare below which records differ.',
    'Find out who can reach this file: sync folders, shares, computers of people who left.',
    'Once a backup is trusted, use it, and change the passwords concerned.',
  ],
  restore: 'Restore from a backup…',
  compareTitle: 'Compare with a backup',
  compareText:
    'Choose a backup and type its passphrase to list the records that differ. Neither file is changed.',
  passphrase: 'Passphrase of the backup',
  compare: 'Choose a backup and compare',
  comparing: 'Comparing…',
  same: 'All records are the same in both files.',
  differences: (count) => (count === 1 ? '1 record differs' : `${count} records differ`),
  difference: {
    'only-here': 'only in this file',
    'only-there': 'only in the backup',
    changed: 'different in both',
  },
  unnamed: 'a record that does not open',
  codes: {
    'head-mismatch':
      'The digest of the file does not match: records were removed, added, swapped or altered',
    'record-unreadable': 'This record does not open: altered or damaged',
    'record-added': 'A record is there that was never written here',
    'record-missing': 'A record that was written here is missing',
    'record-replayed': 'This record was put back to an earlier content',
    'secret-unreadable': 'The secret part of this record does not open: altered or damaged',
    'slot-altered': 'A way to unlock was altered',
    'generation-invalid': 'The chain of key certificates does not hold',
    'audit-broken': 'The audit trail is broken: entries were removed or rewritten',
    'attachment-altered': 'An attachment was altered',
    'older-than-anchor': 'This file is older than the one opened last',
    'forked-from-anchor':
      'This file went another way than the one opened last, like a copy used elsewhere',
    'anchor-missing': 'This computer has no record of this vault yet',
    'anchor-altered': 'The record on this computer was altered',
    'certificate-not-anchored':
      'The key certificates are not those this computer saw last: the file may be forged, or a copy that went another way',
    'anchor-unverifiable':
      'The system keychain does not answer, so the record on this computer cannot be checked',
    'anchor-upgraded':
      'From now on the record on this computer is protected by the system keychain too',
    'anchor-not-written': 'The record on this computer could not be written',
    'hard-linked': 'The file has another name too (a hard link)',
  },
}
