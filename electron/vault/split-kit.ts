import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { concat, createByteReader, isEqual, toHex, u8, utf8 } from './bytes.ts'
import { hash, mac } from './hash.ts'
import {
  CODE_BYTES,
  countGroups,
  formatGroups,
  GROUPS,
  makeRecoveryCode,
  parseGroups,
  SHARE_GROUPS,
} from './recovery-kit.ts'
import { combineSecret, splitSecret } from './shamir.ts'
import { sodium } from './sodium.ts'

/** Who holds the shares: two or three names. Any two shares open the vault. */
export type SplitKitPlan = { threshold: 2; shares: 2 | 3; holders: readonly string[] }

/** What is printed: a sheet for each holder. */
export type SplitKitSheet = {
  shares: { holder: string; code: string }[]
  /** The same on all shares of a kit, 8 hex digits. */
  setId: string
  words: string[]
  vaultIdHex: string
  revision: number
}

/** Groups of one share as retyped from paper; `share` and `index` from 0. */
export type RetypedShare = { share: number; groups: readonly { index: number; text: string }[] }

/** A split kit that opens nothing until it is confirmed. */
export type PendingSplitKit = {
  code: Uint8Array
  parameters: Uint8Array
  shares: { holder: string; groups: readonly string[] }[]
}

/** A share as printed: which kit, which of its shares, and the value. */
export type KitShare = { setId: Uint8Array; threshold: number; index: number; bytes: Uint8Array }

/** What the slot of a split kit tells of it. */
export type SplitKitParameters = {
  salt: Uint8Array
  setId: Uint8Array
  threshold: number
  /** One for each share, 16 bytes: they tell a wrong share from a right one. */
  digests: readonly Uint8Array[]
}

const SPLIT_KIT = 3
const SALT_BYTES = 16
const SET_ID_BYTES = 4
const DIGEST_BYTES = 16
const THRESHOLD = 2
const MAX_SHARES = 3
const MAX_HOLDER_CHARS = 60

export function isSplitKit(parameters: Uint8Array): boolean {
  return parameters[0] === SPLIT_KIT
}

/** @throws VaultError `invalid-value` when the plan is none of 2 of 2 and 2 of 3 with a name each */
export function makeSplitKit(vaultId: Uint8Array, plan: SplitKitPlan): PendingSplitKit {
  const { holders } = plan
  const isPossible =
    plan.threshold === THRESHOLD &&
    plan.shares >= THRESHOLD &&
    plan.shares <= MAX_SHARES &&
    holders.length === plan.shares &&
    holders.every((name) => name.trim() !== '' && name.length <= MAX_HOLDER_CHARS)
  if (!isPossible) throw new VaultError('invalid-value', 'a kit is split into two or three shares')
  const code = makeRecoveryCode()
  const salt = new Uint8Array(randomBytes(SALT_BYTES))
  const setId = new Uint8Array(randomBytes(SET_ID_BYTES))
  const printed = splitSecret(code, plan.shares, THRESHOLD).map(({ x, y }) =>
    concat(u8((THRESHOLD << 4) | x), setId, y),
  )
  const digests = printed.map((bytes) => digestOf(vaultId, salt, bytes))
  const parameters = concat(u8(SPLIT_KIT), salt, setId, u8(THRESHOLD), u8(plan.shares), ...digests)
  const shares = printed.map((bytes, index) => {
    const groups = formatGroups(bytes)
    sodium.memzero(bytes)
    return { holder: holders[index] ?? '', groups }
  })
  return { code, parameters, shares }
}

/** @throws VaultError `vault-damaged` */
export function parseSplitParameters(parameters: Uint8Array): SplitKitParameters {
  const reader = createByteReader(parameters)
  const isRight = reader.u8() === SPLIT_KIT
  const salt = reader.take(SALT_BYTES)
  const setId = reader.take(SET_ID_BYTES)
  const threshold = reader.u8()
  const count = reader.u8()
  if (!isRight || threshold !== THRESHOLD || count < THRESHOLD || count > MAX_SHARES) {
    throw new VaultError('vault-damaged', 'the recovery slot is altered', {
      facts: { table: 'slot' },
    })
  }
  const digests = Array.from({ length: count }, () => reader.take(DIGEST_BYTES))
  reader.end()
  return { salt, setId, threshold, digests }
}

/**
 * Reads shares as they are typed. Fact `field` (from 1) tells which of them is wrong.
 *
 * @throws VaultError `wrong-recovery-kit`, with fact `group` for a typing error, or `reason`: `single`,
 * `too-few`, `same-share`, `other-set`
 */
export function parseShares(codes: readonly string[]): KitShare[] {
  const shares = parseEachShare(codes)
  const [first] = shares
  if (first === undefined || shares.length < first.threshold) throw wrong('too-few')
  const other = shares.findIndex(({ setId }) => !isEqual(setId, first.setId))
  if (other !== -1) throw wrong('other-set', { field: other + 1 })
  return shares
}

/**
 * Reads shares of whatever kits they are.
 *
 * @throws VaultError `wrong-recovery-kit`, with fact `group` for a typing error, or `reason`: `single`, `same-share`
 */
export function parseEachShare(codes: readonly string[]): KitShare[] {
  const shares = codes.map((code, index) => parseShare(code, index + 1))
  for (const [index, share] of shares.entries()) {
    const isSame = (one: KitShare) => isEqual(one.setId, share.setId) && one.index === share.index
    if (shares.findIndex(isSame) === index) continue
    throw wrong('same-share', { field: index + 1, share: share.index })
  }
  return shares
}

/**
 * The kit's code, 20 bytes, from two of its shares.
 *
 * @throws VaultError `wrong-recovery-kit` with `reason`: `not-of-vault`, or `wrong-share` with facts `field`
 * (as typed) and `share` (as printed); `vault-damaged`
 */
export function combineShares(
  vaultId: Uint8Array,
  parameters: Uint8Array,
  shares: readonly KitShare[],
): Uint8Array {
  const kit = parseSplitParameters(parameters)
  const { threshold } = kit
  for (const [index, share] of shares.entries()) {
    if (!isOfKit(kit, share)) throw wrong('not-of-vault')
    if (!isShareOf(vaultId, kit, share)) {
      throw wrong('wrong-share', { field: index + 1, share: share.index })
    }
  }
  const points = shares.slice(0, threshold).map(({ index, bytes }) => ({
    x: index,
    y: bytes.subarray(1 + SET_ID_BYTES),
  }))
  const code = combineSecret(points)
  for (const { bytes } of shares) sodium.memzero(bytes)
  return code
}

/** Whether a share says that it is of this kit. */
export function isOfKit({ setId, threshold }: SplitKitParameters, share: KitShare): boolean {
  return isEqual(share.setId, setId) && share.threshold === threshold
}

/** Whether a share is the one of its number, by its digest. */
export function isShareOf(
  vaultId: Uint8Array,
  { salt, digests }: SplitKitParameters,
  share: KitShare,
): boolean {
  const digest = digests[share.index - 1]
  return digest !== undefined && isEqual(digest, digestOf(vaultId, salt, share.bytes))
}

/** The slot's key. 160 random bits need no slow derivation. */
export function splitKitSlotKey(
  vaultId: Uint8Array,
  parameters: Uint8Array,
  code: Uint8Array,
): Uint8Array {
  const { salt } = parseSplitParameters(parameters)
  return mac(code, concat(utf8('beian-split-kit'), vaultId, salt))
}

export function setIdOf(parameters: Uint8Array): string {
  return toHex(parseSplitParameters(parameters).setId)
}

function parseShare(text: string, field: number): KitShare {
  if (countGroups(text) === GROUPS) throw wrong('single', { field })
  let bytes: Uint8Array
  try {
    bytes = parseGroups(text, SHARE_GROUPS)
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    throw new VaultError(error.code, error.message, { facts: { ...error.facts, field } })
  }
  const header = bytes[0] ?? 0
  const threshold = header >>> 4
  const index = header & 15
  const isShare =
    bytes.length === 1 + SET_ID_BYTES + CODE_BYTES &&
    threshold === THRESHOLD &&
    index >= 1 &&
    index <= MAX_SHARES
  if (!isShare) throw wrong('wrong-share', { field })
  return { setId: bytes.slice(1, 1 + SET_ID_BYTES), threshold, index, bytes }
}

/** Names a share without telling it: its value alone is 160 random bits. */
function digestOf(vaultId: Uint8Array, salt: Uint8Array, share: Uint8Array): Uint8Array {
  return hash(concat(utf8('beian-kit-share'), vaultId, salt, share)).slice(0, DIGEST_BYTES)
}

function wrong(reason: string, facts: Record<string, number> = {}): VaultError {
  return new VaultError('wrong-recovery-kit', 'the shares do not open this vault', {
    facts: { reason, ...facts },
  })
}
