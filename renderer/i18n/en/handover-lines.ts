import type { HandoverLinesText } from '../zh/handover-lines.ts'

/** The lines of a 交接: what stands on them, why, and what ends each. */
export const enHandoverLines: HandoverLinesText = {
  lines: {
    columns: { state: 'State', title: 'What', reasons: 'Why', act: 'What to do' },
    search: 'Search names',
    state: 'State',
    states: { open: 'Open', closed: 'Done', waived: 'Left open' },
    marked: 'Must change',
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
      'let-in': 'Person they let in',
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
      'let-in': 'Check who it is',
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
      case 'trashed':
        return `Put into the trash by them, ${on}: the password outside is still there`
      case 'purged':
        return `Deleted for good by them, ${on}`
      case 'retired':
        return `Marked as no longer used by them, ${on}: the password outside may still work`
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
      case 'let-in':
        return `Let in by them, or by somebody they let in, ${on}: if you know the person, save their details under Custodians once; if not, remove them`
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
    confirmed: 'Confirmed',
  },
}
