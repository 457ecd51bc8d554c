/** A custodian's signature under a statement. It is checked against the certificates of the vault. */
export type Signature = {
  custodianId: string
  custodianName: string
  slotId: string
  /** Ed25519, 64 hex digits. */
  signingKey: string
  /** 128 hex digits. */
  signature: string
  certificateSequence: number
}
