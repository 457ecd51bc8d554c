import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createKdfRunner } from '../../../electron/vault/kdf.ts'
import {
  type AuditEntry,
  type RecordChange,
  Vault,
  type VaultContext,
} from '../../../electron/vault/vault.ts'
import { bytesOf, memoryAnchors, randomId, testContext } from '../../support/vault.ts'

/** Half-width kana and an ideographic space: NFKC makes others of both. */
export const FIRST_PASSPHRASE = '第一个主口令　ﾃｽﾄ'
export const PASSPHRASE = '第二个主口令 correct horse'
/** The least that the format allows: the reader's Argon2id is JavaScript. */
const KDF = { opsLimit: 3, memLimitBytes: 64 * 1024 * 1024 }

export type LivedInVault = {
  path: string
  /** The same vault before its last generation, as a thief or a backup may hold it. */
  olderPath: string
  /** The same vault after its last generation, before its last changes. */
  middlePath: string
  kitCode: string
  /** What this machine last saw of it. */
  anchor: Uint8Array
  context: VaultContext
  attachmentContents: ReadonlyMap<string, Uint8Array>
}

/** A vault with some years behind it: records of several kinds, files, a kit, a re-key. */
export async function makeLivedInVault(): Promise<LivedInVault> {
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-reader-'))
  const file = path.join(folder, '示例.beian')
  const olderPath = path.join(folder, 'older.beian')
  const middlePath = path.join(folder, 'middle.beian')
  const worker = new URL('../../../electron/vault/kdf-worker.ts', import.meta.url)
  const anchors = memoryAnchors()
  const context = testContext({ deriveKey: createKdfRunner(worker), anchors })
  const options = { passphrase: bytesOf(FIRST_PASSPHRASE), custodianName: '林备案', kdf: KDF }

  let vault = await Vault.create(file, options, context)
  const entry = (action: string, recordId?: string): AuditEntry => ({
    action,
    at: context.now(),
    custodianId: vault.custodianId,
    ...(recordId !== undefined && { recordId }),
    facts: { reason: '日常' },
  })
  const changes = someRecords()
  vault.write(changes, [entry('record.imported'), entry('record.reviewed')])
  const [first, second, third] = changes.map((change) => change.id)
  if (first === undefined || second === undefined || third === undefined) throw new Error('records')
  vault.readSecret(first, entry('secret.revealed', first))
  vault.write(
    [
      { type: 'put', id: first, overview: { kind: 'service', name: '改名后的网站' } },
      { type: 'put', id: second, overview: { kind: 'portal' }, secret: null },
      { type: 'delete', id: third },
    ],
    [entry('record.changed')],
  )
  const attachmentContents = new Map<string, Uint8Array>()
  for (const sizeBytes of [0, 1, 4095, 4096, 65_536, 200_000]) {
    const content = new Uint8Array(sizeBytes).map((_, index) => (index * 31 + sizeBytes) % 251)
    const facts = {
      ownerId: first,
      name: `营业执照 ${sizeBytes}.pdf`,
      mediaType: 'application/pdf',
    }
    const info = await vault.writeAttachment(facts, inPieces(content), [entry('document.added')])
    attachmentContents.set(info.id, content)
  }
  const kitCode = makeKit(vault)
  await vault.changePassphrase(bytesOf(FIRST_PASSPHRASE), bytesOf(PASSPHRASE), KDF)
  vault.close()
  copyFileSync(file, olderPath)

  vault = await Vault.open(file, { kind: 'recovery-kit', code: kitCode }, {}, context)
  await vault.rekey({ keepSlots: () => true, reason: '交接' })
  // More than one block of 128 entries.
  for (let count = 0; count < 15; count++) {
    vault.appendAudit(Array.from({ length: 10 }, () => entry('report.printed')))
  }
  vault.close()
  copyFileSync(file, middlePath)

  vault = await Vault.open(file, { kind: 'recovery-kit', code: kitCode }, {}, context)
  vault.write(
    [{ type: 'put', id: first, overview: { n: 2 }, secret: { password: 'N3w-密码' } }],
    [],
  )
  const [gone] = attachmentContents.keys()
  if (gone === undefined) throw new Error('attachments')
  vault.deleteAttachment(gone, [entry('document.purged')])
  attachmentContents.delete(gone)
  vault.close()
  const anchor = anchors.entries.get(vault.vaultIdHex)
  if (anchor === undefined) throw new Error('anchor')
  return { path: file, olderPath, middlePath, kitCode, anchor, context, attachmentContents }
}

/** Overviews and secrets of lengths around the edges of the padding's buckets. */
function someRecords(): RecordChange[] {
  const lengths = [0, 1, 200, 237, 238, 239, 255, 256, 257, 5000]
  return lengths.map((length, index) => ({
    type: 'put',
    id: randomId(),
    overview: {
      kind: index % 2 === 0 ? 'service' : 'entity',
      name: `示例${index}公司`,
      filingNumber: `京ICP备${10_000_000 + index}号-1`,
      notes: 'x'.repeat(length),
      nested: { tags: ['甲', '乙'], count: index, isActive: index > 3, none: null },
    },
    secret: index % 3 === 2 ? null : { password: `Ex@mple${'密'.repeat(length)}` },
  }))
}

function makeKit(vault: Vault): string {
  const { code } = vault.prepareRecoveryKit()
  const groups = code.split('-')
  vault.confirmRecoveryKit([2, 5].map((index) => ({ index, text: groups[index] ?? '' })))
  return code
}

async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let offset = 0; offset < content.length; offset += 30_000) {
    yield content.subarray(offset, offset + 30_000)
  }
}
