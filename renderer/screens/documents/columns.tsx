import type { PaperView } from '../../../shared/document-views.ts'
import { textColumn } from '../../components/text-column.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import type { Text } from '../../i18n/text.ts'
import { PaperStandingTag } from './PaperStandingTag.tsx'
import type { PaperRow } from './paper-rows.ts'

/** Columns that give way to the details beside the list. */
const WIDE_ONLY: ReadonlySet<string> = new Set(['kind', 'form', 'seal'])

/** Columns of 资料 in the words of one language. Make them once: rows are memoised by them. */
export function paperColumns({ documents }: Text, isNarrow: boolean): Column<PaperRow>[] {
  const words = documents.columns
  const columns: Column<PaperRow>[] = [
    textColumn('title', words.title, ({ paper }) => paper.data.title),
    textColumn('kind', words.kind, ({ paper }) => documents.kind[paper.data.kind], 128),
    textColumn('holder', words.holder, ({ paper }) => paper.holders.join(documents.separator)),
    textColumn(
      'validUntil',
      words.validUntil,
      ({ paper }) => paper.data.validUntilOn ?? documents.forever,
      104,
    ),
    textColumn('form', words.form, ({ paper }) => formWords(paper, documents), 148),
    textColumn('seal', words.seal, ({ paper }) => documents.sealState[paper.data.sealState], 110),
    {
      key: 'standing',
      title: words.standing,
      widthPx: 112,
      render: ({ standing }) => <PaperStandingTag standing={standing} />,
    },
  ]
  return isNarrow ? columns.filter(({ key }) => !WIDE_ONLY.has(key)) : columns
}

/** Whether the paper itself is there, and how many scans. */
export function formWords(
  { data: { paperPlace, files } }: Pick<PaperView, 'data'>,
  documents: Text['documents'],
): string {
  if (paperPlace === undefined) {
    return files.length === 0 ? documents.neither : documents.scanOnly(files.length)
  }
  return files.length === 0 ? documents.paperOnly : documents.paperAndScan(files.length)
}
