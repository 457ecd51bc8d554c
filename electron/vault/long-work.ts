import { VaultError } from '../../shared/errors.ts'
import type { AuditEntry } from './audit-chain.ts'
import { abandonWrite, beginWrite, commitWrite, type Draft } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

/** How long a long work holds the event loop before it lets others run. */
const SLICE_MS = 12

/**
 * Runs one change as one transaction that spans several turns of the event loop. Meanwhile nothing
 * else reads or writes the vault; closing it ends the change.
 *
 * @throws VaultError what `work` throws, and those of `transact`
 */
export async function transactLong<T>(
  core: VaultCore,
  entries: readonly AuditEntry[],
  work: (draft: Draft) => Promise<T>,
): Promise<T> {
  const draft = beginWrite(core)
  core.isBusy = true
  try {
    const result = await work(draft)
    commitWrite(core, draft, entries)
    return result
  } catch (error) {
    // Whatever failed then, failed because the vault was closed.
    throw core.db.open ? abandonWrite(core, error) : closedMeanwhile()
  } finally {
    core.isBusy = false
  }
}

/**
 * Lets the event loop run when a slice of time is over, and says whether it did.
 *
 * @throws VaultError `vault-locked` when the vault was closed meanwhile.
 */
export function createBreath(core: VaultCore): () => Promise<boolean> {
  let startedAt = performance.now()
  return async () => {
    if (performance.now() - startedAt < SLICE_MS) return false
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
    if (!core.db.open) throw closedMeanwhile()
    startedAt = performance.now()
    return true
  }
}

function closedMeanwhile(): VaultError {
  return new VaultError('vault-locked', 'the vault was closed meanwhile')
}
