import { textColumn } from '../../components/text-column.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import type { Text } from '../../i18n/text.ts'
import { StandingTag } from './StandingTag.tsx'
import type { ContactTab } from './standing.ts'
import { rolesOf, type TabRow } from './tab-rows.ts'

/** Columns that give way to the details beside the list. */
const WIDE_ONLY: ReadonlySet<string> = new Set(['email', 'console', 'owner'])

/** Columns of a tab in the words of one language. Make them once: rows are memoised by them. */
export function tabColumns(tab: ContactTab, text: Text, isNarrow: boolean): Column<TabRow>[] {
  const columns = allColumns(tab, text, isNarrow)
  return isNarrow ? columns.filter(({ key }) => !WIDE_ONLY.has(key)) : columns
}

function allColumns(
  tab: ContactTab,
  { contacts, common }: Text,
  isNarrow: boolean,
): Column<TabRow>[] {
  const words = contacts.columns
  const standing: Column<TabRow> = {
    key: 'standing',
    title: words.standing,
    widthPx: 116,
    render: (row) => <StandingTag standing={row.standing} />,
  }
  const belongs = (title: string): Column<TabRow> => ({
    key: 'belongs',
    title,
    render: ({ belongs }) => <span title={belongs}>{belongs}</span>,
  })
  switch (tab) {
    case 'contact':
      return [
        textColumn('name', words.person, ({ record }) => nameOf(record), isNarrow ? 96 : 120),
        textColumn(
          'roles',
          words.roles,
          (row) => roleWords(row, common.contactRole, contacts.separator),
          isNarrow ? undefined : 168,
        ),
        belongs(words.belongs),
        textColumn('phone', words.phone, ({ record }) => contactOf(record)?.phone, 118),
        textColumn('email', words.email, ({ record }) => contactOf(record)?.email),
        standing,
      ]
    case 'provider':
      return [
        textColumn('name', words.name, ({ record }) => nameOf(record)),
        textColumn(
          'roles',
          words.roles,
          (row) => roleWords(row, common.providerRole, contacts.separator),
          190,
        ),
        textColumn('phone', words.phone, ({ record }) => providerOf(record)?.phone, 140),
        textColumn('console', words.console, ({ record }) => providerOf(record)?.consoleUrl),
        textColumn('verified', words.verified, ({ record }) => providerOf(record)?.verifiedOn, 108),
        standing,
      ]
    case 'channel':
      return [
        textColumn('value', words.value, ({ record }) => nameOf(record)),
        textColumn(
          'kind',
          words.kind,
          (row) => roleWords(row, common.channelKind, contacts.separator),
          88,
        ),
        belongs(words.holder),
        textColumn('owner', words.owner, ({ record }) => channelOf(record)?.owner, 120),
        textColumn('verified', words.verified, ({ record }) => channelOf(record)?.verifiedOn, 108),
        standing,
      ]
  }
}

/** The words of a record's roles, or of a channel's kind. */
export function roleWords(
  { record }: Pick<TabRow, 'record'>,
  words: Readonly<Record<string, string>>,
  separator: string,
): string {
  return rolesOf(record)
    .map((role) => words[role] ?? role)
    .join(separator)
}

function nameOf(record: TabRow['record']): string {
  return record.kind === 'channel' ? record.data.value : record.data.name
}

function contactOf(record: TabRow['record']) {
  return record.kind === 'contact' ? record.data : undefined
}

function providerOf(record: TabRow['record']) {
  return record.kind === 'provider' ? record.data : undefined
}

function channelOf(record: TabRow['record']) {
  return record.kind === 'channel' ? record.data : undefined
}
