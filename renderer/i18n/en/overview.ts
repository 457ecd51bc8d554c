import type { OverviewText } from '../zh/overview.ts'

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Words of the overview. */
export const enOverview: OverviewText = {
  greeting: (name) => `Hello, ${name}`,
  now: 'To do now',
  nowNote: (count) => (count === 0 ? '' : `${count.toLocaleString('en')} in all`),
  allReminders: 'All reminders',
  nothingNow: 'Nothing to do today.',
  nothingNowText: 'Passwords are in time; no domain, ID or channel is due.',
  ahead: 'Next 90 days',
  aheadNote: (count) => `${count.toLocaleString('en')} coming up`,
  aheadEmpty: 'Nothing falls due within 90 days.',
  aheadTitle: 'What falls due in the next 90 days',
  aheadDescription: (days, count) =>
    `${count} fall due on ${days} days. Left and right arrow keys go from day to day.`,
  aheadHint: 'Arrow keys or pointer for each day, Enter for the reminders',
  aheadDay: (day, count) => `${day}: ${count}`,
  aheadMore: (count) => `… ${count} in all`,
  week: (day) => WEEKDAYS[day] ?? '',
  month: (month) => MONTHS[month - 1] ?? '',
  today: 'Today',
  health: 'Passwords',
  healthShare: (percent) => `${percent} are current`,
  healthNone: 'No passwords stored yet.',
  healthNoneText: 'Store filing passwords and portal accounts: rotation days are then watched.',
  stateCount: (state, count) => `${state}: ${count}`,
  showState: (state) => `Show credentials in state ${state}`,
  checks: 'Worth a look',
  withoutProvider: 'Filings without provider',
  withoutProviderText: 'May be struck off as empty shells',
  providersToFill: 'Filings whose provider is to be filled in',
  providersToFillText: 'The imported table had no such column',
  withoutNumber: 'Services without number',
  withoutNumberText: 'Filed already, yet no number is kept here',
  kit: 'Recovery kit',
  kitNone: 'No recovery kit yet',
  kitNoneText: 'Only it opens the vault when the passphrase is forgotten',
  kitAge: (days) =>
    days === 0 ? 'Made today' : days === 1 ? 'Made 1 day ago' : `Made ${days} days ago`,
  kitOld: 'More than a year old: check it or make a new one',
  kitFine: 'Make sure the print is still in its place',
  makeKit: 'Make kit',
  look: 'Show',
  fine: 'none',
  numbers: 'In the ledger',
  counts: {
    entities: (count) => (count === 1 ? 'Entity' : 'Entities'),
    services: (count) => (count === 1 ? 'Service' : 'Services'),
    domains: (count) => (count === 1 ? 'Domain' : 'Domains'),
    credentials: (count) => (count === 1 ? 'Credential' : 'Credentials'),
    contacts: (count) => (count === 1 ? 'Contact' : 'Contacts'),
  },
  start: {
    title: 'Start here',
    text: 'The vault is ready. Three steps and the ledger is at work.',
    importTitle: 'Import your spreadsheet',
    importText:
      'Reads Excel and CSV and recognises columns; every row is checked first, and it can be undone.',
    importAct: 'Import ledger',
    createTitle: 'Enter the first filing',
    createText: 'Entity, service and domains in one form; wrong numbers are told at once.',
    createAct: 'New filing',
    kitTitle: 'Make the recovery kit',
    kitText:
      'One printed page for the safe. Only it opens the vault when the passphrase is forgotten.',
    kitAct: 'Make recovery kit',
    kitDone: 'Done',
    step: (number) => `Step ${number}`,
  },
}
