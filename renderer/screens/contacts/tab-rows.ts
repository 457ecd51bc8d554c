import type { CalendarDay } from '../../../shared/calendar-day.ts'
import { type Standing, standingOf, type TabRecord } from './standing.ts'

/** A line of 联系人: the record, how it stands, and the names of what it points to. */
export type TabRow = {
  record: TabRecord
  standing: Standing
  /** Entity or firm of a person; holder of a channel. */
  belongs: string
  /** All that is searched, in lower case. */
  words: string
}

export type TabFilter = { text: string; role?: string; standing?: Standing }

/** Lines in the order of their names. `nameOf` gives the name of a record that is pointed to. */
export function tabRows(
  records: readonly TabRecord[],
  today: CalendarDay,
  nameOf: (id: string) => string | undefined,
): TabRow[] {
  return records
    .map((record) => {
      const belongs = belongsOf(record)
        .map((id) => nameOf(id))
        .filter((name) => name !== undefined)
        .join('、')
      const words = [...Object.values(record.data), belongs]
        .filter((value) => typeof value === 'string')
        .join('\n')
        .toLowerCase()
      return { record, standing: standingOf(record, today), belongs, words }
    })
    .sort((a, b) => collator.compare(nameIn(a), nameIn(b)))
}

/** Lines that pass; `hitIds` are those the vault process found by pinyin. */
export function shownTabRows(
  rows: readonly TabRow[],
  { text, role, standing }: TabFilter,
  hitIds: ReadonlySet<string>,
): TabRow[] {
  const wanted = text.trim().toLowerCase().split(/\s+/)
  return rows.filter((row) => {
    if (standing !== undefined && row.standing !== standing) return false
    if (role !== undefined && !rolesOf(row.record).includes(role)) return false
    return hitIds.has(row.record.id) || wanted.every((word) => row.words.includes(word))
  })
}

/** What a record can be filtered by: roles, or a channel's kind. */
export function rolesOf(record: TabRecord): readonly string[] {
  return record.kind === 'channel' ? [record.data.kind] : record.data.roles
}

function belongsOf(record: TabRecord): string[] {
  switch (record.kind) {
    case 'contact':
      return [record.data.entityId, record.data.providerId].filter((id) => id !== undefined)
    case 'channel':
      return record.data.holderId === undefined ? [] : [record.data.holderId]
    case 'provider':
      return []
  }
}

function nameIn({ record }: TabRow): string {
  return record.kind === 'channel' ? record.data.value : record.data.name
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
