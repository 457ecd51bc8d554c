import { describe, expect, it } from 'vitest'
import { auditLine } from '../../../electron/audit-line.ts'
import { custodianNames } from '../../../electron/custodian-names.ts'
import { requireRuleKept, setRule } from '../../../electron/custodians/company-rule.ts'
import { inviteCustodian } from '../../../electron/custodians/roster.ts'
import { ruleOf } from '../../../electron/custodians/rule.ts'
import { approve, requireSecondPerson } from '../../../electron/custodians/second-person.ts'
import { custodiansHandlers } from '../../../electron/handlers/custodians.ts'
import { createLedger } from '../../../electron/ledger/ledger.ts'
import { overviewOf } from '../../../electron/ledger/store.ts'
import { trashRecords } from '../../../electron/ledger/trash.ts'
import { undoChange } from '../../../electron/ledger/write.ts'
import type { AuditRecord } from '../../../electron/vault/vault.ts'
import { VaultError } from '../../../shared/errors.ts'
import type { TwoPersonAct } from '../../../shared/records/company-rule.ts'
import {
  CHEAP,
  invite,
  JOINER_PASSPHRASE,
  join,
  makeRequest,
  makeSplitKit,
} from '../../support/custody.ts'
import { openTestSession } from '../../support/ledger-session.ts'
import { bytesOf, openVault, PASSPHRASE } from '../../support/vault.ts'

const EXPORT = { action: 'ledger.export', facts: { format: 'csv', rows: 3 } }

/** A vault that two can open, in the session of the first. */
async function twoPersons(scope: 'all' | 'ledger' = 'all') {
  const test = await openTestSession()
  const { local } = await invite(test.vault, test.context, scope)
  const { path } = test.vault
  test.vault.close()
  ;(await join(path, local, test.context)).close()
  const vault = await openVault(path, test.context)
  Object.assign(test.session.open(), { vault, ledger: createLedger(vault.records()) })
  return { ...test, vault }
}

/** The request that a refused act tells. */
function requestOf(act: () => void): string {
  try {
    act()
  } catch (error) {
    if (error instanceof VaultError && error.code === 'second-person-needed') {
      return String(error.facts['request'])
    }
    throw error
  }
  throw new Error('nobody was asked for')
}

const coded = (code: string) => expect.objectContaining({ code })

describe('an act that the company rule names', () => {
  it('passes alone while the rule does not name it', async () => {
    const { session } = await twoPersons()
    expect(() => requireSecondPerson(session, 'export', EXPORT)).not.toThrow()
  })

  it('passes once, after another custodian typed their passphrase, and never for other facts', async () => {
    const { session, vault } = await twoPersons()
    setRule(session, ['export'])
    const ask = (facts = EXPORT.facts) =>
      requireSecondPerson(session, 'export', { ...EXPORT, facts })
    await approve(session, requestOf(ask), bytesOf(JOINER_PASSPHRASE))
    expect(() => ask({ format: 'csv', rows: 4 })).toThrow(coded('second-person-needed'))
    expect(ask).not.toThrow()
    expect(ask).toThrow(coded('second-person-needed'))

    const entry = vault.audit({ limit: 9 }).find(({ action }) => action === 'approval.given')
    if (entry?.facts === undefined) throw new Error('not in the trail')
    expect(entry.facts).toMatchObject({ act: 'export', approver: '周接任' })
    // `as`: what `approve` put there.
    const { statement, signature } = entry.facts['proof'] as {
      statement: string
      signature: Parameters<typeof vault.verifySignature>[1]
    }
    expect(vault.verifySignature(bytesOf(statement), signature)).toBe(true)
    expect(vault.verifySignature(bytesOf(`${statement} `), signature)).toBe(false)
    expect(JSON.parse(statement)).toMatchObject({ action: 'ledger.export', facts: EXPORT.facts })
  })

  it('is approved for the very things it covers, though another act has the same facts', async () => {
    const { session } = await twoPersons()
    setRule(session, ['export'])
    const ask = (ids: string[]) => requireSecondPerson(session, 'export', EXPORT, ids)
    await approve(
      session,
      requestOf(() => ask(['a', 'b', 'c'])),
      bytesOf(JOINER_PASSPHRASE),
    )
    expect(() => ask(['a', 'b', 'd'])).toThrow(coded('second-person-needed'))
    expect(() => ask(['a', 'b', 'c'])).not.toThrow()
  })

  it('is not approved by who came in by a kit in parts with the passphrase they made a moment ago', async () => {
    const { session, vault, context } = await twoPersons()
    const codes = makeSplitKit(vault, ['法定代表人', '财务'])
    setRule(session, ['export'])
    const { path } = vault
    vault.close()
    const byKit = await openVault(path, context, {}, { kind: 'recovery-shares', codes })
    Object.assign(session.open(), { vault: byKit, ledger: createLedger(byKit.records()) })
    const passphrase = 'a passphrase just made 91'
    const { custodianId } = await byKit.addOwnPassphrase(bytesOf(passphrase), CHEAP, '张三')
    expect(byKit.self).toMatchObject({ custodianId, custodianName: '张三', isSplitKit: false })
    const ask = () => requireSecondPerson(session, 'export', EXPORT)
    await expect(approve(session, requestOf(ask), bytesOf(passphrase))).rejects.toThrow(
      coded('refused'),
    )
    await approve(session, requestOf(ask), bytesOf(JOINER_PASSPHRASE))
    expect(ask).not.toThrow()
  })

  it('is not approved by oneself, by a stranger, or by an auditor', async () => {
    const { session } = await twoPersons()
    setRule(session, ['export'])
    const ask = () => requireSecondPerson(session, 'export', EXPORT)
    await expect(approve(session, requestOf(ask), bytesOf(PASSPHRASE))).rejects.toThrow(
      coded('refused'),
    )
    await expect(approve(session, requestOf(ask), bytesOf('someone else'))).rejects.toThrow(
      coded('wrong-passphrase'),
    )
    expect(ask).toThrow(coded('second-person-needed'))
  })

  it('must be approved anew after five minutes', async () => {
    const { session, clock } = await twoPersons()
    setRule(session, ['export'])
    const ask = () => requireSecondPerson(session, 'export', EXPORT)
    await approve(session, requestOf(ask), bytesOf(JOINER_PASSPHRASE))
    clock.now += 5 * 60_000 + 1
    expect(ask).toThrow(coded('second-person-needed'))
  })

  it('is refused for a request that nobody made', async () => {
    const { session } = await twoPersons()
    await expect(approve(session, '00'.repeat(16), bytesOf(JOINER_PASSPHRASE))).rejects.toThrow(
      coded('refused'),
    )
  })
})

describe('an approval in the trail', () => {
  async function approved() {
    const test = await twoPersons()
    const { session, vault } = test
    setRule(session, ['export'])
    const ask = () => requireSecondPerson(session, 'export', EXPORT)
    await approve(session, requestOf(ask), bytesOf(JOINER_PASSPHRASE))
    const entry = vault.audit({ limit: 5 }).find(({ action }) => action === 'approval.given')
    if (entry === undefined) throw new Error('no approval')
    const lineOf = (one: AuditRecord) =>
      auditLine(session.open(), one, custodianNames(session.open()))
    /** The line of an entry that somebody wrote with a program of their own. */
    const written = (facts: Record<string, unknown>, more: Partial<AuditRecord> = {}) => {
      const { action, at, custodianId } = entry
      vault.appendAudit([{ action, at, custodianId, ...more, facts: { ...entry.facts, ...facts } }])
      const [forged] = vault.audit({ limit: 1 })
      if (forged === undefined) throw new Error('nothing was written')
      return lineOf(forged)
    }
    return { ...test, entry, lineOf, written }
  }

  it('is signed by who gave it, and says what was signed', async () => {
    const { entry, lineOf } = await approved()
    expect(lineOf(entry)).toMatchObject({
      signature: 'right',
      facts: { approved: 'ledger.export', format: 'csv', rows: 3, approver: '周接任' },
    })
  })

  it('bears the name of who signed, whatever name stands in it', async () => {
    const { written } = await approved()
    expect(written({ approver: '别人' }).facts).toMatchObject({ approver: '周接任' })
  })

  it('that nobody signed, or for another act, person, record or fact, does not match', async () => {
    const { entry, written } = await approved()
    // `as`: what `approve` wrote.
    const proof = entry.facts?.['proof'] as { statement: string; signature: object }
    const { statement, signature } = proof
    const other = { ...signature, signature: '00'.repeat(64) }
    const wrong = [
      written({ proof: undefined }),
      written({ proof: { statement, signature: other } }),
      written({ proof: { statement: statement.replace('"rows":3', '"rows":4'), signature } }),
      written({ proof: { statement: 'not JSON', signature } }),
      written({ approved: 'exchange.export-kdbx' }),
      written({ act: 'print-secrets' }),
      written({ rows: 4 }),
      written({}, { custodianId: 'ab'.repeat(16) }),
      written({}, { recordId: 'ab'.repeat(16) }),
      written({}, { at: entry.at + 3_600_000 }),
    ]
    expect(wrong.map((line) => line.signature)).toEqual(wrong.map(() => 'wrong'))
  })

  it('is not one again once the vault has gone on', async () => {
    const { vault, written } = await approved()
    expect(written({}).signature).toBe('right')
    for (let count = 0; count < 20; count += 1) {
      vault.appendAudit([{ action: 'test', at: 1, custodianId: vault.custodianId }])
    }
    expect(written({}).signature).toBe('wrong')
  })
})

describe('the company rule', () => {
  it('is not made where nobody else could approve', async () => {
    const alone = await openTestSession()
    expect(() => setRule(alone.session, ['export'])).toThrow(coded('rule-needs-two'))
    const { session } = await twoPersons('ledger')
    expect(() => setRule(session, ['export'])).toThrow(coded('rule-needs-two'))
  })

  it('is made stricter by one, and weaker by two', async () => {
    const { session } = await twoPersons()
    setRule(session, ['export'])
    setRule(session, ['export', 'print-secrets'])
    const weaken = () => setRule(session, ['print-secrets'])
    const request = requestOf(weaken)
    expect(ruleOf(session.open().ledger)).toEqual(['export', 'print-secrets'])
    await approve(session, request, bytesOf(JOINER_PASSPHRASE))
    weaken()
    expect(ruleOf(session.open().ledger)).toEqual(['print-secrets'])
  })

  it('asks for two to let in somebody who could then approve', async () => {
    const { session } = await twoPersons()
    const { request } = await makeRequest('周二')
    const add = () => inviteCustodian(session, request, { role: 'deputy', days: 7 })
    setRule(session, ['export'])
    await approve(session, requestOf(add), bytesOf(JOINER_PASSPHRASE))
    expect(add().vaultWords).toHaveLength(6)
    expect(() => inviteCustodian(session, request, { role: 'deputy', days: 7 })).toThrow(
      coded('second-person-needed'),
    )
    // The same name on another request is another person, and so is another role.
    await approve(session, requestOf(add), bytesOf(JOINER_PASSPHRASE))
    const namesake = await makeRequest('周二', 'a passphrase of somebody else')
    for (const [other, role] of [
      [namesake.request, 'deputy'],
      [request, 'custodian'],
    ] as const) {
      expect(() => inviteCustodian(session, other, { role, days: 7 })).toThrow(
        coded('second-person-needed'),
      )
    }
    const auditor = await makeRequest('审计员')
    inviteCustodian(session, auditor.request, { role: 'auditor', days: 7 })
  })

  it('is not loosened by changes from another copy', async () => {
    const { session } = await twoPersons()
    setRule(session, ['export', 'print-secrets'])
    const [record] = session.open().ledger.kinds['company-rule']
    if (record === undefined) throw new Error('there is no rule')
    const from = (twoPersonActs: TwoPersonAct[]) =>
      requireRuleKept(session, [
        {
          type: 'put',
          id: record.id,
          overview: { ...overviewOf(record), kind: 'company-rule', data: { twoPersonActs } },
        },
      ])
    expect(() => from(['export'])).toThrow(coded('second-person-needed'))
    expect(() => from(['export', 'print-secrets', 'remove-custodian'])).not.toThrow()
    expect(() => requireRuleKept(session, [{ type: 'delete', id: record.id }])).toThrow(
      coded('second-person-needed'),
    )
    expect(() => requireRuleKept(session, [])).not.toThrow()
  })

  it('holds although its record is taken back or put into the trash', async () => {
    const { session } = await twoPersons()
    setRule(session, ['export'])
    const { ledger } = session.open()
    expect(() => undoChange(session, 1)).toThrow(coded('nothing-to-undo'))
    const [record] = ledger.kinds['company-rule']
    expect(() => trashRecords(session, [record?.id ?? ''])).toThrow(coded('record-in-use'))
    expect(ruleOf(ledger)).toEqual(['export'])
  })
})

describe('the list of custodians', () => {
  it('says who can open, who alone could, and who could approve', async () => {
    const alone = await openTestSession()
    const before = await custodiansHandlers(alone.session)['custodians.list'](undefined)
    expect(before).toMatchObject({ isAlone: true, approvers: [], custodians: [{ isSelf: true }] })

    const { session } = await twoPersons()
    const after = await custodiansHandlers(session)['custodians.list'](undefined)
    expect(after).toMatchObject({ isAlone: false, approvers: ['周接任'] })
    expect(after.custodians.map(({ name, role }) => [name, role])).toEqual([
      ['林备案', 'custodian'],
      ['周接任', 'custodian'],
    ])
    expect(after.custodians[1]?.lastUnlockAt).toBeGreaterThan(0)
  })
})
