import type { SheetSignature } from '../../shared/records/handover.ts'
import { toHex } from '../vault/bytes.ts'
import type { Certificate } from '../vault/certificate.ts'
import { isSignature } from '../vault/signature.ts'

/** Whether a custodian whom that certificate names signed this statement. */
export function isStatementSignature(
  chain: readonly Certificate[],
  statement: Uint8Array,
  signature: SheetSignature,
): boolean {
  const certificate = chain.find(({ sequence }) => sequence === signature.certificateSequence)
  const member = certificate?.members.find((one) => toHex(one.slotId) === signature.slotId)
  if (member === undefined || toHex(member.custodianId) !== signature.custodianId) return false
  if (toHex(member.signingKey) !== signature.signingKey) return false
  return isSignature(member.signingKey, statement, fromHex(signature.signature))
}

export function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
