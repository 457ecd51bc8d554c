import type { HandoverText } from '../zh/handover.ts'
import { counted } from './counted.ts'

export const enHandover: HandoverText = {
  tabs: { handovers: 'Handovers', custodians: 'Custodians' },
  start: 'Begin a handover',
  checkFile: 'Verify a sheet',
  list: 'Handovers',
  count: (count) => counted(count, 'handover'),
  columns: {
    number: 'No.',
    leaver: 'Leaves',
    successor: 'Takes over',
    leavesOn: 'Last day',
    step: 'Step',
    progress: 'Progress',
  },
  closed: (day) => `Closed ${day}`,
  closedWithOpen: (count) => `Closed, ${count} open`,
  empty: {
    title: 'No handover yet',
    text: 'When somebody leaves, begin here: what only they hold is listed first (phones, mailboxes, authorisations, filings that name them); on the day their ways into the vault are removed and all keys are new; then every password they saw or could open is changed, and a sheet signed by both stays.',
  },
  manner: { planned: 'Planned', sudden: 'Sudden' },
  mannerHint: {
    planned: 'They are here, hand over in person and sign the sheet.',
    sudden:
      'They are gone or not to be reached: another custodian (or the recovery kit) removes them and takes over. Their passphrase is not needed.',
  },
  form: {
    title: 'Begin a handover',
    editTitle: 'Change the handover',
    save: 'Begin',
    manner: 'Manner',
    leaver: 'Who leaves',
    leaverHint: 'A custodian, or a colleague known as a contact only',
    leaverContact: 'Among contacts',
    leaverContactHint:
      'Without it, their phones, mailboxes, authorisations and filings are not found',
    leavesOn: 'Last day',
    successor: 'Who takes over',
    witness: 'Who witnesses',
    witnessHint: 'Optional; the sheet has a place for their signature',
    reason: 'Reason',
    reasonHint: 'Such as: contract ends, moves to another department',
    notes: 'Notes',
    custodian: (name) => `${name} (custodian)`,
    self: (name) => `${name} (me)`,
    started: (name) => `Handover of ${name} begun.`,
    selfLeaves:
      'It is you who leaves: after the sheet is signed, a custodian who stays has to do the removal.',
    nobodyElse:
      'Nobody else can open the vault now. Let who takes over join first, under Custodians.',
  },
  back: 'Back to handovers',
  more: 'More',
  edit: 'Change the handover',
  discard: 'Begun by mistake',
  discarded: 'Moved to the trash.',
  reopen: 'Reopen',
  reopenText: 'Say why it is taken up again.',
  reopened: 'Reopened.',
  reason: 'Reason',
  stepsLabel: 'Steps of the handover',
  steps: {
    prepare: 'Prepare',
    sign: 'Handover sheet',
    day: 'Removal on the day',
    rotate: 'Change passwords',
    close: 'Close',
  },
  stepNow: 'Now',
  leftOf: (open, total) =>
    total === 0 ? 'nothing to do' : open === 0 ? `${total} done` : `${open} to do`,
  signedOf: (count) => (count === 0 ? 'not signed' : `${count} signed`),
  removedOn: (day) => `removed ${day}`,
  people: 'People',
  party: { leaver: 'Leaves', successor: 'Takes over', witness: 'Witness' },
  leavesIn: (days) =>
    days > 0 ? `in ${counted(days, 'day')}` : days === 0 ? 'today' : `${counted(-days, 'day')} ago`,
  prepare: {
    title: 'Before the day: move what only they hold',
    text: 'Each line is ticked once the ledger really names somebody or somewhere else. A change of filing (变更备案) is due thirty days ahead: begin with those.',
    sudden:
      'They are gone: take back what can be taken back; what cannot, such as a private number, is replaced by a change of filing.',
    none: 'Nothing was found that only they hold.',
    noContact:
      'There is no contact for this person, so their phones, mailboxes, authorisations and filings cannot be looked up. Name it under “Change the handover”.',
    table: 'To do before the day',
    next: 'All done: sign the sheet',
    skip: 'Sign the sheet first',
  },
  rotate: {
    title: 'Change every password they saw or could open',
    text: 'By evidence: what the audit trail shows they saw, copied, printed or exported comes first, then what they could open, then what reaches their phone or mailbox. A line is ticked once a new password is registered.',
    early:
      'They are not removed yet: a password changed now can still be opened by them. Better do the removal first.',
    table: 'Passwords to change',
    none: 'No password to change: they never had a way into the vault and hold no channel.',
    mark: 'Mark all as must change',
    markTicked: (count) => `Mark as must change (${count})`,
    marked: (count) => `${counted(count, 'password')} marked as must change.`,
    markedNone: 'Nothing to mark: all are marked.',
    ranks: (first, second, third) => `seen ${first} · could open ${second} · by channel ${third}`,
  },
  lines: {
    columns: { state: 'State', title: 'What', reasons: 'Why', act: 'What to do' },
    search: 'Search names',
    state: 'State',
    states: { open: 'Open', closed: 'Done', waived: 'Left open' },
    all: 'All',
    kind: 'Kind',
    rank: 'Evidence',
    ranks: { 1: 'Seen', 2: 'Could open', 3: 'By channel' },
    kinds: {
      password: 'Password',
      channel: 'Channel',
      responsible: 'Named in a filing',
      authorization: 'Authorisation',
      'unknown-password': 'Entry without a password',
      paper: 'Original paper',
      'only-way-in': 'Opening the vault',
      'only-kit': 'Recovery kit',
      'kit-share': 'Share of a kit',
    },
    titles: {
      'only-way-in': 'Only they can open the vault',
      'only-kit': 'They hold the only recovery kit',
      'kit-share': 'They hold a share of the recovery kit',
    },
    acts: {
      password: 'Register new',
      channel: 'Change holder',
      responsible: 'Change person',
      authorization: 'Revoke',
      'unknown-password': 'Register',
      paper: 'Change place',
      'only-way-in': 'Add custodian',
      'only-kit': 'Make a kit',
      'kit-share': 'Make a new kit',
    },
    guide: 'Guide',
    guideFor: (title) => `Guide for ${title}`,
    waive: 'Leave open',
    waiveTicked: (count) => `Leave open with a reason (${count})`,
    waiveTitle: 'Leave open, with a reason',
    waiveText: 'It stays red until it is really done, also after the handover is closed.',
    waiveHint: 'Such as: the number is theirs, change of filing under review',
    waived: 'Reason noted.',
    unwaive: 'Take back',
    unwaived: 'Taken back.',
    count: (shown, total) => (shown === total ? `${total}` : `${shown} of ${total}`),
    nothing: 'Nothing fits.',
    early: 'Registered before the removal: they could still open it',
    seenAgain: 'They saw it again after it was registered',
    gone: 'The record is gone from the ledger, the password outside is not',
    untick: 'Choose none',
  },
  reasonText: ({ code, at, count = 0, name }, day) => {
    const on = at === undefined ? '' : day(at)
    const times = count > 1 ? ` ${count} times` : ''
    switch (code) {
      case 'exported':
        return `Exported${times}, last ${on}`
      case 'printed':
        return `Printed${times}, last ${on}`
      case 'copied':
        return `Copied${times}, last ${on}`
      case 'revealed':
        return `Seen${times}, last ${on}`
      case 'registered':
        return `Registered or imported by them, ${on}`
      case 'could-open':
        return `Could open it since ${on}`
      case 'channel-held':
        return name === undefined ? 'Its codes reached them' : `Its codes reach ${name}`
      case 'holds':
        return name === undefined ? 'In their hands' : `In their hands (${name})`
      case 'is-responsible':
        return 'Responsible for the service: change of filing'
      case 'is-entity-responsible':
        return 'Responsible for the subject: change of filing'
      case 'is-emergency':
        return 'Emergency contact: change of filing'
      case 'is-authorized':
        return 'Named in a signed authorisation'
      case 'value-unknown':
        return 'They made the entry, no password is stored: perhaps only they know it'
      case 'keeps-paper':
        return `Original at: ${name ?? ''}`
      case 'is-only-opener':
        return 'Without them nobody can open it'
      case 'has-only-kit':
        return 'Without them there is no kit'
      case 'holds-kit-share':
        return 'One share less to open with'
    }
  },
  way: {
    registered: 'New password',
    moved: 'Holder changed',
    changed: 'Changed',
    revoked: 'Revoked',
    ended: 'Ended',
    stored: 'Stored',
    placed: 'Moved',
    made: 'Others have it',
  },
  sign: {
    title: 'Both sign the handover sheet',
    text: 'The sheet lists filings, entries, channels, papers, open matters, persons to change and authorisations to revoke, and never a password. Each signs the same content with their own key: one changed character shows.',
    sudden: 'Who leaves is not here: who takes over and another custodian sign.',
    drawUp: 'Draw up the sheet',
    drawUpAgain: 'Draw it up anew',
    drawnUp: 'The sheet is drawn up. Read it, then sign.',
    again: 'Drawn up anew, the signatures so far are void.',
    signSelf: 'Sign with my key',
    signOther: (name) => `Let ${name} sign`,
    signed: (name) => `${name} has signed.`,
    dialogTitle: (name) => `${name} signs`,
    dialogText: (name) =>
      `Let ${name} type their own passphrase on this computer. It only opens their signing key and is not kept.`,
    dialogOk: 'Sign',
    passphrase: (name) => `Passphrase of ${name}`,
    part: {
      leaver: 'Leaves',
      successor: 'Takes over',
      witness: 'Witness',
      other: 'Custodian',
    },
    right: 'Valid signature',
    unchecked: 'Signed; an auditor cannot see the content to check it',
    wrong: 'Does not fit the content',
    missing: 'Not signed',
    noKey: 'Has no key: signs the printed sheet',
    print: 'Print',
    pdf: 'Export PDF',
    file: 'Export signed file',
    fileHint:
      'One file that proves content and signatures; to be checked later with “Verify a sheet”, also by others.',
    printed: 'Printed.',
    saved: (fileName) => `“${fileName}” exported.`,
    preview: 'What the sheet says',
    rest: (count) => `${count} more lines, all of them on paper`,
    order: 'Sign before the removal: afterwards who leaves has no key to sign with.',
  },
  day: {
    title: (name) => `Remove ${name}, change all keys`,
    plainTitle: (name) => `Note that ${name} has left`,
    text: 'Every way they have into the vault ends, and every record is sealed again under new keys. Who stays need do nothing; passphrases stay. A power cut does no harm: it is done wholly or not at all.',
    ways: 'Ways in that end',
    noWays: 'They have no way into the vault: leaving is only noted, no keys are changed.',
    remaining: 'Who can still open it',
    nobody: 'Nobody else can open the vault: add a custodian first.',
    kinds: {
      passphrase: 'Passphrase',
      'recovery-kit': 'Recovery kit',
      'os-keychain': 'System keychain',
      'next-custodian': 'Waits to join',
    },
    protects: 'What new keys protect',
    protectsList: [
      'The vault’s file from now on: neither their passphrase nor their kit opens it.',
      'An old file put back in its place is reported at the next unlock.',
    ],
    doesNot: 'What they do not',
    doesNotList: [
      'A copy or backup from before that they have still opens with the passphrase of that time.',
      'What they saw they know: the next step is to change it.',
    ],
    unsigned:
      'Who leaves has not signed the sheet. After the removal they have no key and can only sign on paper.',
    act: 'Remove and change all keys',
    actPlain: 'Note that they left',
    confirm: 'Remove now?',
    confirmText: (name, count) =>
      `${counted(count, 'way')} of ${name} into the vault end. This cannot be undone.`,
    working: 'Sealing everything under new keys. Do not switch off.',
    cancel: 'Stop, leave as it was',
    cancelled: 'Stopped; nothing was changed.',
    done: (name) => `${name} is removed, all keys are new.`,
    doneOn: (day, generation) => `Removed ${day}; generation ${generation} of the keys.`,
    self: 'It is you who leaves: let a custodian who stays unlock the vault and do this.',
    tooEarly: (day) => `The last day is ${day}. Removing earlier is possible.`,
  },
  close: {
    title: 'Close',
    ready: 'Every line is done: it can be closed.',
    readyWaived: (count) =>
      `${counted(count, 'line')} left open with a reason, the rest is done. They stay red until they are done.`,
    notReady: (count) =>
      `${counted(count, 'line')} to do. Finish them, or leave them open with a reason, before closing.`,
    notRemoved: 'Who leaves can still open the vault: do the removal first.',
    act: 'Close the handover',
    said: (number) => `Handover ${number} closed.`,
    closed: (day, person) => `Closed ${day} by ${person}.`,
    stillOpen: (count) => `${counted(count, 'line')} open to this day.`,
    left: 'Left open',
    open: 'Open lines',
  },
  check: {
    title: 'Verify a handover sheet',
    right: 'Whole, and signed rightly',
    wrong: 'Not to be trusted: the content was changed, or signatures or certificates do not fit',
    number: 'No.',
    from: 'Leaves',
    to: 'Takes over',
    own: 'The keys of who signed are vouched for by the vault that is open.',
    other: (mark) => `It is of another vault. Compare its mark with them: ${mark}`,
    unsigned: 'Nobody has signed this sheet.',
    close: 'Close',
  },
}
