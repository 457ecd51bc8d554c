import type { ContactsText } from '../zh/contacts.ts'

/** Words of the contacts: people, firms and where codes arrive. */
export const enContacts: ContactsText = {
  tabs: { contact: 'People', provider: 'Firms', channel: 'Channels' },
  search: { contact: 'Search people', provider: 'Search firms', channel: 'Search channels' },
  searchHint: {
    contact: 'Name, pinyin, phone, mail, entity',
    provider: 'Name, pinyin, phone',
    channel: 'Number, address, holder',
  },
  create: { contact: 'New contact', provider: 'New provider', channel: 'New channel' },
  count: (shown, total) =>
    shown === total
      ? total.toLocaleString('en')
      : `${shown.toLocaleString('en')} of ${total.toLocaleString('en')}`,
  filterRole: 'Role',
  filterKind: 'Kind',
  filterStanding: 'State',
  clearFilters: 'Clear filters',
  standing: {
    left: 'Has left',
    'id-expired': 'ID expired',
    'id-expiring': 'ID expiring',
    unreachable: 'No phone',
    'never-verified': 'Never verified',
    stale: 'To be verified',
    fine: 'Fine',
  },
  columns: {
    name: 'Name',
    person: 'Name',
    roles: 'Roles',
    belongs: 'Of',
    phone: 'Phone',
    email: 'Mail',
    idValid: 'ID valid until',
    standing: 'State',
    console: 'Console',
    verified: 'Last verified',
    kind: 'Kind',
    value: 'Number or address',
    holder: 'Holder',
    owner: 'Owner',
  },
  details: (name) => `Details of ${name}`,
  closeDetails: 'Close details',
  fields: {
    post: 'Post',
    idKind: 'Kind of ID',
    idNumber: 'ID number',
    address: 'Address',
    notes: 'Notes',
    leftOn: 'Left on',
    usedBy: 'Filings',
  },
  revealId: 'Show ID number',
  hideId: 'Hide',
  idHidesIn: (seconds) => `Hidden in ${seconds} s; looking is written to the audit trail`,
  noId: 'No ID number stored.',
  verifyNow: 'Verified today',
  verifyHint: {
    provider: 'Call them or sign in to the console: are these data still right?',
    channel: 'Send a code: does this phone or mailbox still receive it?',
  },
  verifiedNow: 'Marked as verified today.',
  tick: 'Choose',
  separator: ', ',
  andMore: (count) => `… ${count} in all`,
  showFilings: 'Show in ledger',
  pick: {
    contact: 'Choose a person',
    provider: 'Choose a firm',
    channel: 'Choose a channel',
  },
  pickText: '↑↓ moves, Enter opens, Delete moves to the trash.',
  empty: {
    contact: {
      title: 'No people yet',
      text: 'Enter who is responsible for entities and services, and whom to call. SMS checks go to their phones; expiring IDs are told early.',
    },
    provider: {
      title: 'No firms yet',
      text: 'Enter access providers, registrars, agencies and bureaus, and when their data was last verified.',
    },
    channel: {
      title: 'No channels yet',
      text: 'Which phone or mailbox receives codes, and who holds it? Verify each once a quarter, and nothing is lost when people leave.',
    },
  },
  none: 'Nothing matches',
  noneText: 'Try another word or clear the filters.',
}
