import { walkAudit } from './audit-reading.ts'
import { concat, fromUtf8, toHex, u64, utf8 } from './bytes.ts'
import { wordsOf } from './check-words.ts'
import { hash } from './hash.ts'
import { sign } from './signature.ts'
import { sodium } from './sodium.ts'
import type { VaultCore } from './vault-core.ts'

/** An entry as it goes out: with `json` byte for byte as it was chained. */
export type ExportedEntry = {
  sequence: number
  revision: number
  changes: readonly { id: string; revision: number }[]
  json: string
  recordId: string | undefined
  custodianId: string
  chain: string
}

/** The whole trail for somebody outside, who can then check every chain value and every signature. */
export type AuditExport = {
  vaultId: string
  /** Hex. Tells nothing of what is sealed and opens nothing: it only lets others compute the chain values. */
  chainKey: string
  /** All certificates, first to last. */
  certificates: readonly Uint8Array[]
  /** Ten words that stand for this vault from its first certificate on, to be compared with those on paper. */
  fingerprint: readonly string[]
  /** How many entries there are. */
  entries: number
  /** The chain value of the last of them, hex. */
  chain: string
  /** Every entry, oldest first. @throws VaultError `vault-damaged` */
  walk(): Generator<ExportedEntry, void>
  /** Signs the export, with everything that stands in the file before. */
  sign(digest: Uint8Array): { slotId: string; signature: string }
}

/** Takes the trail as it is now; what is written meanwhile is not part of it. */
export function exportAudit(core: VaultCore): AuditExport {
  const { count, chain } = core.state.audit
  const certificates = core.queries.certificates.all().map((row) => row.body)
  return {
    vaultId: core.vaultIdHex,
    chainKey: toHex(core.constants.auditChainKey),
    certificates,
    fingerprint: fingerprintOf(core.vaultId, certificates[0] ?? new Uint8Array(0)),
    entries: count,
    chain: toHex(chain),
    *walk() {
      for (const { record, chain: value, body } of walkAudit(core)) {
        if (record.sequence > count) return
        yield {
          sequence: record.sequence,
          revision: record.revision,
          changes: record.changes,
          json: fromUtf8(body.subarray(12 + record.changes.length * 24)),
          recordId: record.recordId,
          custodianId: record.custodianId,
          chain: toHex(value),
        }
      }
    },
    sign(digest) {
      const message = concat(utf8('beian-audit-export'), core.vaultId, u64(count), chain, digest)
      return {
        slotId: toHex(core.self.slotId),
        signature: toHex(sign(core.self.signingSeed, message)),
      }
    },
  }
}

function fingerprintOf(vaultId: Uint8Array, first: Uint8Array): string[] {
  const digest = hash(concat(utf8('beian-trail-fingerprint'), vaultId, hash(first)))
  return wordsOf(digest.subarray(0, 10))
}

/** BLAKE2b-512 of what goes out piece by piece. */
export function createExportDigest(): { add(bytes: Uint8Array): void; finish(): Uint8Array } {
  const state = sodium.crypto_generichash_init(null, 64)
  return {
    add: (bytes) => sodium.crypto_generichash_update(state, bytes),
    finish: () => sodium.crypto_generichash_final(state, 64),
  }
}
