import type { VaultErrorCode, VaultErrorFacts } from '../../../shared/errors.ts'
import type { ErrorWords } from '../zh/errors.ts'

/** Of files that come and go: spreadsheets, papers, copies, other managers' files, sheets of a handover. */
export const enFileErrors = {
  'file-too-large': () => ({
    title: 'This file is too large.',
    kept: 'Nothing was read.',
    next: 'Split the spreadsheet and import the parts.',
  }),
  'file-too-complex': () => ({
    title: 'This file unpacks to an abnormal size; reading was stopped.',
    kept: 'Nothing was read.',
    next: 'Save it again as .xlsx or .csv; do not use files of unknown origin.',
  }),
  'file-unreadable': () => ({
    title: 'This file cannot be read.',
    kept: 'Nothing was read.',
    next: 'Save it again as .xlsx or .csv and try again.',
  }),
  'file-encrypted': () => ({
    title: 'This spreadsheet has an opening password and cannot be read.',
    kept: 'Nothing was read.',
    next: 'Remove the opening password in Excel or WPS, save a copy and import that; delete it afterwards.',
  }),
  'file-old-format': () => ({
    title: 'This is an old spreadsheet format (such as .xls, .et, .ods, .xlsb).',
    kept: 'Nothing was read.',
    next: 'Open it in Excel or WPS, save it as .xlsx and import that.',
  }),
  'file-has-no-rows': () => ({
    title: 'The sheet has no rows of data.',
    kept: 'Nothing was read.',
    next: 'Check the sheet and the row of the headers.',
  }),
  'import-papers-too-large': ({ megabytes, papers }) => ({
    title: `The files to be kept as papers are too many or too large for one import${papers === undefined ? '' : `: at most ${papers}, ${megabytes} MB in all`}.`,
    kept: 'Nothing was imported; the vault is as before.',
    next: 'Choose fewer entries that have files, and import the rest after them. A small file that brings so much may have been made to do harm: do not use files of unknown origin.',
  }),
  'file-over-limit': ({ name }) => ({
    title: `${fileWords(name)} is larger than 50 MB.`,
    kept: 'It was not added; everything else is as before.',
    next: 'Scan at a lower resolution (200 dpi is enough), or split it.',
  }),
  'file-type-refused': ({ name }) => ({
    title: `${fileWords(name)} is not a file that can be kept.`,
    kept: 'It was not added; everything else is as before.',
    next: 'Pictures (JPG, PNG, WebP, GIF, HEIC, TIFF), PDF, OFD, and .docx, .xlsx without macros and .txt can be. If the extension is one of these, the content is broken or something else.',
  }),
  'file-empty': ({ name }) => ({
    title: `${fileWords(name)} is empty.`,
    kept: 'It was not added; everything else is as before.',
    next: 'Check whether it was downloaded or scanned completely.',
  }),
  'files-too-many': () => ({
    title: 'More than 256 MB were added at once.',
    kept: 'What was read in is still there; the rest was not added.',
    next: 'Save first, then add the rest.',
  }),
  'backup-folder-missing': () => ({
    title: 'The folder for backups is not there now.',
    kept: 'The vault works as before; nothing is lost.',
    next: 'Plug the drive in or connect the network place and try again, or choose another folder.',
  }),
  'no-newer-backup': () => ({
    title: 'There is no newer backup yet.',
    kept: 'No old backup was removed.',
    next: 'Make a new backup first, then remove those that a leaver can open.',
  }),
  'copy-has-newer-keys': () => ({
    title: 'All keys of the other copy were changed.',
    kept: 'Neither file was changed.',
    next: 'Lock, open that one, and merge this one into it: who left may still open this one.',
  }),
  'copy-went-apart': () => ({
    title: 'All keys of this copy were changed apart from the vault: it is of another line.',
    kept: 'Neither file was changed, and nothing of it was taken.',
    next: 'Somebody who was removed may have changed the keys of an old copy. Find out where it comes from, and do not put it in the place of the vault; type in by hand what you need of it.',
  }),
  'backup-replaced': () => ({
    title: 'This file is not the backup that was noted.',
    kept: 'The catalogue and the vault are unchanged.',
    next: 'Its revision or check words are others: somebody may have exchanged it. Find out before you use it; “Choose a file…” opens it all the same.',
  }),
  'merge-undecided': () => ({
    title: 'For some records no copy was chosen yet.',
    kept: 'Nothing was merged.',
    next: 'The vault was changed meanwhile; the list is new. Choose, then merge again.',
  }),
  'no-backup-open': () => ({
    title: 'No backup is open.',
    kept: 'The vault is unchanged.',
    next: 'Open the backup again.',
  }),
  'file-not-shown': () => ({
    title: 'This file cannot be shown.',
    kept: 'It is kept in the vault as it was.',
    next: 'It may be broken, have a password of its own, or be too large a picture. You can export the original with a reason and check it elsewhere.',
  }),
  'foreign-key-wrong': () => ({
    title: 'The password or key file is wrong',
    kept: 'The file was not opened, and the vault is unchanged.',
    next: 'Check the password of that file (not the passphrase of the vault); if it also needs a key file, choose it too.',
  }),
  'import-not-open': () => ({
    title: 'The import has already ended.',
    kept: 'Nothing more was written.',
    next: 'Choose the file again.',
  }),
  cancelled: () => ({
    title: 'Cancelled.',
    kept: 'Nothing was written.',
    next: 'You can start again any time.',
  }),
  'handover-open': ({ number, name }) => ({
    title: `There is an open handover of ${name ?? ''} already (${number ?? ''}).`,
    kept: 'No handover was begun.',
    next: 'Go on with that one.',
  }),
  'handover-not-done': ({ open }) => ({
    title:
      Number(open) > 0
        ? `${open} lines are not done: it cannot be closed.`
        : 'Who leaves can still open the vault: it cannot be closed.',
    kept: 'The handover is as it was.',
    next: 'Finish each line; where that cannot be, close it with a reason: it stays red.',
  }),
  'handover-own-way': () => ({
    title: 'Nobody can remove themselves.',
    kept: 'Nothing was changed.',
    next: 'Let a custodian who stays unlock the vault and do this step.',
  }),
  'sheet-not-drawn-up': () => ({
    title: 'The handover sheet is not drawn up yet: there is nothing to sign or export.',
    kept: 'Nothing was changed.',
    next: 'Draw the sheet up, read it, then sign.',
  }),
  'sheet-unreadable': () => ({
    title: 'This is no handover sheet of Beian Vault, or the file is damaged.',
    kept: 'Nothing was changed.',
    next: 'Choose the .json file that “Export signed file” made.',
  }),
} satisfies Partial<Record<VaultErrorCode, (facts: VaultErrorFacts) => ErrorWords>>

/** A file by its name, where it is known. */
function fileWords(name: string | number | undefined): string {
  return name === undefined ? 'This file' : `“${name}”`
}
