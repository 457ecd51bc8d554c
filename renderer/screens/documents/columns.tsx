import type { PaperView } from '../../../shared/document-views.ts'
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
    plain('title', words.title, ({ paper }) => paper.data.title),
    plain('kind', words.kind, ({ paper }) => documents.kind[paper.data.kind], 128),
    plain('holder', words.holder, ({ paper }) => paper.holders.join(documents.separator)),
    plain(
      'validUntil',
      words.validUntil,
      ({ paper }) => paper.data.validUntilOn ?? documents.forever,
      104,
    ),
    plain('form', words.form, ({ paper }) => formWords(paper, documents), 148),
    plain('seal', words.seal, ({ paper }) => documents.sealState[paper.data.sealState], 110),
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

function plain(
  key: string,
  title: string,
  read: (row: PaperRow) => string,
  widthPx?: number,
): Column<PaperRow> {
  return {
    key,
    title,
    ...(widthPx !== undefined && { widthPx }),
    render: (row) => {
      const value = read(row)
      return <span title={value}>{value}</span>
    },
  }
}
