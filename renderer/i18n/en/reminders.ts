import type { RemindersText } from '../zh/reminders.ts'
import { counted } from './counted.ts'

/** Words of the reminders: what is due, what to do about it, putting it off. */
export const enReminders: RemindersText = {
  count: (count) => `${count.toLocaleString('en')} to do`,
  filterKind: 'Kind',
  search: 'Filter reminders',
  searchHint: 'Name or filing',
  group: { danger: 'Act at once', due: 'Due', soon: 'Coming up' },
  groupNote: {
    danger: 'Overdue, issued passwords, filings in danger: today',
    due: 'Time to change, verify or renew: plan it soon',
    soon: 'No hurry yet',
  },
  snoozedGroup: 'Snoozed',
  snoozedNote: 'They come back by themselves',
  more: (count) => `Show ${count} more`,
  since: (day) => `since ${day}`,
  act: {
    'must-change': 'Register new password',
    'rotation-overdue': 'Register new password',
    'rotation-due': 'Register new password',
    'rotation-soon': 'Register new password',
    'age-unknown': 'Register new password',
    'domain-expiry': 'Update expiry',
    'id-expiry': 'Update ID',
    'licence-expiry': 'Update entity',
    'no-access-provider': 'Enter provider',
    'provider-unknown': 'Enter provider',
    'channel-unverified': 'Verified today',
    'restricted-access': 'Show filing',
    'document-expiry': 'Renew',
    'case-clock-overdue': 'Go on',
    'case-clock-due': 'Go on',
    'case-waiting': 'Go on',
    'task-overdue': 'Show task',
    'task-due': 'Show task',
    'authorization-expiry': 'Sign anew',
    'authorized-person-left': 'Sign anew',
    'check-due': 'Start check',
    'check-overdue': 'Start check',
    'backup-missing': 'Set up backups',
    'backup-failed': 'See backups',
    'backup-former': 'See backups',
    'drill-due': 'Start drill',
    'handover-soon': 'See handover',
    'handover-due': 'Go on',
    'handover-open': 'Go on',
    'handover-incomplete': 'See open lines',
    'former-way-in': 'Remove and change keys',
  },
  why: {
    'must-change': 'Issued, temporary or possibly leaked: change it right after signing in.',
    'rotation-overdue': 'Not changed for more than six months.',
    'rotation-due': 'Inside the rotation window of three to six months.',
    'rotation-soon': 'The rotation window opens within two weeks.',
    'age-unknown': 'Nobody knows when it was set: change it, or fill in the day.',
    'domain-expiry': 'An expired domain can be taken by others, and the filing suffers.',
    'id-expiry': 'An expired ID fails the check.',
    'licence-expiry': 'An expired licence or annual review fails the check.',
    'no-access-provider':
      'A filing without provider is struck off as an empty shell; its number is lost.',
    'provider-unknown':
      'The imported table had no column of providers: enter it. If there is none, saving makes it a hollow filing.',
    'channel-unverified': 'Once a quarter: does this phone or mailbox still receive codes?',
    'restricted-access':
      'The query says access is restricted: find out why first, or the service stays unreachable and may be struck off.',
    'document-expiry': 'With an expired paper a filing is sent back.',
    'case-clock-overdue':
      'A time limit in a recovery case has passed: ask again or take another way.',
    'case-clock-due': 'A time limit in a recovery case is about to pass.',
    'case-waiting': 'A recovery case waits for your next step.',
    'task-overdue': 'The task is past its day.',
    'task-due': 'A task has to be done by its day.',
    'authorization-expiry':
      'The standing authorisation is about to end: sign a new one, or it is no use when needed.',
    'authorized-person-left':
      'Somebody named in the standing authorisation has left: revoke it and sign a new one.',
    'check-due': 'Each filing and its contacts are checked every quarter.',
    'check-overdue': 'Not checked for more than three months.',
    'backup-missing':
      'If the disk fails or the computer is lost, nothing can be brought back without a backup.',
    'backup-failed':
      'No good backup for more than a week: see whether the folder is there and can be written.',
    'backup-former':
      'An old backup opens by the passphrase of its time for good: make a new one, then remove those.',
    'drill-due': 'Once a quarter: try the kit, a backup and the deputy before they are needed.',
    'handover-soon':
      'Before the day: move phones, mailboxes, authorisations and filings that only they hold.',
    'handover-due': 'On the day their ways into the vault are removed and all keys are new.',
    'handover-open': 'They are removed; passwords they saw or could open are not all changed yet.',
    'handover-incomplete':
      'Closed with lines that stay open: somebody who left still holds a password or channel. It stays red until that is done.',
    'former-way-in':
      'The backup that was restored still opens for who left: start a handover for them, which removes their ways in and changes all keys.',
  },
  wholeVault: {
    'check-due': (count) => `${counted(count, 'service')} due for the quarterly check`,
    'check-overdue': (count) => `${counted(count, 'service')} late with the quarterly check`,
    'backup-missing': () => 'No backup is set up yet',
    'backup-failed': (count) => `No good backup for ${counted(count, 'day')}`,
    'backup-former': (count) =>
      count === 1
        ? '1 backup still opens for who left'
        : `${count} backups still open for who left`,
    'drill-due': (count) => (count === 1 ? '1 drill is due' : `${count} drills are due`),
    'former-way-in': (count) =>
      count === 1
        ? '1 person who left can open the vault again'
        : `${count} people who left can open the vault again`,
  },
  openRecord: 'Open',
  openFiling: 'Open filing',
  snooze: 'Snooze',
  unsnooze: 'End snooze',
  snoozeTitle: 'Snooze reminder',
  snoozeText: 'It is only hidden; the state stays as it is. The reason goes into the audit trail.',
  snoozeUntil: 'Until',
  snoozeReason: 'Reason',
  snoozeReasonHint: 'e.g. bureau system under maintenance, Friday again',
  snoozeReasons: [
    'Waiting for the bureau',
    'Waiting for the provider',
    'Person away',
    'Maintenance',
  ],
  snoozeIn: (days) => (days === 1 ? 'in 1 day' : `in ${days} days`),
  snoozed: (day) => `Snoozed until ${day}.`,
  unsnoozed: 'Snooze ended.',
  snoozedUntil: (day) => `Snoozed until ${day}`,
  verified: 'Marked as verified today.',
  moreActs: (title) => `More for ${title}`,
  empty: {
    title: 'Nothing to do today',
    text: 'Passwords are in time, and so are domains, IDs and channels. Have a cup of tea.',
    look: 'See the next 90 days',
    nothingYet: 'Nothing to remind of yet',
    nothingYetText:
      'The ledger is empty. Once filings are in it, passwords, domains, IDs and channels are watched here.',
    begin: 'See how to begin',
    none: 'No reminder matches',
    noneText: 'Choose another kind or clear the filter.',
    clear: 'Clear filter',
  },
}
