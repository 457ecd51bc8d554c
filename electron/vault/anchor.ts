import { concat, createByteReader, isEqual, lengthPrefixed, u8, u32, u64, utf8 } from './bytes.ts'
import { mac } from './hash.ts'
import { sodium } from './sodium.ts'

/** What this machine last saw of a vault. Kept outside the file: only so is an old file known as old. */
export type Anchor = {
  vaultId: Uint8Array
  revision: number
  generation: number
  headMac: Uint8Array
  auditSequence: number
  /** The chain value of the entry `auditSequence`. */
  auditChain: Uint8Array
}

/** Where anchors are kept, outside of every vault. Names are 32 hex digits, or those and a suffix with a dot. */
export type AnchorStore = {
  read(name: string): Uint8Array | undefined
  write(name: string, bytes: Uint8Array): void
  /** 32 bytes from the OS keychain, where there is one. */
  machineKey?: Uint8Array
}

const MAGIC = utf8('BEIANANC')
const ANCHOR_BYTES = 141

export function sealAnchor(
  anchorKey: Uint8Array,
  machineKey: Uint8Array | undefined,
  anchor: Anchor,
): Uint8Array {
  const body = concat(
    MAGIC,
    u8(machineKey === undefined ? 0 : 1),
    anchor.vaultId,
    u64(anchor.revision),
    u32(anchor.generation),
    anchor.headMac,
    u64(anchor.auditSequence),
    anchor.auditChain,
  )
  return concat(body, anchorMac(anchorKey, machineKey, body))
}

/** The anchor, or undefined when it was altered, belongs to another vault, or was made with another machine's key. */
export function openAnchor(
  anchorKey: Uint8Array,
  machineKey: Uint8Array | undefined,
  vaultId: Uint8Array,
  bytes: Uint8Array,
): Anchor | undefined {
  if (bytes.length !== ANCHOR_BYTES) return undefined
  const body = bytes.subarray(0, ANCHOR_BYTES - 32)
  const expected = anchorMac(anchorKey, machineKey, body)
  if (!sodium.memcmp(expected, bytes.subarray(ANCHOR_BYTES - 32))) return undefined
  const reader = createByteReader(body)
  if (!isEqual(reader.take(8), MAGIC)) return undefined
  reader.u8()
  const anchor = {
    vaultId: reader.take(16),
    revision: reader.u64(),
    generation: reader.u32(),
    headMac: reader.take(32),
    auditSequence: reader.u64(),
    auditChain: reader.take(32),
  }
  return isEqual(anchor.vaultId, vaultId) ? anchor : undefined
}

function anchorMac(
  anchorKey: Uint8Array,
  machineKey: Uint8Array | undefined,
  body: Uint8Array,
): Uint8Array {
  const machine = lengthPrefixed(machineKey ?? new Uint8Array(0))
  return mac(anchorKey, concat(utf8('beian-anchor'), machine, body))
}
