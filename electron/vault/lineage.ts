import { VaultError } from '../../shared/errors.ts'
import { anchoredCertificate } from './anchoring.ts'
import { isEqual } from './bytes.ts'
import { parseCertificate } from './certificate.ts'
import { hash } from './hash.ts'
import { type CertificateRow, digestCertificates } from './head.ts'
import type { VaultCore } from './vault-core.ts'

/**
 * How another copy's certificates stand to ours: all of them are ours (`behind`), all of ours are theirs (`ahead`),
 * both went on with other ways in under the same keys, or only one changed the keys (`beside`), or both changed all
 * keys for themselves (`apart`).
 */
export type Lineage = 'behind' | 'ahead' | 'beside' | 'apart'

/**
 * Refuses a copy that changed all keys for itself while this vault did so too: that is what somebody makes who was
 * removed here and goes on by themselves with a copy from before. Our own passphrase opens it all the same.
 *
 * @param isWhole - the copy is to take the vault's place: what went on beside it is refused too.
 * @throws VaultError `copy-went-apart`, `vault-damaged`
 */
export function requireSameLine(core: VaultCore, other: VaultCore, isWhole = false): void {
  const lineage = lineageOf(core, other)
  if (lineage !== 'apart' && !(isWhole && lineage === 'beside')) return
  throw new VaultError('copy-went-apart', 'the copy is of another line of this vault')
}

function lineageOf(core: VaultCore, other: VaultCore): Lineage {
  const theirs = certificatesOf(other)
  if (core.mode !== 'evidence') return compared(core.vaultId, certificatesOf(core), theirs)
  // What is in the file now may be anybody's. What this machine saw last tells which line is ours.
  const own = core.queries.certificates.all()
  const seen = anchoredCertificate(core)
  if (seen === undefined) return 'behind'
  const isSeen = (rows: readonly CertificateRow[]) => {
    const row = rows[seen.sequence - 1]
    return row === undefined ? undefined : isEqual(hash(row.body), seen.digest)
  }
  if (isSeen(own) === true) return compared(core.vaultId, own, theirs)
  return isSeen(theirs) === false ? 'apart' : 'behind'
}

function compared(
  vaultId: Uint8Array,
  own: readonly CertificateRow[],
  theirs: readonly CertificateRow[],
): Lineage {
  const differing = own.findIndex(({ body }, index) => {
    const other = theirs[index]
    return other === undefined || !isEqual(other.body, body)
  })
  const common = differing === -1 ? own.length : differing
  if (common === theirs.length) return 'behind'
  if (common === own.length) return 'ahead'
  const generationAt = (rows: readonly CertificateRow[], index: number) => {
    const row = rows[index]
    return row === undefined ? 0 : parseCertificate(row.body, vaultId).generation
  }
  const before = generationAt(own, common - 1)
  const haveBothChanged = [own, theirs].every(
    (rows) => generationAt(rows, rows.length - 1) > before,
  )
  return haveBothChanged ? 'apart' : 'beside'
}

/** As they were at the unlock. @throws VaultError `vault-damaged` */
function certificatesOf({ queries, state }: VaultCore): CertificateRow[] {
  const rows = queries.certificates.all()
  if (isEqual(digestCertificates(rows), state.certificateDigest)) return rows
  throw new VaultError('vault-damaged', 'the certificates were changed meanwhile')
}
