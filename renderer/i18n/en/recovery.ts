import type { FactReason, TriageFact } from '../../../shared/triage-view.ts'
import type { zhRecovery } from '../zh/recovery.ts'
import { counted } from './counted.ts'
import { enRecoveryCase } from './recovery-case.ts'
import { enRecoveryGuides } from './recovery-guides.ts'
import { enRecoveryPapers } from './recovery-papers.ts'

type Known = NonNullable<TriageFact['known']>

const FACT_REASONS: Readonly<Record<FactReason, (known: Known) => string>> = {
  'channel-verified': ({ title, on }) =>
    `${title ?? 'The filed channel'} was verified on ${on ?? 'a day of the last three months'}`,
  'channel-not-verified': ({ title }) =>
    `${title ?? 'The filed channel'} was not verified for three months: try it first`,
  'holder-has-left': ({ title }) => `${title ?? 'Its holder'} has left`,
  'no-channel': () => 'The responsible person has no channel of this kind in the ledger',
  'account-kept': ({ title }) => `Account and password are kept here: ${title ?? ''}`,
  'account-lost': ({ title }) => `This account is what was lost: ${title ?? ''}`,
  'provider-kept': ({ title }) => `Provider in the ledger: ${title ?? ''}`,
  'no-provider': () => 'The filing has no access provider (shell danger)',
  'number-kept': ({ title }) => `The filing number is kept: ${title ?? ''}`,
  'filing-cancelled': ({ title }) => `Cancelled in the ledger: ${title ?? ''}`,
  'certificate-kept': ({ title }) => `The certificate number is kept: ${title ?? ''}`,
  'identity-kept': ({ title }) => `The ID number of ${title ?? 'the person'} is kept`,
  'domain-kept': ({ title }) => `Domain in the ledger: ${title ?? ''}`,
  'agency-kept': ({ title }) => `Agency in the ledger: ${title ?? ''}`,
  'bureau-account-lost': ({ title }) => `What was lost is a bureau account: ${title ?? ''}`,
  'other-prefix': () => 'The number’s province differs from the entity’s',
  'same-prefix': () => 'The number’s province is the entity’s',
  'filed-on': ({ on }) => `Filed on ${on ?? ''}`,
  'number-year': () => 'Told by the year within the number',
  'authorization-kept': ({ title, on }) =>
    on === undefined ? `Signed: ${title ?? ''}` : `Signed: ${title ?? ''}, valid until ${on}`,
  'no-authorization': () => 'There is no signed authorisation that still holds',
}

/** 找回: the list of cases, the triage, and whatever stands in its parts. */
export const enRecovery: typeof zhRecovery = {
  ...enRecoveryCase,
  ...enRecoveryPapers,
  ...enRecoveryGuides,
  tabs: { cases: 'Cases', guides: 'All guides', calendar: 'Holidays' },
  back: 'Back to Recovery',
  and: ', ',
  list: {
    search: 'Search cases',
    searchHint: 'Number, entity, ticket, what was said',
    state: 'State',
    states: { open: 'Open', finished: 'Finished' },
    count: (count) => counted(count, 'case'),
  },
  columns: {
    number: 'Number',
    title: 'Title',
    subject: 'Entity',
    guide: 'Guide',
    next: 'Next step',
    clock: 'Tightest deadline',
    progress: 'Progress',
    outcome: 'Outcome',
    closeReason: 'Why closed',
    opened: 'Opened',
    closed: 'Closed',
  },
  empty: {
    title: 'Nothing is being recovered',
    text: 'A filing password forgotten, a phone cut off, an account with somebody who left: start here. Answer a few questions, then go step by step; papers, deadlines and calls are kept in one place.',
    read: 'Read the guides first',
    finished: 'No case is finished yet',
    finishedText: 'Finished cases stay here to be searched and printed. Next time look here first.',
    none: 'Nothing found',
    noneText: 'Try another word, or the other state.',
  },
  start: {
    button: 'Start a recovery',
    title: 'Start a recovery',
    what: 'What was lost',
    fields: { entity: 'Entity', services: 'Services concerned', credentials: 'Lost credentials' },
    hints: {
      entity: 'Type a part of the name',
      services: 'None chosen: all of them',
      credentials: 'The forgotten password or account; leave it out when it is not in the ledger',
    },
    chooseFirst: 'Choose the entity first.',
    questions: 'A few questions first',
    ways: 'What you can do',
    openQuestions: (count) =>
      `The ledger has no answer to ${counted(count, 'question')}. Answer what you can.`,
    knownQuestions: (count) => `The ledger knows ${counted(count, 'answer')}`,
    factReason: (known) => FACT_REASONS[known.reason](known),
    changedByYou: (ledger) => `Your answer counts. The ledger: ${ledger}.`,
    asLedger: 'As in the ledger',
    use: 'Use this way',
    startWith: (guide) => `Use this way: ${guide}`,
    branch: (when, code) => `${when} → ${code}`,
    standing: {
      triggered: 'Comes first',
      fitting: 'Fits',
      lacking: 'Something is missing',
      excluded: 'Does not fit',
    },
    missing: 'Missing: ',
    unknown: 'To find out: ',
    excluded: (count) => `${counted(count, 'way')} that do not fit`,
    troubles: 'It is one particular trouble',
    duration: (span) => `About ${span}`,
    noDuration: 'No reliable figure for how long it takes',
    materials: (count) => counted(count, 'paper'),
    opened: (number) => `Case ${number} is open.`,
  },
  recover: 'Forgotten / recover',
}
