import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { MERGE_CALLS } from '../../shared/contract/merge.ts'
import { VaultError } from '../../shared/errors.ts'
import type { MergeSecret } from '../../shared/merge-view.ts'
import { presentBackups } from '../backups/catalogue.ts'
import { openCopyOf } from '../backups/open-copy.ts'
import { requireWritable } from '../backups/require-writable.ts'
import { type Backups, placeForNow } from '../backups/runner.ts'
import { requireRuleKept } from '../custodians/company-rule.ts'
import type { Handlers } from '../handlers.ts'
import { planMerge, revealEntry, writeMerge } from '../merge/commit.ts'
import { type Compared, compareInSlices } from '../merge/comparing.ts'
import { copiesBeside, copyPath } from '../merge/copies.ts'
import { detailsOf } from '../merge/fields.ts'
import type { OpenMerge } from '../merge/open-merge.ts'
import { createOneWork } from '../one-work.ts'
import type { Session, SessionControl } from '../session.ts'
import type { JsonObject } from '../vault/vault.ts'

type MergeCalls = Pick<Handlers, keyof typeof MERGE_CALLS>

/** Two copies of one vault that were changed apart. */
export function mergeHandlers(session: SessionControl, backups: Backups): MergeCalls {
  /** The copy that is open for reading, until another is, or the vault is locked. */
  let merge: OpenMerge | undefined
  let isCancelled = false
  /** What was merged last, for the person who wants its file named so. */
  let merged: { file: string; revision: number } | undefined

  const comparing = createOneWork()
  const end = () => {
    // Whatever reads the copy stops before it is closed under it.
    comparing.stop()
    merge?.vault.close()
    merge = undefined
  }
  const requireMerge = (): OpenMerge => {
    if (merge === undefined) throw new VaultError('no-backup-open', 'no copy is open')
    return merge
  }
  /** The vault goes on being used while a copy is looked at. */
  const refresh = (): Promise<Compared> =>
    comparing.run(async (signal) => {
      const { vault, store } = requireMerge()
      const compared = await compareInSlices(session, vault, signal, store)
      merge = compared.merge
      return compared
    })
  const requireDifference = (id: string) => {
    const difference = requireMerge().differences.get(id)
    if (difference !== undefined) return difference
    throw new VaultError('record-not-found', 'the copies do not differ in this record')
  }

  return {
    'merge.copies': () => copiesBeside(session.open().vault),

    'merge.open': async ({ fileName, secret }) => {
      const open = session.open()
      requireWritable(open.vault)
      const file =
        fileName === undefined
          ? await session.host('dialog.openVault', undefined)
          : copyPath(open.vault, fileName)
      if (file === undefined) return undefined
      end()
      merged = undefined
      return comparing.run(async (signal) => {
        const vault = await openCopyOf(session, file, secret)
        try {
          const compared = await compareInSlices(session, vault, signal)
          merge = compared.merge
          return compared.overview
        } catch (error) {
          vault.close()
          throw error
        }
      })
    },

    'merge.overview': async () => (await refresh()).overview,

    'merge.details': ({ id }) => detailsOf(session.open(), requireMerge(), requireDifference(id)),

    'merge.reveal': ({ id, side }) => {
      const { vault } = session.open()
      const difference = requireDifference(id)
      const record = difference[side]
      if (record === undefined) return {}
      const entry = revealEntry(session, requireMerge(), record)
      if (side === 'here') return shown(vault.readSecret(id, entry))
      vault.appendAudit([entry])
      return shown(requireMerge().vault.peekSecret(id))
    },

    'merge.commit': async ({ choices }) => {
      const { vault } = session.open()
      requireWritable(vault)
      isCancelled = false
      const { merge: current } = await refresh()
      const plan = planMerge(session, current, choices)
      requireRuleKept(session, plan.changes)
      await backups.make('before-merge', placeForNow(backups, vault))
      const backupName = newestBackup(session)
      const { revision } = await writeMerge(session, current, plan, {
        isCancelled: () => isCancelled,
        onProgress: (done, total) =>
          session.emit({ event: 'progress', task: 'merge', done, total }),
      })
      merged = { file: current.vault.path, revision: current.vault.revision }
      end()
      return { revision, backupName, ...plan.counts }
    },

    'merge.cancel': () => {
      isCancelled = true
      comparing.stop()
    },

    'merge.renameCopy': () => {
      if (merged === undefined) throw new VaultError('file-not-found', 'nothing was merged')
      const fileName = renameMerged(merged)
      merged = undefined
      return { fileName }
    },

    'merge.end': end,
  }
}

function newestBackup(session: Session): string {
  const [newest] = presentBackups(session.open())
  return newest === undefined ? '' : path.join(newest.data.folder, newest.data.fileName)
}

/** @throws VaultError `io-failed` */
function renameMerged({ file, revision }: { file: string; revision: number }): string {
  const stem = file.replace(/\.beian$/i, '')
  for (let attempt = 1; ; attempt++) {
    const again = attempt === 1 ? '' : `-${attempt}`
    const target = `${stem}-merged-r${revision}${again}.beian`
    if (existsSync(target)) continue
    try {
      renameSync(file, target)
    } catch (error) {
      throw new VaultError('io-failed', 'the copy could not be renamed', { cause: error })
    }
    return path.basename(target)
  }
}

function shown(secret: JsonObject | undefined): MergeSecret {
  const names = ['value', 'idNumber', 'totpUri', 'privateNotes'] as const
  const found = names.flatMap((name) => {
    const value = secret?.[name]
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  return Object.fromEntries(found)
}
