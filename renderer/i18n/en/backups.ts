import type { BackupsText } from '../zh/backups.ts'

export const enBackups: BackupsText = {
  settingsTitle: 'Backups and drills',
  settingsLabel: 'Backups',
  settingsNone: 'No backup is set up: if the disk fails, nothing can be brought back.',
  settingsFolder: (folder) => `Backed up by itself to ${folder}`,
  settingsAway: 'The folder for backups is not there now.',
  settingsOpen: 'Backups and drills',
  back: 'Back to settings',
  note: (count) => (count === 1 ? '1 backup' : `${count} backups`),
  make: 'Back up now',
  making: 'Backing up…',
  progress: (percent) => `Backing up ${percent}%`,
  made: 'Backed up, and opened again to be sure.',
  hasChanges: 'Some changes are not backed up yet: they will be at lock or quit.',
  upToDate: 'All changes are backed up.',
  empty: {
    title: 'No backups yet',
    text: 'Choose a folder, best on a removable or shared drive and not on the disk of the vault. From then on every session with changes is backed up at lock or quit, and every backup is opened again to be sure.',
    choose: 'Choose a folder',
  },
  folderTitle: 'Folder for backups',
  folderChange: 'Change folder',
  folderHere: 'Can be written',
  folderAway:
    'Not there now: a drive that is not plugged in, or a network place that is not connected',
  rule: 'Backed up at lock and quit when something changed, and daily while open; one of each of the last 7 days, 4 weeks and 12 months is kept. Backups are sealed like the vault, attachments included.',
  failed: (when, again) => `Failed at ${when}; tried again after ${again} and at the next unlock.`,
  listTitle: 'Backups',
  columns: { when: 'Time', state: 'State', openers: 'Who can open it', size: 'Size', acts: 'Acts' },
  reason: {
    session: 'After changes',
    daily: 'Daily',
    person: 'By hand',
    'before-restore': 'Before a restore',
    'before-merge': 'Before a merge',
  },
  place: {
    here: 'Whole',
    away: 'Folder not there',
    missing: 'File is missing',
    gone: 'Removed',
  },
  revision: (count) => `Revision ${count}`,
  verifiedAt: (when) => `Verified ${when}`,
  words: (words) => `Check words ${words}`,
  former: (name) => `${name}, who left, can still open it`,
  oldKit: (name) => `An old kit of ${name} still opens it`,
  formerTitle: (names, count) =>
    count === 1
      ? `1 backup still opens for ${names}, who left`
      : `${count} backups still open for ${names}, who left`,
  formerText:
    'A backup opens by the passphrase of its time for good. Make a new one first, then remove these; copies elsewhere (sticks, versions in a cloud) are to be cleaned up by hand.',
  formerAway: (count) => `The folder of ${count} of them is not here now; connect it first.`,
  formerMake: 'Make a new backup first',
  formerRemove: (count) =>
    count === 1 ? 'Remove this old backup…' : `Remove these ${count} old backups…`,
  formerDialog: {
    title: 'Remove backups that a leaver can open',
    text: (count) =>
      `${count === 1 ? '1 backup file' : `${count} backup files`} will be removed for good. The new backup is there.`,
    reason: 'Reason',
    reasonHint: 'Written into the audit trail, such as: Zhang left, all keys were changed',
    remove: 'Remove',
    removed: (count) => (count === 1 ? '1 old backup removed.' : `${count} old backups removed.`),
    kept: (count) => `${count} could not be removed; a file may be in use.`,
  },
  oldKeys: 'Before the change of keys',
  oldKeysHint: 'Sealed with the keys from before: only a passphrase or kit of then opens it.',
  verify: 'Verify',
  verified: 'The backup is whole and opens.',
  browse: 'Open to look',
  browseFile: 'Open another backup…',
  more: (count) => `Show ${count} more`,
  unlock: {
    title: 'Open a backup to look at it',
    text: 'Type the passphrase of the time of this backup, or use the kit of then. It is opened for reading only; neither it nor the vault is changed.',
    byPassphrase: 'Passphrase',
    byShares: 'Kit in parts',
    share: 'Recovery code of one part',
    otherShare: 'Recovery code of another part',
    byKit: 'Recovery kit',
    passphrase: 'Passphrase of the backup',
    code: 'Recovery code (8 groups)',
    open: 'Open',
    opening: 'Opening…',
  },
  view: {
    title: (fileName) => `Backup ${fileName}`,
    note: (revision, now) => `Backup at revision ${revision}, now ${now}`,
    close: 'Close backup',
    same: 'The backup and the vault are the same',
    sameText: 'There is nothing to restore.',
    lead: 'These records differ from the vault now. Choose what to restore; the rest stays.',
    capped: (shown, total) => `${total} differences, the first ${shown} are shown.`,
    difference: {
      'only-backup': 'Gone now',
      changed: 'Changed since',
      'only-now': 'Made since',
    },
    inTrash: 'In the trash',
    secret: 'Password or other secret differs',
    choose: (title) => `Choose ${title}`,
    record: 'Record',
    what: 'What differs',
    thenNow: 'Changed',
    inBackup: (when) => `In the backup ${when}`,
    rightNow: (when) => `Now ${when}`,
    restore: (count) => (count === 0 ? 'Restore chosen' : `Restore ${count} chosen`),
    restored: (count) => `Restored from the backup: ${count}.`,
    restoreAll: 'Restore the whole vault…',
  },
  shown: { differences: 'Differences', all: 'All records' },
  all: {
    title: 'All records of the backup',
    details: 'Record of the backup',
    search: 'Search the backup',
    searchHint: 'Name, filing number, domain, pinyin',
    kind: 'Kind',
    subject: 'Belongs to',
    updated: 'Changed',
    count: (shown, total) =>
      shown === total
        ? `${total} records`
        : `The first ${shown} of ${total}; type to find the others`,
    empty: 'Nothing found',
    emptyText: 'Try another word.',
    secret: 'Passwords and the like are not shown here; restore the record to see them.',
  },
  whole: {
    title: 'Restore the whole vault',
    text: 'This backup will take the place of the vault. The present state is kept as a backup first and can be brought back. The vault is then locked: unlock it with the passphrase of the time of the backup.',
    lost: (count) => `${count} changes made since the backup will not be in the vault.`,
    evidence:
      'The vault is open as evidence: it is kept as it is beside it, as “-evidence.beian”, and this backup takes its place.',
    reason: 'Reason',
    reasonHint: 'Goes into the audit, such as: wrong import, back to yesterday',
    restore: 'Restore the whole vault',
    restoring: 'Restoring…',
  },
  drillsTitle: 'Drills',
  drillsNote: 'Each once a quarter. The results go into the audit, as evidence for inspections.',
  drill: {
    'kit-retyped': 'Retype the recovery kit',
    'backup-opened': 'Open a backup',
    'deputy-unlocked': 'A deputy unlocks',
  },
  drillHint: {
    'kit-retyped':
      'Take the kit out of the safe and type all of it from the paper (of a kit in parts, each holder their own), to see that it would open the vault. Nothing is opened.',
    'backup-opened': 'Open any backup with the passphrase and see that the records are there.',
    'deputy-unlocked': 'Ask the deputy to unlock with their own passphrase, and record the result.',
  },
  drillImpossible: {
    'kit-retyped': 'There is no recovery kit yet.',
    'backup-opened': 'There is no backup yet.',
    'deputy-unlocked': 'No deputy is registered yet.',
  },
  drillNever: 'Never done',
  drillResult: {
    passed: (on, person) => `${on} passed · ${person}`,
    partial: (on, person) => `${on} too few parts · ${person}`,
    failed: (on, person) => `${on} failed · ${person}`,
  },
  drillDue: (on) => `Before ${on}`,
  drillOverdue: 'Due',
  drillStart: 'Start drill',
  drillRecord: 'Record result',
  kit: {
    title: 'Drill: retype the recovery kit',
    atHand: 'The kit at hand',
    whole: 'Kit on one sheet',
    split: 'Kit in parts',
    text: 'Type all 8 groups from the printed kit. Case, spaces and dashes do not matter.',
    code: 'Recovery code (8 groups)',
    check: 'Check',
    passed: 'Passed: this kit opens this vault.',
    failed:
      'This kit does not open this vault: it may be an old one. Destroy it and make a new one.',
    splitText: (holders) =>
      `Each holder (${holders.join(', ')}) types their own part from the paper: 10 groups each, in any order. Two right parts pass the drill; a single one at hand can be checked by itself.`,
    share: 'Recovery code of one part',
    otherShare: 'Recovery code of another part (optional)',
    splitResult: {
      passed: 'Passed: these two parts together open this vault.',
      failed: 'Failed: these do not open this vault.',
    },
    partial: (missing) =>
      `Right so far, but ${missing} more ${missing === 1 ? 'part is' : 'parts are'} needed to open the vault: not passed.`,
    finding: {
      right: (number, holder) => `Part ${number}${holderOf(holder)} is right`,
      wrong: (number, holder) =>
        `Part ${number}${holderOf(holder)} is wrong: the paper holds something else. Make a new kit`,
      'older-kit': (number, holder) =>
        `Part ${number}${holderOf(holder)} of an old kit that opens nothing any more: destroy it and use the new one`,
      'other-kit': (number) =>
        `Part ${number} of another kit: not of this vault as it is now, perhaps of another vault`,
    },
    shares: (shares) =>
      shares
        .map(({ number, holder, finding }) =>
          finding === 'right'
            ? `part ${number}${holderOf(holder)}`
            : `part ${number}${holderOf(holder)} wrong`,
        )
        .join(', '),
  },
  deputy: {
    title: 'Drill: a deputy unlocks',
    person: 'Name of the deputy',
    result: 'Result',
    passed: 'Can unlock',
    failed: 'Cannot unlock',
    notes: 'Notes',
    saved: 'The result is recorded.',
  },
}

function holderOf(holder: string | undefined): string {
  return holder === undefined ? '' : ` (${holder})`
}
