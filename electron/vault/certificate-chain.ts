import { isEqual } from './bytes.ts'
import {
  type Certificate,
  isSignedByMember,
  isSuccessor,
  nameCustodians,
  parseCertificate,
} from './certificate.ts'
import type { CertificateRow } from './head.ts'

/** The certificates that follow from the pinned one, the last of them, and whether all the others fit too. */
export function followCertificates(
  vaultId: Uint8Array,
  pinned: Certificate,
  rows: readonly CertificateRow[],
) {
  let certificate = pinned
  const followed = [pinned]
  const named = new Set<string>()
  let isChainSound = rows.length >= pinned.sequence
  let before: Certificate | undefined
  for (const [index, row] of rows.entries()) {
    const parsed = tryParseCertificate(vaultId, row)
    if (parsed === undefined || parsed.sequence !== index + 1 || row.sequence !== index + 1) {
      isChainSound = false
      break
    }
    const isSound = isSoundAfter(before, parsed, named)
    if (!isSound) isChainSound = false
    if (parsed.sequence > pinned.sequence) {
      if (!isSound) break
      certificate = parsed
      followed.push(parsed)
    }
    if (parsed.sequence === pinned.sequence && !isEqual(parsed.bytes, pinned.bytes))
      isChainSound = false
    before = parsed.sequence === pinned.sequence ? pinned : parsed
    nameCustodians(named, before)
  }
  return { certificate, isChainSound, followed }
}

/** Whether the first certificate signs itself and each other one follows the one before it. */
export function isSoundChain(chain: readonly Certificate[]): boolean {
  const named = new Set<string>()
  return chain.every((certificate, index) => {
    const isSound = isSoundAfter(chain[index - 1], certificate, named)
    nameCustodians(named, certificate)
    return isSound
  })
}

/**
 * Whether a certificate may stand behind the one before it, if there is one.
 *
 * @param named - whom all before it named.
 */
function isSoundAfter(
  before: Certificate | undefined,
  certificate: Certificate,
  named: ReadonlySet<string>,
): boolean {
  if (before !== undefined) return isSuccessor(before, certificate, named)
  return (
    certificate.sequence === 1 &&
    isEqual(certificate.previous, new Uint8Array(32)) &&
    isSignedByMember(certificate, certificate.members)
  )
}

/** Undefined for a row that is no certificate of this vault. */
export function tryParseCertificate(
  vaultId: Uint8Array,
  row: CertificateRow,
): Certificate | undefined {
  try {
    return parseCertificate(row.body, vaultId)
  } catch {
    return undefined
  }
}
