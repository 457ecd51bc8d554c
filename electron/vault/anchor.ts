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
  certificateSequence: number
  /** BLAKE2b-256 of the certificate `certificateSequence`: a pin that is not rolled back with the file. */
  certificateDigest: Uint8Array
}

/**
 * Where anchors are kept, outside of every vault. Names are 32 hex digits, or those and a suffix with a
 * dot. Bytes are replaced as a whole; those of `.pending-audit` are durable when `write` returns.
 */
export type AnchorStore = {
  read(name: string): Uint8Array | undefined
  write(name: string, bytes: Uint8Array): void
  /** 32 bytes from the OS keychain, where there is one and it answers. */
  machineKey?: Uint8Array
}

/** For what is no state of the vault that this machine follows, such as a copy. */
export const NO_ANCHORS: AnchorStore = { read: () => undefined, write: () => {} }

/**
 * An anchor as found. `absent` is also what a power failure left empty; `unverifiable` was made with the
 * keychain's key while the keychain does not answer: its values are known, but not that they are ours.
 */
export type FoundAnchor =
  | { state: 'absent' | 'altered' }
  | { state: 'sound' | 'unverifiable'; anchor: Anchor }

const MAGIC = utf8('BEIANANC')
const ANCHOR_BYTES = 177
const MAC_BYTES = 32

/**
 * Two anchors are kept of a vault, so that neither takes the place of the other while the keychain does
 * not answer: one that the vault's own keys vouch for, and one that the keychain's key does as well.
 */
export function anchorName(vaultIdHex: string, isKeychains: boolean): string {
  return isKeychains ? `${vaultIdHex}.keychain` : vaultIdHex
}

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
    u32(anchor.certificateSequence),
    anchor.certificateDigest,
  )
  return concat(body, anchorMac(anchorKey, machineKey, body))
}

/** Reads the anchor of one kind. `machineKey` is for the keychain's kind, undefined while it does not answer. */
export function findAnchor(
  anchors: Pick<AnchorStore, 'read'>,
  vaultId: Uint8Array,
  name: string,
  keys: { anchorKey: Uint8Array; isKeychains: boolean; machineKey: Uint8Array | undefined },
): FoundAnchor {
  const bytes = readBytes(anchors, name)
  if (bytes === undefined) return { state: 'absent' }
  const anchor = parseAnchor(bytes, vaultId, keys.isKeychains)
  if (anchor === undefined) return { state: 'altered' }
  if (keys.isKeychains && keys.machineKey === undefined) return { state: 'unverifiable', anchor }
  const body = bytes.subarray(0, -MAC_BYTES)
  const machineKey = keys.isKeychains ? keys.machineKey : undefined
  const isOurs = sodium.memcmp(
    anchorMac(keys.anchorKey, machineKey, body),
    bytes.subarray(-MAC_BYTES),
  )
  return isOurs ? { state: 'sound', anchor } : { state: 'altered' }
}

/** Anchors are not flushed to the disk one by one: after a power failure zeros may be all that is left of one. */
function readBytes(anchors: Pick<AnchorStore, 'read'>, name: string): Uint8Array | undefined {
  try {
    const bytes = anchors.read(name)
    return bytes?.every((byte) => byte === 0) ? undefined : bytes
  } catch {
    return undefined
  }
}

function parseAnchor(
  bytes: Uint8Array,
  vaultId: Uint8Array,
  isKeychains: boolean,
): Anchor | undefined {
  if (bytes.length !== ANCHOR_BYTES) return undefined
  const reader = createByteReader(bytes)
  if (!isEqual(reader.take(8), MAGIC) || reader.u8() !== (isKeychains ? 1 : 0)) return undefined
  if (!isEqual(reader.take(16), vaultId)) return undefined
  try {
    return {
      vaultId,
      revision: reader.u64(),
      generation: reader.u32(),
      headMac: reader.take(32),
      auditSequence: reader.u64(),
      auditChain: reader.take(32),
      certificateSequence: reader.u32(),
      certificateDigest: reader.take(32),
    }
  } catch {
    return undefined
  }
}

function anchorMac(
  anchorKey: Uint8Array,
  machineKey: Uint8Array | undefined,
  body: Uint8Array,
): Uint8Array {
  const machine = lengthPrefixed(machineKey ?? new Uint8Array(0))
  return mac(anchorKey, concat(utf8('beian-anchor'), machine, body))
}
