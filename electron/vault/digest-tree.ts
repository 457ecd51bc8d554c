import { writeU32, writeU64 } from './bytes.ts'
import { hash } from './hash.ts'

/** Rows fall by the first 12 bits of their random id into this many leaves. */
export const LEAF_COUNT = 4096
const GROUP_COUNT = 64
const LEAVES_PER_GROUP = LEAF_COUNT / GROUP_COUNT
const HASH_BYTES = 32
const ABSENT = 0xffffffff

/** A row of `record`, as stored. */
export type RecordRow = {
  id: Uint8Array
  generation: number
  revision: number
  overview: Uint8Array
  secretRevision: number | null
  secret: Uint8Array | null
}

/**
 * The digest of all records: 4096 leaves in 64 groups. One change costs one leaf, one group and the
 * top, however many records there are.
 */
export type DigestTree = { leaves: Uint8Array; groups: Uint8Array }

export function leafOf(id: Uint8Array): number {
  return ((id[0] ?? 0) << 4) | ((id[1] ?? 0) >>> 4)
}

/** A tree of no records. */
export function emptyTree(): DigestTree {
  const tree = {
    leaves: new Uint8Array(LEAF_COUNT * HASH_BYTES),
    groups: new Uint8Array(GROUP_COUNT * HASH_BYTES),
  }
  const empty = hash(new Uint8Array(0))
  for (let leaf = 0; leaf < LEAF_COUNT; leaf++) tree.leaves.set(empty, leaf * HASH_BYTES)
  for (let group = 0; group < GROUP_COUNT; group++) rehashGroup(tree, group)
  return tree
}

/** A copy to change while the transaction may still fail: 130 KiB. */
export function forkTree(tree: DigestTree): DigestTree {
  return { leaves: tree.leaves.slice(), groups: tree.groups.slice() }
}

export function leafHash(tree: DigestTree, leaf: number): Uint8Array {
  return tree.leaves.subarray(leaf * HASH_BYTES, (leaf + 1) * HASH_BYTES)
}

/** Puts in new leaf hashes and brings their groups up to date. */
export function setLeaves(tree: DigestTree, leaves: ReadonlyMap<number, Uint8Array>): void {
  const groups = new Set<number>()
  for (const [leaf, digest] of leaves) {
    tree.leaves.set(digest, leaf * HASH_BYTES)
    groups.add(Math.floor(leaf / LEAVES_PER_GROUP))
  }
  for (const group of groups) rehashGroup(tree, group)
}

export function treeDigest(tree: DigestTree): Uint8Array {
  return hash(tree.groups)
}

/** The hash of all whole rows of one leaf, which must come in ascending order of id. */
export function hashLeaf(rows: readonly RecordRow[]): Uint8Array {
  let length = 0
  for (const row of rows) length += 44 + row.overview.length + (row.secret?.length ?? 0)
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const row of rows) {
    bytes.set(row.id, offset)
    writeU32(bytes, offset + 16, row.generation)
    writeU64(bytes, offset + 20, row.revision)
    writeU64(bytes, offset + 28, row.secretRevision ?? 0)
    writeU32(bytes, offset + 36, row.overview.length)
    bytes.set(row.overview, offset + 40)
    offset += 40 + row.overview.length
    writeU32(bytes, offset, row.secret?.length ?? ABSENT)
    offset += 4
    if (row.secret !== null) {
      bytes.set(row.secret, offset)
      offset += row.secret.length
    }
  }
  return hash(bytes)
}

function rehashGroup(tree: DigestTree, group: number): void {
  const start = group * LEAVES_PER_GROUP * HASH_BYTES
  const leaves = tree.leaves.subarray(start, start + LEAVES_PER_GROUP * HASH_BYTES)
  tree.groups.set(hash(leaves), group * HASH_BYTES)
}
