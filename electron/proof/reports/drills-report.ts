import { drillResult } from '../../../shared/drill-result.ts'
import type { DrillShare } from '../../../shared/records/drill.ts'
import type { ReportWords } from '../../../shared/reports/zh.ts'
import { drillLines } from '../../backups/drills.ts'
import { liveRecords } from '../../ledger/store.ts'
import { isWithin, minuteOf, type ReportBody, type ReportContext, table } from './report-context.ts'

/** Whether the ways back were tried before they are needed. */
export function drillsReport({ open, words, choice }: ReportContext): ReportBody {
  const { ledger } = open
  const text = words.drills
  const drills = [...liveRecords(ledger, 'drill')]
    .map(({ data }) => data)
    .filter(({ on }) => on >= choice.fromOn && on <= choice.toOn)
    .sort((a, b) => (a.on < b.on ? 1 : -1))
  const backups = [...liveRecords(ledger, 'backup')]
    .map(({ data }) => data)
    .filter(({ madeAt }) => isWithin(choice, madeAt))
    .sort((a, b) => b.madeAt - a.madeAt)
  const passed = drills.filter(({ isPassed }) => isPassed).length
  const verified = backups.filter(({ verifiedAt }) => verifiedAt !== undefined).length
  return {
    figures: [
      { label: text.figures.drills, value: String(drills.length) },
      {
        label: text.figures.passed,
        value: String(passed),
        tone: passed === drills.length ? 'good' : 'danger',
      },
      {
        label: text.figures.backups,
        value: String(backups.length),
        tone: backups.length === 0 ? 'danger' : 'good',
      },
      { label: text.figures.verified, value: String(verified) },
    ],
    tables: [
      table(
        text.standing,
        text.standingColumns,
        [24, 18, 18, 20, 20],
        drillLines(ledger, ledger.alarmTable.waysIn).map(({ kind, last, isPossible, dueOn }) => [
          text.kind[kind],
          last?.on ?? text.never,
          last === undefined ? '' : text.result[last.result],
          last?.person ?? '',
          isPossible ? (dueOn ?? '') : text.notPossible,
        ]),
        words,
      ),
      table(
        text.done,
        text.doneColumns,
        [14, 20, 12, 18, 36],
        drills.map((drill) => [
          drill.on,
          text.kind[drill.kind],
          text.result[drillResult(drill)],
          drill.person,
          drill.notes ?? shareWords(drill.shares ?? [], words),
        ]),
        words,
      ),
      table(
        text.backups,
        text.backupColumns,
        [17, 26, 9, 20, 16, 20],
        backups.map(({ madeAt, fileName, revision, checkWords, verifiedAt, goneAt, openers }) => [
          minuteOf(madeAt),
          goneAt === undefined ? fileName : `${fileName} (${text.gone})`,
          String(revision),
          checkWords.join(' '),
          verifiedAt === undefined ? text.notVerified : minuteOf(verifiedAt),
          [...new Set(openers.map(({ name }) => name))].join(words.separator),
        ]),
        words,
      ),
    ],
  }
}

/** Which shares of a split kit were tried, whose they are, and what came of each. */
function shareWords(shares: readonly DrillShare[], { drills, separator }: ReportWords): string {
  return shares
    .map(({ number, holder, finding }) => drills.share(number, holder, drills.finding[finding]))
    .join(separator)
}
