import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { blake2b as reference } from '@noble/hashes/blake2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approve, requireApproval } from '../../../electron/custodians/second-person.ts'
import { blake2b, verifyTrail } from '../../../electron/proof/verify-audit.mjs'
import { mac } from '../../../electron/vault/hash.ts'
import { CHEAP, invite, JOINER_PASSPHRASE, join, makeSplitKit } from '../../support/custody.ts'
import { bytesOf, openVault, PASSPHRASE, temporaryFolder } from '../../support/vault.ts'
import { act, auditSession, passwordRecord, sessionOver } from './audit-session.ts'

/** A trail of two sessions, so that it holds a checkpoint, and a password that was looked at. */
async function exportedTrail() {
  const first = await auditSession()
  const canary = 'Canary-Pw-1!'
  const record = passwordRecord('示例商城 备案密码', canary)
  first.vault.write([record], [act(first.vault, 'record.create', { recordId: record.id })])
  first.vault.readSecret(record.id, act(first.vault, 'credential.reveal', { recordId: record.id }))
  first.vault.close()
  const vault = await openVault(first.path, first.context)
  const second = sessionOver(vault, first.context)
  const file = path.join(temporaryFolder(), '审计记录.jsonl')
  second.answers['dialog.saveFile'] = file
  const done = await second.handlers['audit.export'](undefined)
  return { ...second, vault, file, done, lines: linesOf(file), canary }
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n')
}

/** Runs the program that was put beside the trail, as somebody outside would. */
function verify(file: string, ...more: string[]): { status: number; said: string } {
  const program = path.join(path.dirname(file), 'verify-audit.mjs')
  try {
    return { status: 0, said: execFileSync('node', [program, file, ...more], { encoding: 'utf8' }) }
  } catch (error) {
    // `as`: execFileSync throws with what the program wrote.
    const { status, stdout } = error as { status: number; stdout: string }
    return { status, said: stdout }
  }
}

type Parsed = {
  sequence: number
  revision: number
  changes: { id: string; revision: number }[]
  entry: { action: string; at: number; facts?: Record<string, unknown> }
  chain: string
}
const parsed = (line = '') => JSON.parse(line) as Parsed
const codes = (lines: readonly string[]) =>
  verifyTrail(Buffer.from(`${lines.join('\n')}\n`)).problems.map(({ code, line, facts }) =>
    [code, line, facts?.['sequence']].filter((part) => part !== undefined).join(' '),
  )

describe('an exported trail', () => {
  it('is found whole by the program beside it, without the app', async () => {
    const { file, done, vault } = await exportedTrail()
    expect(done).toMatchObject({ fileName: '审计记录.jsonl', verifierName: 'verify-audit.mjs' })
    const { status, said } = verify(file)
    expect(said).toContain('✓ 记录完整')
    expect(said).toContain(`${vault.audit({ limit: 1 })[0]?.sequence} 条`)
    expect(said).toContain('1 个，由 林备案 签名')
    expect(status).toBe(0)
    expect(verify(file, '--en').said).toContain('✓ The trail is whole')
    const { fingerprint } = vault.exportAudit()
    expect(fingerprint).toHaveLength(10)
    expect(verify(file, '--fingerprint', fingerprint.join(' ')).status).toBe(0)
  })

  it('tells of itself as its last entry, and holds no secret', async () => {
    const { lines, canary, file } = await exportedTrail()
    expect(parsed(lines.at(-2)).entry).toMatchObject({
      action: 'audit.export',
      facts: { fileName: '审计记录.jsonl' },
    })
    expect(readFileSync(file, 'utf8')).not.toContain(canary)
    expect(lines.some((line) => line.includes('credential.reveal'))).toBe(true)
  })

  it('leaves nothing behind when the person cancels', async () => {
    const { handlers, vault } = await auditSession()
    expect(await handlers['audit.export'](undefined)).toBeUndefined()
    expect(vault.audit({ limit: 1 })[0]?.action).not.toBe('audit.export')
  })

  it('shows an entry that was rewritten', async () => {
    const { lines, file } = await exportedTrail()
    const at = lines.findIndex((line) => line.includes('credential.reveal'))
    const forged = lines.with(at, (lines[at] ?? '').replace('credential.reveal', 'record.update'))
    expect(codes(forged)[0]).toBe(`rewritten ${at + 1} ${at}`)
    writeFileSync(file, `${forged.join('\n')}\n`)
    const { status, said } = verify(file)
    expect(status).toBe(1)
    expect(said).toContain(`第 ${at + 1} 行：第 ${at} 条的内容或它前面的记录被改动`)
  })

  it('shows an entry that was taken out, and where', async () => {
    const { lines } = await exportedTrail()
    expect(codes(lines.toSpliced(3, 1))).toContain('missing 4')
  })

  it('shows entries in another order', async () => {
    const { lines } = await exportedTrail()
    const swapped = lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '')
    expect(codes(swapped).some((code) => code.startsWith('order 4'))).toBe(true)
  })

  it('shows that the end was cut off', async () => {
    const { lines, file } = await exportedTrail()
    expect(codes(lines.slice(0, -1))).toEqual([`cut ${lines.length - 1} ${lines.length - 2}`])
    writeFileSync(file, lines.slice(0, 4).join('\n'))
    expect(verify(file).said).toContain('文件在第 3 条之后被截断')
    expect(verify(file).status).toBe(1)
  })

  it('shows a cut whose end was moved up', async () => {
    const { lines } = await exportedTrail()
    const last = parsed(lines.at(-3))
    const end = { ...JSON.parse(lines.at(-1) ?? ''), entries: last.sequence, chain: last.chain }
    expect(codes([...lines.slice(0, -2), JSON.stringify(end)])).toEqual([
      `end-signature ${lines.length - 1}`,
    ])
  })

  it('shows a trail that was chained anew by somebody who has the chain key but no signing key', async () => {
    const { lines } = await exportedTrail()
    const key = Buffer.from((JSON.parse(lines[0] ?? '') as { chainKey: string }).chainKey, 'hex')
    let chain: Uint8Array = new Uint8Array(32)
    const forged = lines.map((line) => {
      if (!line.startsWith('{"type":"entry"')) return line
      const value = parsed(line)
      if (value.entry.action === 'credential.reveal') value.entry.action = 'record.update'
      if (value.entry.action === 'audit.checkpoint') {
        value.entry.facts = { ...value.entry.facts, chain: Buffer.from(chain).toString('hex') }
      }
      chain = mac(key, Buffer.concat([chain, u64(value.sequence), bodyOf(value)]))
      return JSON.stringify({ ...value, chain: Buffer.from(chain).toString('hex') })
    })
    const end = { ...JSON.parse(lines.at(-1) ?? ''), chain: Buffer.from(chain).toString('hex') }
    const found = codes([...forged.slice(0, -1), JSON.stringify(end)])
    expect(found).toHaveLength(2)
    expect(found[0]).toMatch(/^checkpoint /)
    expect(found[1]).toMatch(/^end-signature /)
  })

  it('shows an approval that nobody signed, and takes one that was', async () => {
    const first = await auditSession()
    const { local } = await invite(first.vault, first.context)
    first.vault.close()
    ;(await join(first.path, local, first.context)).close()
    const vault = await openVault(first.path, first.context)
    const world = sessionOver(vault, first.context)
    const scope = { action: 'ledger.export', facts: { format: 'csv', rows: 3 } }
    expect(() => requireApproval(world.session, 'export', scope)).toThrow()
    const [request = ''] = world.open.approvals.keys()
    await approve(world.session, request, bytesOf(JOINER_PASSPHRASE))
    const file = path.join(temporaryFolder(), '审计记录.jsonl')
    world.answers['dialog.saveFile'] = file
    await world.handlers['audit.export'](undefined)
    expect(verify(file).status).toBe(0)
    const [given] = vault.audit({ limit: 2 }).slice(1)
    vault.appendAudit([
      act(vault, 'approval.given', {
        facts: { act: 'export', approved: 'ledger.export', approver: '周接任' },
      }),
      act(vault, 'approval.given', { facts: { ...given?.facts, act: 'print-secrets' } }),
    ])
    await world.handlers['audit.export'](undefined)
    const { status, said } = verify(file)
    expect(status).toBe(1)
    expect(said.match(/第二人同意的签名不符/g)).toHaveLength(2)
  })

  it('shows a change of what no entry holds: a name, a title, a blank', async () => {
    const { lines } = await exportedTrail()
    const renamed = lines.with(0, (lines[0] ?? '').replace('林备案', '别人'))
    expect(codes(renamed)).toEqual([`end-signature ${lines.length}`])
    const spaced = lines.with(2, (lines[2] ?? '').replace('"revision":', '"revision": '))
    expect(codes(spaced)).toContain('not-canonical 3')
  })

  it('shows certificates of somebody else, and another vault than was meant', async () => {
    const [one, other] = [await exportedTrail(), await exportedTrail()]
    const header = JSON.parse(one.lines[0] ?? '') as Record<string, unknown>
    const { certificates } = JSON.parse(other.lines[0] ?? '') as { certificates: unknown }
    const forged = one.lines.with(0, JSON.stringify({ ...header, certificates }))
    expect(codes(forged)).toContain('certificate 1')
    expect(verify(one.file, '--fingerprint', '天 地 山 河 日 月 星 云 风 雨').said).toContain(
      '指纹不符',
    )
    expect(verify(one.file, '--earlier', other.file).said).toContain('不是同一个保险库')
  })

  it('holds over new custodians, auditors, kits, passphrases and keys, each checkpoint by who signed it', async () => {
    const { vault, path: vaultFile, context } = await auditSession()
    const joiner = await invite(vault, context)
    const auditor = await invite(vault, context, 'ledger', '审计员')
    vault.close()
    const deputy = await join(vaultFile, joiner.local, context)
    deputy.close()
    ;(await join(vaultFile, auditor.local, context)).close()
    const again = await openVault(vaultFile, context)
    makeSplitKit(again, ['法定代表人', '财务'])
    await again.changePassphrase(bytesOf(PASSPHRASE), bytesOf('另一句主口令 battery'), CHEAP)
    await again.rekey({ keepSlots: ({ scope }) => scope === 'all', reason: '审计员离任' })
    const world = sessionOver(again, context)
    world.answers['dialog.saveFile'] = path.join(temporaryFolder(), '审计记录.jsonl')
    await world.handlers['audit.export'](undefined)
    const lines = linesOf(String(world.answers['dialog.saveFile']))
    const header = JSON.parse(lines[0] ?? '') as { certificates: string[] }
    expect(header.certificates.length).toBeGreaterThan(5)
    expect(codes(lines)).toEqual([])
    const { said } = verify(String(world.answers['dialog.saveFile']))
    expect(said).toMatch(/3 个，由 林备案、周接任、没有登记姓名的 [0-9a-f]{8} 签名/)
    const certificates = header.certificates.toSpliced(2, 1)
    const without = lines.with(0, JSON.stringify({ ...header, certificates }))
    expect(codes(without)).toContain('certificate 1')
  })

  it('goes on from an earlier export, and says so when it does not', async () => {
    const world = await exportedTrail()
    const later = path.join(path.dirname(world.file), '后来.jsonl')
    world.answers['dialog.saveFile'] = later
    await world.handlers['audit.export'](undefined)
    expect(verify(later, '--earlier', world.file).status).toBe(0)
    const { status, said } = verify(world.file, '--earlier', later)
    expect(status).toBe(1)
    expect(said).toContain('现在没有了')
  })

  it('is refused when it is something else', async () => {
    const { file } = await exportedTrail()
    writeFileSync(file, '{"a":1}\n')
    expect(verify(file)).toMatchObject({ status: 1 })
    expect(verify(path.join(path.dirname(file), 'none.jsonl')).status).toBe(2)
    expect(existsSync(path.join(path.dirname(file), 'verify-audit.mjs'))).toBe(true)
  })
})

describe('the BLAKE2b of the verifier', () => {
  it('gives the vector of RFC 7693, appendix A', () => {
    expect(blake2b(Buffer.from('abc'), 64).toString('hex')).toBe(
      'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1' +
        '7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923',
    )
  })

  it('passes the self-test of RFC 7693, appendix E', () => {
    const sequence = (length: number, seed: number) => {
      let a = Math.imul(0xdead4bad, seed) >>> 0
      let b = 1
      return Uint8Array.from({ length }, () => {
        const t = (a + b) >>> 0
        a = b
        b = t
        return t >>> 24
      })
    }
    const all: Uint8Array[] = []
    for (const out of [20, 32, 48, 64]) {
      for (const length of [0, 3, 128, 129, 255, 1024]) {
        const input = sequence(length, length)
        all.push(blake2b(input, out), blake2b(input, out, sequence(out, out)))
      }
    }
    expect(blake2b(Buffer.concat(all), 32).toString('hex')).toBe(
      'c23a7800d98123bd10f506c61e29da5603d763b8bbad2e737f5e765a7bccd475',
    )
  })

  it('agrees with others on any input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), (input) => {
        const wanted = createHash('blake2b512').update(input).digest('hex')
        expect(blake2b(input, 64).toString('hex')).toBe(wanted)
        const key = new Uint8Array(32).fill(7)
        expect(blake2b(input, 32, key)).toEqual(Buffer.from(reference(input, { dkLen: 32, key })))
      }),
    )
  })
})

function u64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

function bodyOf({ revision, changes, entry }: Parsed): Uint8Array {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(changes.length)
  const rows = changes.flatMap((change) => [Buffer.from(change.id, 'hex'), u64(change.revision)])
  return Buffer.concat([u64(revision), count, ...rows, Buffer.from(JSON.stringify(entry))])
}
