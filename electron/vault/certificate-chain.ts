import { isEqual } from './bytes.ts'
import { type Certificate, isSuccessor, parseCertificate } from './certificate.ts'
import { hash } from './hash.ts'
import type { CertificateRow } from './head.ts'

/** The certificates that follow from the pinned one, the last of them, and whether all the others fit too. */
export function followCertificates(
  vaultId: Uint8Array,
  pinned: Certificate,
  rows: readonly CertificateRow[],
) {
  let certificate = pinned
  const followed = [pinned]
  let isChainSound = rows.length >= pinned.sequence
  let previous: Uint8Array | undefined
  for (const [index, row] of rows.entries()) {
    const parsed = tryParseCertificate(vaultId, row)
    if (parsed === undefined || parsed.sequence !== index + 1 || row.sequence !== index + 1) {
      isChainSound = false
      break
    }
    const expected = previous === undefined ? new Uint8Array(32) : hash(previous)
    if (!isEqual(parsed.previous, expected)) isChainSound = false
    if (parsed.sequence === pinned.sequence && !isEqual(parsed.bytes, pinned.bytes))
      isChainSound = false
    if (parsed.sequence > pinned.sequence) {
      if (!isSuccessor(certificate, parsed)) {
        isChainSound = false
        break
      }
      certificate = parsed
      followed.push(parsed)
    }
    previous = row.body
  }
  return { certificate, isChainSound, followed }
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
