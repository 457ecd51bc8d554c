import type { CalendarDay } from '../../../shared/calendar-day.ts'
import type { PaperView } from '../../../shared/document-views.ts'
import { type PaperStanding, paperStanding } from '../../../shared/paper.ts'

/** A line of 资料: the paper and how it stands. */
export type PaperRow = {
  paper: PaperView
  standing: PaperStanding
  /** All that is searched, in lower case. */
  words: string
}

export type PaperFilter = {
  text: string
  kind?: string
  /** Name of an entity, person, service or domain. */
  holder?: string
  standing?: string
}

/** Lines in the order of their titles. */
export function paperRows(
  papers: readonly PaperView[],
  today: CalendarDay,
  kindWords: Readonly<Record<PaperView['data']['kind'], string>>,
): PaperRow[] {
  return papers
    .map((paper) => {
      const { title, kind, notes, paperPlace, files } = paper.data
      const names = files.map(({ name }) => name)
      const words = [title, kindWords[kind], notes, paperPlace, ...names, ...paper.holders]
        .filter((word) => word !== undefined)
        .join('\n')
        .toLowerCase()
      return { paper, standing: paperStanding(paper.data, today), words }
    })
    .sort((a, b) => collator.compare(a.paper.data.title, b.paper.data.title))
}

/** Lines that pass; `hitIds` are those the vault process found by pinyin. */
export function shownPaperRows(
  rows: readonly PaperRow[],
  { text, kind, holder, standing }: PaperFilter,
  hitIds: ReadonlySet<string>,
): PaperRow[] {
  const wanted = text.trim().toLowerCase().split(/\s+/)
  return rows.filter(({ paper, standing: own, words }) => {
    if (kind !== undefined && paper.data.kind !== kind) return false
    if (holder !== undefined && !paper.holders.includes(holder)) return false
    if (standing !== undefined && own !== standing) return false
    return hitIds.has(paper.id) || wanted.every((word) => words.includes(word))
  })
}

/** Names that occur as holders, in their order. */
export function holderNames(rows: readonly PaperRow[]): string[] {
  return [...new Set(rows.flatMap(({ paper }) => paper.holders))].sort(collator.compare)
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
