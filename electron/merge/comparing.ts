import { setTimeout as pause } from 'node:timers/promises'
import { VaultError } from '../../shared/errors.ts'
import type { MergeOverview } from '../../shared/merge-view.ts'
import type { RecordStore } from '../ledger/store.ts'
import type { OpenVault, Session } from '../session.ts'
import { atOnce, inSlices, type Steps } from '../slices.ts'
import type { Vault } from '../vault/vault.ts'
import { compareCopy, type OpenMerge, readStore, requireKeys } from './open-merge.ts'
import { overviewOfMerge } from './overview.ts'

export type Compared = { merge: OpenMerge; overview: MergeOverview }

/** How often it is begun anew because the vault was written meanwhile; then it is done in one piece. */
const ATTEMPTS = 4
/** How long to wait for a long change before looking again. */
const BUSY_MS = 100

/**
 * Compares a copy with the vault as it is in the end, in slices between which the vault may be used and written.
 *
 * @param known - the records of the copy, where they were read before.
 * @throws VaultError `cancelled`, `newer-format`, and those of `compareCopy`
 */
export async function compareInSlices(
  session: Session,
  vault: Vault,
  signal: AbortSignal,
  known?: RecordStore,
): Promise<Compared> {
  requireKeys(session.open(), vault)
  const goesOn = () => {
    if (signal.aborted) throw new VaultError('cancelled', 'the comparison was cancelled')
    return true
  }
  goesOn()
  const store = known ?? (await inSlices(readStore(vault), goesOn))
  if (store === undefined) throw new RangeError('reading ended by itself')
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const open = await idle(session, goesOn)
    const { revision } = open.vault
    const total = new Set([...open.ledger.records.keys(), ...store.records.keys()]).size
    const made = await inSlices(bothOf(open, vault, store), (done) => {
      session.emit({ event: 'progress', task: 'compare', done, total })
      return goesOn() && !open.vault.isBusy && open.vault.revision === revision
    })
    if (made !== undefined) return made
  }
  return atOnce(bothOf(await idle(session, goesOn), vault, store))
}

function* bothOf(open: OpenVault, vault: Vault, store: RecordStore): Steps<Compared> {
  const merge = yield* compareCopy(open, { vault, store })
  return { merge, overview: yield* overviewOfMerge(open, merge) }
}

/** The vault, once no long change is written. */
async function idle(session: Session, goesOn: () => boolean): Promise<OpenVault> {
  while (session.open().vault.isBusy) {
    await pause(BUSY_MS)
    goesOn()
  }
  return session.open()
}
