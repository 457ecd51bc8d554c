import { describe, expect, it } from 'vitest'
import { setRule } from '../../../electron/custodians/company-rule.ts'
import { kitHandlers } from '../../../electron/handlers/kit.ts'
import { renderKitSheet } from '../../../electron/kit-sheet.ts'
import type { HostCallName, HostCalls } from '../../../shared/host-contract.ts'
import { openTestSession } from '../../support/ledger-session.ts'
import { openVault } from '../../support/vault.ts'

const HOLDERS = ['法定代表人', '财务', 'IT']

const coded = (code: string) => expect.objectContaining({ code })

/** The calls of kits, and the pages that were printed. */
async function kitSession() {
  const test = await openTestSession()
  const pages: string[] = []
  const host = async <N extends HostCallName>(name: N, input: HostCalls[N]['input']) => {
    if (name !== 'print.page') throw new Error(`no test expects ${name}`)
    // `as`: the input and the answer of this call.
    pages.push((input as HostCalls['print.page']['input']).html)
    return true as HostCalls[N]['output']
  }
  const session = { ...test.session, host }
  return { ...test, session, pages, call: kitHandlers(session) }
}

type Shares = Awaited<ReturnType<ReturnType<typeof kitHandlers>['kit.prepareSplit']>>['shares']

function retyped(shares: Shares): [string, string][] {
  return shares.map(({ groups, askedGroups: [one, two] }) => [groups[one] ?? '', groups[two] ?? ''])
}

describe('a kit in parts', () => {
  it('is a page for each holder, with its own code and no other', async () => {
    const { call, pages } = await kitSession()
    const { shares } = await call['kit.prepareSplit']({ shares: 3, holders: HOLDERS })
    for (const index of [0, 1, 2]) expect(await call['kit.printShare']({ index })).toBe(true)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第 ${index + 1} 份（共 3 份）`)
      expect(page).toContain(HOLDERS[index])
      const own = shares[index]?.groups.join(' ')
      for (const share of shares) {
        const isHere = share.groups.every((group) => page.includes(`<code>${group}</code>`))
        expect(isHere).toBe(share.groups.join(' ') === own)
      }
    }
  })

  it('counts once two groups of every part were retyped, and then any two of them open', async () => {
    const { call, vault, context } = await kitSession()
    const { shares } = await call['kit.prepareSplit']({ shares: 3, holders: HOLDERS })
    const wrong = retyped(shares).map((groups, index): [string, string] =>
      index === 1 ? ['00000', groups[1]] : groups,
    )
    expect(() => call['kit.confirmSplit']({ shares: wrong })).toThrow(
      expect.objectContaining({ code: 'kit-mismatch', facts: { share: 2 } }),
    )
    call['kit.confirmSplit']({ shares: retyped(shares) })
    const { path } = vault
    vault.close()
    const codes = [shares[2], shares[0]].map((share) => share?.groups.join('-') ?? '')
    const opened = await openVault(path, context, {}, { kind: 'recovery-shares', codes })
    expect(opened.self).toMatchObject({ isSplitKit: true, scope: 'all' })
  })

  it('wants a different holder for each part', async () => {
    const { call } = await kitSession()
    for (const holders of [
      ['财务', '财务'],
      ['财务', 'IT', '行政'],
    ]) {
      expect(() => call['kit.prepareSplit']({ shares: 2, holders })).toThrow(coded('invalid-value'))
    }
  })

  it('is printed by nobody before it was prepared', async () => {
    const { call, pages } = await kitSession()
    expect(() => call['kit.printShare']({ index: 0 })).toThrow(coded('kit-mismatch'))
    await expect(async () => call['kit.print'](undefined)).rejects.toThrow(coded('kit-mismatch'))
    expect(pages).toEqual([])
  })

  it('can be made by one person as long as there is no other', async () => {
    const { call, session } = await kitSession()
    expect(() => setRule(session, ['print-secrets'])).toThrow(coded('rule-needs-two'))
    expect(
      (await call['kit.prepareSplit']({ shares: 2, holders: ['财务', 'IT'] })).shares,
    ).toHaveLength(2)
  })
})

it('prints a page that holds no script, no style of its own and no address', () => {
  const page = renderKitSheet({
    groups: ['ABCDE', 'FGHJK'],
    checkWords: ['山', '水'],
    vaultId: 'ab'.repeat(16),
    revision: 3,
    fileName: '<b>蓝鲸</b>.beian',
    custodianName: '林晓',
    preparedAt: Date.UTC(2026, 0, 5),
  })
  expect(page).not.toMatch(/<script|style="|https?:|<img/)
  expect(page).toContain('&lt;b&gt;蓝鲸')
  expect(page).toMatch(/<svg viewBox="0 0 \d+ \d+"[^>]*><path d="M/)
})
