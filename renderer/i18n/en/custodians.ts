import type { CustodiansText } from '../zh/custodians.ts'
import { counted } from './counted.ts'

/** Words of Custodians, joining, kits in parts and the second person. */
export const enCustodians: CustodiansText = {
  title: 'Custodians',
  note: (count, auditors) =>
    auditors === 0
      ? `${counted(count, 'person', 'people')} can open this vault`
      : `${counted(count, 'person', 'people')} can open everything; ${counted(auditors, 'auditor')} only the ledger and the audit`,
  alone: 'Only one person can open this vault.',
  aloneBesideAuditors: 'Only one person can open everything; auditors see the ledger only.',
  aloneRisk: 'Should they leave, fall ill or forget the passphrase, only a recovery kit is left. ',
  aloneWithSplit:
    'Should they leave, fall ill or forget the passphrase, only the kit in parts is left. ',
  aloneDo: (hasSplit) => (hasSplit ? 'Add a deputy.' : 'Add a deputy, and make a kit in parts.'),
  aloneRemind: (hasSplit) =>
    hasSplit
      ? 'Ask the custodian to add a deputy.'
      : 'Ask the custodian to add a deputy and to make a kit in parts.',
  add: 'Add a custodian',
  edit: 'Edit',
  editTitle: (name) => `Edit ${name}`,
  self: 'You',
  role: { custodian: 'Custodian', deputy: 'Deputy', auditor: 'Auditor' },
  roleHint: {
    custodian: 'Sees and changes everything',
    deputy: 'The same, kept in reserve',
    auditor: 'Ledger and audit only: no password, no change',
  },
  fields: {
    name: 'Name',
    role: 'Role',
    post: 'Post',
    staffNumber: 'Staff number',
    joinedOn: 'Joined on',
    notes: 'Notes',
  },
  roleFixed: 'An auditor does not become a custodian by a change here: invite anew.',
  staff: (number) => `Staff no. ${number}`,
  joined: (day) => `joined ${day}`,
  invited: (day) => `invited ${day}`,
  left: (day) => `left ${day}`,
  lastUnlock: (moment) => `last unlock ${moment}`,
  neverUnlocked: 'no unlock lately',
  noWay: 'Cannot open any more',
  way: {
    passphrase: 'Passphrase',
    'recovery-kit': 'Recovery kit',
    'os-keychain': 'System keychain (ledger only)',
    'next-custodian': 'Waiting to join',
  },
  waySplit: (holders) => `Kit in parts: ${holders}`,
  until: (moment) => `until ${moment}`,
  expired: 'Expired',
  expiredText: 'The invitation has expired; it opens nothing. Withdraw it and add the person anew.',
  withdraw: 'Withdraw',
  withdrawTitle: (name) => `Withdraw the invitation of ${name}?`,
  withdrawText:
    'They can no longer open the vault with this request. You can add them again later.',
  withdrawn: (name) => `The invitation of ${name} is withdrawn.`,
  readWords: 'Read words',
  readWordsTitle: 'Read these aloud',
  readWordsText:
    'When they open the vault for the first time, six words appear there. Only if they are the same as these is it this vault.',
  done: 'Done',
  saved: 'Saved.',
  join: {
    title: 'Add a custodian',
    steps: [
      'On their own computer they open Beian Vault, press “Join a vault” and choose a passphrase of their own.',
      'They send you the .beian-key file, or show you the QR code. There is no secret in it.',
      'Compare six words in person or by phone, then decide on the role.',
    ],
    chooseFile: 'Choose the request file',
    chooseQr: 'Choose a picture of the QR code',
    reading: 'Reading…',
    qrUnreadable:
      'No usable QR code was found in this picture. Take a sharp and whole one, or use the file.',
    qrTooLarge: 'The picture is too large; 10 MB at most.',
    from: (name, moment) => `Made by ${name}, ${moment}`,
    wordsTitle: 'Compare these six words, one by one',
    wordsText: 'If a single one differs, somebody exchanged it on the way. Stop and find out.',
    same: 'Compared with the person: all six words are the same',
    differ: 'They differ',
    differTitle: 'Nobody was added.',
    differText:
      'Ask for a new request, and for another way of handing it over, such as a USB stick in person. If they differ again, tell your management.',
    days: 'Valid for',
    day: (count) => (count === 1 ? '1 day' : `${count} days`),
    invite: 'Add',
    inviting: 'Adding…',
    doneTitle: (name) => `${name} can join now`,
    doneText: (moment) =>
      `Before ${moment} they open this vault file with their own Beian Vault: in a shared folder, or as a copy that is merged later.`,
    vaultWords: 'When they open it first, read these six words to them',
  },
  kits: {
    title: 'Recovery kits',
    own: 'My recovery kit',
    ownHas: 'There is one. It opens the vault when your passphrase is lost.',
    ownNone: 'None yet: a lost passphrase cannot be helped.',
    ownNoneButSplit:
      'None of your own: when your passphrase is lost, the kit in parts has to be put together.',
    make: 'Make',
    remake: 'Make anew',
    split: 'Kit in parts',
    splitHas: (holders) => `Held by ${holders}; any two parts together open the vault.`,
    splitNone:
      'In parts for different people, any two of which open the vault: for the legal representative, finance and IT.',
  },
  split: {
    title: 'Kit in parts',
    lead: 'Each part is a page of its own, sealed apart. Any two together open the vault; one alone opens nothing.',
    count: 'Parts',
    two: 'Two (both needed)',
    three: 'Three (any two)',
    holder: (number) => `Who holds part ${number}`,
    defaultHolders: ['Legal representative', 'Finance', 'IT'],
    holdersDiffer: 'Each part has a holder of its own.',
    prepare: 'Make',
    share: (number, holder) => `Part ${number}: ${holder}`,
    print: 'Print this part',
    printed: 'Sent to the printer.',
    retype: 'Type these two groups from the paper',
    group: (number) => `Group ${number}`,
    confirm: 'Confirm and use',
    wrong: 'Not what is printed.',
    replaced: 'Once confirmed, the kit in parts made before opens nothing any more.',
    done: 'The kit in parts is in use.',
  },
  rule: {
    title: 'Company rule',
    note: 'When on, another custodian types their passphrase on this computer for these acts; both stand in the audit trail. To loosen the rule takes two persons as well.',
    acts: {
      export: 'Two persons to export',
      'print-secrets': 'Two persons to print secrets',
      'remove-custodian': 'Two persons to remove a custodian',
    },
    actHint: {
      export:
        'Ledger spreadsheets, reports, the audit trail, plain papers, sealed archives, formats of other managers',
      'print-secrets': 'Recovery kits, letters with ID numbers',
      'remove-custodian': 'Ending a leaver’s ways in at a handover',
    },
    withoutRemoval:
      'One person alone can still remove a custodian: they could remove the other one and let in a second self who approves. Switch that on too, if two are to be needed.',
    saved: 'The rule is changed.',
    needsTwo: 'Add another custodian first.',
  },
  second: {
    title: 'Two persons needed',
    text: (names) =>
      names.length === 0
        ? 'The company rule asks for another custodian. They type their own passphrase here.'
        : `The company rule asks for another custodian. ${names.join(' or ')} types their own passphrase here.`,
    act: 'What is to be done',
    passphrase: 'Second person’s passphrase',
    approve: 'Approve',
    checking: 'Checking…',
  },
  notices: {
    title: 'What happened since you were here',
    text: 'This concerns the ways into the vault and what it holds now. When in doubt look into the audit, then ask the person.',
    acknowledge: 'I have read this',
    somebody: 'Somebody',
    kit: 'opened the vault with a recovery kit',
    kitText: 'If that was not agreed, check at once whether the kit is still in its place.',
    stateText:
      'What the vault holds may be other than you remember; if that was not agreed, ask why.',
  },
  auditorNotice:
    'You are an auditor: you see the ledger and the audit, no passwords, and change nothing but your own passphrase.',
  auditorSecret: 'Auditors see no passwords',
  auditorId: 'Auditors see no ID numbers',
}
