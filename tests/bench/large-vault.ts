import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setEnvironmentData } from 'node:worker_threads'
import { anchorFiles } from '../../electron/anchor-files.ts'
import { createLedger, type Ledger } from '../../electron/ledger/ledger.ts'
import { createHeldSealer, type SealedContent } from '../../electron/vault/content-sealer.ts'
import { createKdfRunner } from '../../electron/vault/kdf.ts'
import { createOpenerStarter } from '../../electron/vault/overview-opener.ts'
import { DEFAULT_KDF_COST, type DeriveKey, type KdfCost } from '../../electron/vault/passphrase.ts'
import { type RecordChange, Vault, type VaultContext } from '../../electron/vault/vault.ts'
import { buildLargeLedger } from '../support/large-ledger.ts'
import { buildOpenCases, buildPaper } from '../support/lived-in-ledger.ts'

/**
 * The product's own cost, taken off every figure: what the app can do while the key is derived, it does then,
 * and a cheaper derivation would hide less of it than a person's does.
 */
export const BENCH_KDF: KdfCost = DEFAULT_KDF_COST
const TIMED_KDF_WORKER = new URL('timed-kdf-worker.ts', import.meta.url)
const OVERVIEW_WORKER = new URL('../../electron/vault/overview-worker.ts', import.meta.url)
const PASSPHRASE = 'a bench passphrase, no secret'

export type LargeVault = {
  file: string
  passphrase: string
  recordCount: number
  remove: () => void
}

/** A folder that the bench removes itself. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A context whose derivations are timed where they run, so that they can be taken off. */
export function timedContext(folder: string): VaultContext & { kdfMs: () => number } {
  const derivedAt = new BigInt64Array(new SharedArrayBuffer(8))
  setEnvironmentData('beian-bench-derived-at', derivedAt)
  const run = createKdfRunner(TIMED_KDF_WORKER)
  let total = 0
  const deriveKey: DeriveKey = async (passphrase, salt, cost) => {
    derivedAt[0] = 0n
    const start = process.hrtime.bigint()
    const key = await run(passphrase, salt, cost)
    if (derivedAt[0] === 0n) throw new Error('the worker did not tell when')
    total += Number(derivedAt[0] - start) / 1e6
    return key
  }
  return {
    now: Date.now,
    anchors: anchorFiles(folder),
    deriveKey,
    startOpener: createOpenerStarter(OVERVIEW_WORKER),
    who: { host: 'bench', user: 'bench', pid: process.pid },
    kdfMs: () => total,
  }
}

/** What else lies in a vault that is in use: open cases, and papers with a small scan each. */
export type LivedIn = { cases: number; papers: number }

/** A vault with so many services and all that belongs to them, about four records a service. */
export async function largeVault(serviceCount: number, livedIn?: LivedIn): Promise<LargeVault> {
  const { folder, remove } = temporaryFolder()
  const file = path.join(folder, 'large.beian')
  const vault = await Vault.create(
    file,
    { passphrase: Buffer.from(PASSPHRASE), custodianName: '测试', kdf: BENCH_KDF },
    timedContext(folder),
  )
  const changes = buildLargeLedger(serviceCount, 1)
  await vault.writeMany(changes, [
    { action: 'import', at: Date.now(), custodianId: vault.custodianId },
  ])
  if (livedIn !== undefined) await liveIn(vault, changes, livedIn)
  vault.close()
  return {
    file,
    passphrase: PASSPHRASE,
    recordCount: changes.length + (livedIn?.cases ?? 0) + (livedIn?.papers ?? 0),
    remove,
  }
}

const SCAN_BYTES = 2_000

async function liveIn(
  vault: Vault,
  ledger: readonly RecordChange[],
  { cases, papers }: LivedIn,
): Promise<void> {
  const now = Date.now()
  const entry = { action: 'import', at: now, custodianId: vault.custodianId }
  const changes = buildOpenCases(ledger, cases, now)
  const added = Array.from({ length: papers }, (_, index) => {
    const content = sealedScan()
    const shown = { name: '扫描件.pdf', mediaType: 'application/pdf' }
    const file = { attachmentId: content.id, ...shown, sizeBytes: SCAN_BYTES, addedAt: now }
    const paper = buildPaper(ledger, index, file, now)
    changes.push(paper)
    return { facts: { ownerId: paper.id, ...shown }, content }
  })
  await vault.writeMany(changes, [entry], { attachments: { added, removedIds: [] } })
}

function sealedScan(): SealedContent {
  const sealer = createHeldSealer()
  sealer.push(randomBytes(SCAN_BYTES))
  return sealer.finish()
}

export type OpenedLargeVault = {
  vault: Vault
  ledger: Ledger
  /** Since the unlock began, without the derivation. */
  restMs: () => number
  close: () => void
}

export async function openLargeVault(file: string): Promise<OpenedLargeVault> {
  const context = timedContext(path.dirname(file))
  const start = performance.now()
  const vault = await Vault.open(
    file,
    { kind: 'passphrase', passphrase: Buffer.from(PASSPHRASE) },
    {},
    context,
  )
  const ledger = createLedger(vault.records())
  const restMs = () => performance.now() - start - context.kdfMs()
  return { vault, ledger, restMs, close: () => vault.close() }
}

/**
 * An unlock in a process of its own, as cold as the vault process is at each: to all lines of 台账, or to
 * those that a query finds. Milliseconds without the derivation.
 */
export function coldUnlockMs(file: string, query?: string): number {
  const script = path.join(import.meta.dirname, 'cold-unlock.ts')
  const args = query === undefined ? [script, file] : [script, file, query]
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}
