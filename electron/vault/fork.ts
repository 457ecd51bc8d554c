import { VaultError } from '../../shared/errors.ts'
import { type AuditRecord, checkChain, type OpenedAuditRow, openAuditRow } from './audit-chain.ts'
import { isEqual, toHex } from './bytes.ts'
import { closeDatabase, openDatabase, type VaultDb } from './database.ts'
import { prepareQueries, type Queries } from './queries.ts'
import type { RecordId } from './records.ts'
import { readBasics } from './vault-basics.ts'
import type { VaultCore } from './vault-core.ts'

/** Where two copies of one vault went apart, as both audit trails prove. */
export type Fork = {
  /** How many entries both trails begin with. */
  commonEntries: number
  /** The vault's revision at the last of them, and when it was written (Unix ms). */
  revision: number
  at: number
  here: SideSince
  there: SideSince
}

/** What one copy went through since. */
export type SideSince = {
  /** Every entry that the other copy does not have, oldest first. */
  entries: readonly AuditRecord[]
  /** The chain value of each of them, in hex. */
  chains: readonly string[]
  /** The last entry that wrote or removed each record (or attachment). */
  changes: ReadonlyMap<RecordId, AuditRecord>
  /** The number of the trail's last entry, and its chain value in hex. */
  auditCount: number
  auditHead: string
}

/**
 * How a copy beside the vault stands to it: it holds nothing that the vault lacks (`older`), all that the
 * vault has and more (`newer`), both went on by themselves (`forked`), or it is sealed with other keys, or
 * too damaged, to be told without being opened (`unknown`).
 */
export type CopyStanding = 'older' | 'newer' | 'forked' | 'unknown'

/** Whether an entry of this vault's trail took over a copy whose trail ends with that number and chain value (hex). */
export type TakesOver = (entry: AuditRecord, count: number, head: string) => boolean

/** Read and checked without a pause. */
const PAGE_ROWS = 128

/** What of a vault tells one entry of its trail. */
type Trail = {
  queries: Pick<Queries, 'auditUpwards'>
  vaultId: Uint8Array
  audit: Uint8Array
  count: number
}

/**
 * Finds where two copies went apart. Every entry's chain value vouches for all entries before it, so the last
 * one that is equal on both sides is the fork; the entries after it are checked one by one. Neither copy may be
 * written between two steps: what is found then is to be thrown away.
 *
 * @throws VaultError `vault-damaged`, or `not-a-vault` when they have no entry in common
 */
export function* findFork(here: VaultCore, there: VaultCore): Generator<undefined, Fork> {
  const common = commonEntries(trailOf(here), trailOf(there))
  if (common === 0) throw new VaultError('not-a-vault', 'the copies have no history in common')
  const last = entryAt(trailOf(here), common)
  return {
    commonEntries: common,
    revision: last.record.revision,
    at: last.record.at,
    here: yield* sideSince(here, common, last.chain),
    there: yield* sideSince(there, common, last.chain),
  }
}

/**
 * Tells how a file stands to the open vault by the keys in memory. Opens no record, and writes nothing.
 *
 * @param takesOver - a copy that an entry since the fork took over whole holds nothing that is lacking.
 */
export function standingOf(core: VaultCore, path: string, takesOver: TakesOver): CopyStanding {
  let db: VaultDb | undefined
  try {
    db = openDatabase(path, true).db
    const queries = prepareQueries(db)
    const { vault, head } = readBasics(queries)
    const isSame = isEqual(vault.vaultId, core.vaultId) && head.generation === core.state.generation
    if (!isSame) return 'unknown'
    const count = queries.auditDownwards.get(Number.MAX_SAFE_INTEGER, 1)?.sequence ?? 0
    const here = trailOf(core)
    const there = { ...here, queries, count }
    const common = commonEntries(here, there)
    if (common === 0) return 'unknown'
    if (common === count) return 'older'
    if (common === here.count) return 'newer'
    const end = toHex(entryAt(there, count).chain)
    for (let sequence = here.count; sequence > common; sequence--) {
      if (takesOver(entryAt(here, sequence).record, count, end)) return 'older'
    }
    return 'forked'
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return 'unknown'
  } finally {
    if (db !== undefined) closeDatabase(db)
  }
}

function trailOf({ queries, vaultId, state }: VaultCore): Trail {
  return { queries, vaultId, audit: state.keys.audit, count: state.audit.count }
}

function commonEntries(here: Trail, there: Trail): number {
  let low = 0
  let high = Math.min(here.count, there.count)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (isEqual(entryAt(here, middle).chain, entryAt(there, middle).chain)) low = middle
    else high = middle - 1
  }
  return low
}

function entryAt({ queries, ...keys }: Trail, sequence: number): OpenedAuditRow {
  const row = queries.auditUpwards.get(sequence, 1)
  if (row?.sequence !== sequence) {
    throw new VaultError('vault-damaged', 'the audit trail has a gap')
  }
  return openAuditRow(keys, row)
}

function* sideSince(
  core: VaultCore,
  common: number,
  forkChain: Uint8Array,
): Generator<undefined, SideSince> {
  const trail = trailOf(core)
  const entries: AuditRecord[] = []
  const chains: string[] = []
  const changes = new Map<RecordId, AuditRecord>()
  let chain: Uint8Array = forkChain
  for (let next = common + 1; next <= trail.count; ) {
    const rows = core.queries.auditUpwards.all(next, PAGE_ROWS)
    if (rows.length === 0) throw new VaultError('vault-damaged', 'the audit trail has a gap')
    for (const row of rows) {
      const opened = openAuditRow(trail, row)
      checkChain(core.constants.auditChainKey, chain, opened)
      chain = opened.chain
      entries.push(opened.record)
      chains.push(toHex(chain))
      for (const { id } of opened.record.changes) changes.set(id, opened.record)
    }
    next += rows.length
    yield
  }
  return { entries, chains, changes, auditCount: trail.count, auditHead: toHex(chain) }
}
