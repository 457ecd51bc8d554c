import type { OpenedEntry } from './audit.ts'
import { ascii, createByteReader, isEqual, lengthPrefixed, toHex, zeros } from './bytes.ts'
import type { Certificate } from './certificates.ts'
import type { Checklist } from './checklist.ts'
import type { HeadRow } from './container.ts'
import { hash, mac } from './keys.ts'

const ANCHOR_BYTES = 177

export type Anchor = {
  hasMachineKey: boolean
  vaultId: Uint8Array
  revision: number
  generation: number
  headMac: Uint8Array
  auditSequence: number
  auditChain: Uint8Array
  certificateSequence: number
  certificateHash: Uint8Array
}

/**
 * Reads an anchor (section 10).
 *
 * @throws Error for a wrong form, MAC or vault.
 */
export function openAnchor(
  anchorKey: Uint8Array,
  vaultId: Uint8Array,
  bytes: Uint8Array,
  machineKey: Uint8Array | undefined,
): Anchor {
  if (bytes.length !== ANCHOR_BYTES) throw new Error('length')
  const reader = createByteReader(bytes, 'anchor')
  if (!isEqual(reader.take(8), ascii('BEIANANC'))) throw new Error('mark')
  const machine = reader.uint(1)
  if (machine > 1) throw new Error('machine')
  const anchor = {
    hasMachineKey: machine === 1,
    vaultId: reader.take(16),
    revision: reader.uint(8),
    generation: reader.uint(4),
    headMac: reader.take(32),
    auditSequence: reader.uint(8),
    auditChain: reader.take(32),
    certificateSequence: reader.uint(4),
    certificateHash: reader.take(32),
  }
  if (anchor.hasMachineKey && machineKey === undefined) throw new Error('needs the machine key')
  const key = anchor.hasMachineKey && machineKey !== undefined ? machineKey : zeros(0)
  const expected = mac(
    anchorKey,
    ascii('beian-anchor'),
    lengthPrefixed(key),
    bytes.subarray(0, -32),
  )
  if (!isEqual(bytes.subarray(-32), expected)) throw new Error('mac')
  if (!isEqual(anchor.vaultId, vaultId)) throw new Error('another vault')
  return anchor
}

/** Compares the file with what this machine saw last. */
export function checkAnchor(
  checklist: Checklist,
  anchor: Anchor,
  head: HeadRow,
  entries: readonly OpenedEntry[],
  certificates: readonly Certificate[],
): void {
  checklist.note('not older than the anchor', head.revision >= anchor.revision)
  const isForked =
    (head.revision === anchor.revision && !isEqual(head.mac, anchor.headMac)) ||
    (head.revision >= anchor.revision &&
      anchor.auditSequence > 0 &&
      entries[anchor.auditSequence - 1]?.chain !== toHex(anchor.auditChain))
  const seen = certificates[anchor.certificateSequence - 1]
  checklist.note(
    'certificates are those the anchor saw',
    seen === undefined
      ? head.revision < anchor.revision
      : isEqual(hash(seen.bytes), anchor.certificateHash),
  )
  checklist.note('not forked from the anchor', !isForked)
}
