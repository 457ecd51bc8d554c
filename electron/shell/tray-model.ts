import path from 'node:path'
import type { DueLine } from '../../shared/due-list.ts'
import type { DueStanding } from './due-watch.ts'
import type { TrayWords } from './tray-words.ts'

/** What the tray shows: a text beside the icon, and the lines of its menu above 打开 and 退出. */
export type TrayModel = {
  tooltip: string
  /** A heading is not pressed; any other line opens the window. */
  lines: { text: string; isHeading: boolean }[]
}

/** Menus do not wrap; long names are cut in the middle of nowhere otherwise. */
const MAX_TITLE_CHARACTERS = 32
/** Windows cuts the text beside an icon at 127 characters. */
const MAX_TOOLTIP_CHARACTERS = 120

/** Says of each vault what is due, or in a few words why that is not known. */
export function trayModel(standings: readonly DueStanding[], words: TrayWords): TrayModel {
  const isNamed = standings.length > 1
  const lines: TrayModel['lines'] = []
  const summaries: string[] = []
  for (const standing of standings) {
    const name = isNamed ? `${path.basename(standing.path, '.beian')}: ` : ''
    const summary = `${name}${summaryOf(standing, words)}`
    summaries.push(summary)
    lines.push({ text: summary, isHeading: true })
    if (standing.state !== 'listed') continue
    for (const line of standing.list.lines)
      lines.push({ text: lineText(line, words), isHeading: false })
    const shown = standing.list.lines.length
    const { danger, due, soon } = standing.list.counts
    const more = danger + due + soon - shown
    if (shown > 0 && more > 0) lines.push({ text: words.more(more), isHeading: false })
  }
  const tooltip = [words.appName, ...summaries].join('\n')
  return { tooltip: cut(tooltip, MAX_TOOLTIP_CHARACTERS), lines }
}

function summaryOf(standing: DueStanding, words: TrayWords): string {
  if (standing.state === 'waiting') return words.waiting
  if (standing.state === 'problem') return words.problem[standing.problem]
  const { danger, due, soon } = standing.list.counts
  const parts = [
    danger > 0 ? words.danger(danger) : undefined,
    due > 0 ? words.due(due) : undefined,
    soon > 0 ? words.soon(soon) : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? words.nothing : parts.join(words.comma)
}

function lineText({ kind, urgency, title, daysLeft }: DueLine, words: TrayWords): string {
  const name = title === '' ? (words.wholeVault[kind] ?? words.other) : title
  const day = daysLeft === undefined ? words.urgency[urgency] : words.days(daysLeft)
  return `${cut(name, MAX_TITLE_CHARACTERS)} — ${day}`
}

function cut(text: string, count: number): string {
  const characters = [...text]
  return characters.length <= count ? text : `${characters.slice(0, count - 1).join('')}…`
}
