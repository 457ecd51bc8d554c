import { describe, expect, it } from 'vitest'
import { createAuditIndex } from '../../../electron/proof/audit-index.ts'
import type { AuditFilter } from '../../../shared/contract/audit.ts'
import { openVault } from '../../support/vault.ts'
import { act, auditSession, passwordRecord, sessionOver } from './audit-session.ts'

const OTHER = 'ab'.repeat(16)

/** Two passwords; ours was looked at by two persons on different days. */
async function trail() {
  const shop = passwordRecord('示例商城 备案密码', 'Canary-Pw-1!')
  const blog = passwordRecord('示例博客 备案密码', 'Canary-Pw-2!')
  const made = await auditSession()
  const { vault } = made
  vault.write([shop, blog], [act(vault, 'record.import', { facts: { count: 2 } })])
  vault.appendAudit([
    act(vault, 'credential.reveal', { recordId: shop.id, at: Date.UTC(2026, 4, 1, 2) }),
    act(vault, 'credential.copy', { recordId: blog.id, at: Date.UTC(2026, 4, 2, 2) }),
    act(vault, 'credential.copy', {
      recordId: shop.id,
      custodianId: OTHER,
      at: Date.UTC(2026, 4, 3, 2),
    }),
    act(vault, 'ledger.export', { facts: { fileName: '台账.xlsx', rows: 2 } }),
    act(vault, 'vault.unlock-failed', { facts: { count: 3 } }),
    act(vault, 'vault.unlocked', { facts: { by: 'recovery-kit' } }),
  ])
  // Records are read at the start of a session.
  const world = sessionOver(vault, made.context)
  const query = (filter: AuditFilter, from = 0, count = 100) =>
    world.handlers['audit.query']({ filter, from, count })
  const actions = async (filter: AuditFilter) =>
    (await query(filter)).lines.map(({ action }) => action)
  return { ...world, vault, shop, blog, query, actions }
}

describe('a filtered trail', () => {
  it('tells who saw a password: those who looked and those who copied', async () => {
    const { query, shop } = await trail()
    const { lines, total } = await query({ aboutId: shop.id, group: 'secret' })
    expect(total).toBe(2)
    expect(lines.map(({ action, custodianName }) => [action, custodianName])).toEqual([
      ['credential.copy', ''],
      ['credential.reveal', '林备案'],
    ])
  })

  it('finds the import that brought a record, though it names none', async () => {
    const { actions, shop } = await trail()
    expect(await actions({ aboutId: shop.id })).toContain('record.import')
  })

  it('is narrowed by person and by days, first and last included', async () => {
    const { actions, query } = await trail()
    expect(await actions({ custodianId: OTHER })).toEqual(['credential.copy'])
    const days = { fromOn: '2026-05-01', toOn: '2026-05-02' }
    expect(await actions(days)).toEqual(['credential.copy', 'credential.reveal'])
    expect((await query({ ...days, custodianId: OTHER })).total).toBe(0)
  })

  it('shows first what an inspector looks for', async () => {
    const { actions } = await trail()
    expect(await actions({ group: 'notable' })).toEqual([
      'vault.unlocked',
      'vault.unlock-failed',
      'ledger.export',
    ])
  })

  it('is searched by title, by facts, by name, and by the actions a word may mean', async () => {
    const { actions } = await trail()
    const word = (text: string, ...meant: string[]) => ({ text, actions: meant })
    expect(await actions({ words: [word('商城')] })).toEqual([
      'credential.copy',
      'credential.reveal',
    ])
    expect(await actions({ words: [word('商城'), word('查看', 'credential.reveal')] })).toEqual([
      'credential.reveal',
    ])
    expect(await actions({ words: [word('.XLSX')] })).toEqual(['ledger.export'])
    expect(await actions({ words: [word('林备案'), word('博客')] })).toEqual(['credential.copy'])
  })

  it('comes in pages that meet, with or without a filter', async () => {
    const { query } = await trail()
    for (const filter of [{}, { toOn: '2999-01-01' }]) {
      const all = await query(filter)
      const pages = [await query(filter, 0, 4), await query(filter, 4, 100)]
      expect(pages.flatMap(({ lines }) => lines)).toEqual(all.lines)
      expect(pages[0]?.total).toBe(all.lines.length)
      expect((await query(filter, all.total + 5)).lines).toEqual([])
    }
  })

  it('takes in what is written later, and reads nothing twice', async () => {
    const { vault, query, shop } = await trail()
    const before = (await query({ aboutId: shop.id })).total
    let asked = 0
    const index = createAuditIndex({
      audit(page) {
        asked += page.limit
        return vault.audit(page)
      },
    })
    await index.refresh()
    const first = asked
    vault.readSecret(shop.id, act(vault, 'credential.reveal', { recordId: shop.id }))
    await index.refresh()
    expect((await query({ aboutId: shop.id })).total).toBe(before + 1)
    expect(index.count).toBe(vault.audit({ limit: 1 })[0]?.sequence)
    expect(first).toBeGreaterThan(0)
  })

  it('names everybody, those without a way in any more too', async () => {
    const { handlers, vault } = await trail()
    const people = await handlers['audit.people'](undefined)
    expect(people.map(({ custodianId }) => custodianId)).toEqual([vault.custodianId, OTHER])
    expect(people[1]).toEqual({ custodianId: OTHER, name: '', entries: 1 })
  })
})

describe('the check of the trail on screen', () => {
  it('tells how many entries there are and who signed the last checkpoint', async () => {
    const { path, context, vault, handlers } = await auditSession()
    const fresh = await handlers['audit.verify'](undefined)
    expect(fresh).toMatchObject({
      isIntact: true,
      entries: vault.audit({ limit: 1 })[0]?.sequence,
    })
    expect(fresh).not.toHaveProperty('lastCheckpoint')
    vault.close()
    const again = sessionOver(await openVault(path, context), context)
    expect(await again.handlers['audit.verify'](undefined)).toMatchObject({
      isIntact: true,
      lastCheckpoint: { custodianName: '林备案' },
    })
  })
})

describe('the times of a trail', () => {
  const NOON = Date.UTC(2026, 4, 1, 4)
  const BROUGHT = { copyRevision: 3 }

  /** One transaction each; which of them are told to have been written with a clock set back. */
  async function toldOf(entries: readonly Parameters<typeof act>[2][]) {
    const { vault, handlers } = await auditSession()
    for (const more of entries) vault.appendAudit([act(vault, 'record.change', more)])
    const told = async (filter: AuditFilter, count: number) => {
      const { lines } = await handlers['audit.query']({ filter, from: 0, count })
      return lines.slice(0, entries.length).map(({ isClockSetBack = false }) => isClockSetBack)
    }
    const all = await told({}, 200)
    expect(await told({ group: 'record' }, 200)).toEqual(all)
    // The oldest of a page too.
    expect(await told({}, entries.length)).toEqual(all)
    return all.reverse()
  }

  it('tell where a clock was set back by more than a minute', async () => {
    const hour = 3_600_000
    const entries = [{ at: NOON }, { at: NOON - hour }, { at: NOON - hour + 1 }, { at: NOON }]
    expect(await toldOf(entries)).toEqual([false, true, false, false])
    expect(await toldOf([{ at: NOON }, { at: NOON - 59_000 }])).toEqual([false, false])
  })

  it('say nothing of what a merge brought in, nor of what comes after that', async () => {
    const entries = [{ at: NOON }, { at: NOON - 1e7, facts: BROUGHT }, { at: NOON + 1 }]
    expect(await toldOf(entries)).toEqual([false, false, false])
    expect(await toldOf([{ at: NOON, facts: BROUGHT }, { at: NOON - 1e7 }])).toEqual([false, false])
  })

  it('say nothing of what was kept from before and stands with the unlock that brought it', async () => {
    const { vault, handlers } = await auditSession()
    vault.appendAudit([
      act(vault, 'vault.unlocked', { at: NOON }),
      act(vault, 'credential.reveal', { at: NOON - 1e7 }),
    ])
    const { lines } = await handlers['audit.query']({ filter: {}, from: 0, count: 1 })
    expect(lines[0]).not.toHaveProperty('isClockSetBack')
  })
})
