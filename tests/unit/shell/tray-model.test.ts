import { expect, it } from 'vitest'
import type { DueStanding } from '../../../electron/shell/due-watch.ts'
import { trayModel } from '../../../electron/shell/tray-model.ts'
import { trayWordsOf } from '../../../electron/shell/tray-words.ts'
import { DUE_LIST_PROBLEMS } from '../../../shared/due-list.ts'

const WORDS = trayWordsOf({ language: 'zh-CN' })

const LISTED: DueStanding = {
  vaultId: 'a'.repeat(32),
  path: '/srv/蓝鲸.beian',
  state: 'listed',
  list: {
    day: '2026-11-22',
    counts: { danger: 2, due: 0, soon: 5 },
    lines: [
      { kind: 'rotation-overdue', urgency: 'danger', title: '蓝鲸商城 · 备案密码', daysLeft: -12 },
      { kind: 'check-overdue', urgency: 'danger', title: '', daysLeft: 0 },
      { kind: 'domain-expiry', urgency: 'soon', title: 'lanjing.example', daysLeft: 61 },
      { kind: 'provider-unknown', urgency: 'soon', title: '蓝鲸小程序' },
    ],
  },
}

it('says how many, and the worst by name and day', () => {
  expect(trayModel([LISTED], WORDS)).toEqual({
    tooltip: '备案匣\n2 项须立即处理，5 项将到期',
    lines: [
      { text: '2 项须立即处理，5 项将到期', isHeading: true },
      { text: '蓝鲸商城 · 备案密码 — 逾期 12 天', isHeading: false },
      { text: '季度核查 — 今天到期', isHeading: false },
      { text: 'lanjing.example — 还有 61 天', isHeading: false },
      { text: '蓝鲸小程序 — 将到期', isHeading: false },
      { text: '还有 3 项…', isHeading: false },
    ],
  })
})

it('says that nothing is due', () => {
  const list = { day: '2026-11-22', counts: { danger: 0, due: 0, soon: 0 }, lines: [] }
  expect(trayModel([{ ...LISTED, list }], WORDS).lines).toEqual([
    { text: '没有到期事项', isHeading: true },
  ])
})

it('names the vaults where there are several', () => {
  const other = { vaultId: 'b'.repeat(32), path: '/srv/云帆.beian', state: 'waiting' } as const
  expect(trayModel([LISTED, other], WORDS).lines.filter(({ isHeading }) => isHeading)).toEqual([
    { text: '蓝鲸: 2 项须立即处理，5 项将到期', isHeading: true },
    { text: '云帆: 正在查看到期事项…', isHeading: true },
  ])
})

it.each(DUE_LIST_PROBLEMS)('has quiet words for %s in both languages', (problem) => {
  const standing = { vaultId: 'a', path: '/srv/a.beian', state: 'problem', problem } as const
  for (const language of ['zh-CN', 'en'] as const) {
    const words = trayWordsOf({ language })
    expect(trayModel([standing], words).lines).toEqual([
      { text: words.problem[problem], isHeading: true },
    ])
    expect(words.problem[problem].length).toBeGreaterThan(5)
  }
})

it('cuts long names, so that the day can still be read', () => {
  const title = '很长'.repeat(40)
  const line = { kind: 'task-due', urgency: 'due', title, daysLeft: 1 } as const
  const list = { day: '2026-11-22', counts: { danger: 0, due: 1, soon: 0 }, lines: [line] }
  const [, shown] = trayModel([{ ...LISTED, list }], WORDS).lines
  expect(shown?.text).toMatch(/… — 还有 1 天$/)
  expect(shown?.text.length).toBeLessThan(50)
})
