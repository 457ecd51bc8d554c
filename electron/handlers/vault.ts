import { existsSync } from 'node:fs'
import path from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { SlotLine, VaultStatus } from '../../shared/views.ts'
import { requireNewName } from '../custodian-names.ts'
import { joinFolder, joinRequests } from '../custodians/join-requests.ts'
import { noteJoined } from '../custodians/roster.ts'
import { auditLooks } from '../due-looks.ts'
import type { Handlers } from '../handlers.ts'
import { removeExpiredKeychainSlots } from '../keychain-slots.ts'
import { kitForReading, openByKit } from '../kit-opening.ts'
import { openVaultOf } from '../open-vault.ts'
import { assessPassphrase, requireStrong } from '../passwords/passphrase.ts'
import type { SessionControl } from '../session.ts'
import { statusOf } from '../status.ts'
import { calibrateKdf } from '../vault/kdf.ts'
import type { SlotSummary } from '../vault/slot-summary.ts'
import { type Unlock, Vault } from '../vault/vault.ts'
import { withBytes } from '../with-bytes.ts'

type VaultCalls = Pick<
  Handlers,
  | 'vault.choose'
  | 'vault.chooseRecent'
  | 'vault.forgetRecent'
  | 'vault.assessPassphrase'
  | 'vault.create'
  | 'vault.expectPassphrase'
  | 'vault.unlock'
  | 'vault.lock'
  | 'vault.noteUnsaved'
  | 'vault.changePassphrase'
  | 'vault.calibrate'
  | 'vault.slots'
  | 'vault.checkWords'
  | 'vault.compareWithBackup'
  | 'kit.setPassphrase'
>

const SUGGESTED_NAME = '备案匣.beian'

/** The vault file: chosen, made, opened, locked, and the ways to open it. */
export function vaultHandlers(session: SessionControl): VaultCalls {
  /** Begun while the person still types the new passphrase. */
  let calibration: ReturnType<typeof calibrateKdf> | undefined
  let isOpening = false
  /** What a person was shown of a file that is older, while they are asked for a reason and the secret. */
  let shown: string | undefined

  const calibrate = () => {
    calibration ??= session.context().then(({ deriveKey }) => calibrateKdf(deriveKey))
    calibration.catch(() => {
      calibration = undefined
    })
    return calibration
  }

  /** Only one vault is opened or made at a time, and none over an open one. */
  const opening = async (work: () => Promise<Vault>): Promise<VaultStatus> => {
    if (session.isOpen() || isOpening) throw new VaultError('refused', 'a vault is open already')
    isOpening = true
    try {
      await session.host('dueList.yield', undefined)
      const vault = await work()
      removeExpiredKeychainSlots(vault, session.now())
      const owesPassphrase = vault.openedByKit && vault.mode === 'normal'
      session.adopt({ ...openVaultOf(vault), ...(owesPassphrase && { owed: 'passphrase' }) })
      session.hostState.recentPaths = [
        vault.path,
        ...session.hostState.recentPaths.filter((one) => one !== vault.path),
      ]
      await Promise.all([
        session.host('recent.remember', { path: vault.path }),
        session.host('session.opened', { fileName: path.basename(vault.path) }),
      ])
      // Not waited for; what could not be written now is at the next unlock.
      void auditLooks(session).catch(() => undefined)
      return statusOf(session)
    } finally {
      isOpening = false
      if (!session.isOpen()) session.warmKdf()
    }
  }

  const join = async (
    { id, passphrase, confirmed }: { id: string; passphrase: string; confirmed: string },
    open: (unlock: Unlock) => Promise<Vault>,
  ): Promise<Vault> => {
    const requests = joinRequests(joinFolder(session))
    const { local } = requests.read(id)
    const vault = await withBytes(passphrase, (bytes) =>
      open({ kind: 'join', local, passphrase: bytes, confirmed }),
    )
    requests.discard(id)
    return vault
  }

  return {
    'vault.choose': async ({ purpose }) => {
      if (purpose === 'create') {
        const file = await session.host('dialog.saveVault', { suggestedName: SUGGESTED_NAME })
        if (file === undefined) return statusOf(session)
        if (existsSync(file)) throw new VaultError('vault-exists', 'there is such a file already')
        session.choose(file, true)
        void calibrate().catch(() => undefined)
      } else {
        const file = await session.host('dialog.openVault', undefined)
        if (file === undefined) return statusOf(session)
        Vault.inspect(file)
        session.choose(file)
      }
      return statusOf(session)
    },

    'vault.chooseRecent': ({ index }) => {
      const file = recentAt(session, index)
      Vault.inspect(file)
      session.choose(file)
      return statusOf(session)
    },

    'vault.forgetRecent': async ({ index }) => {
      const file = recentAt(session, index)
      await session.host('recent.forget', { path: file })
      session.hostState.recentPaths = session.hostState.recentPaths.filter((one) => one !== file)
      if (!session.isOpen() && session.chosenPath() === file) session.choose(undefined)
      return statusOf(session)
    },

    'vault.expectPassphrase': () => {
      if (!session.isOpen()) session.warmKdf()
    },

    'vault.assessPassphrase': ({ passphrase }) => assessPassphrase(passphrase),

    'vault.create': ({ passphrase, custodianName }) =>
      opening(async () => {
        const file = chosenFile(session)
        await requireStrong(passphrase)
        const { cost } = await calibrate()
        const context = await session.context()
        return withBytes(passphrase, (bytes) =>
          Vault.create(file, { passphrase: bytes, custodianName, kdf: cost }, context),
        )
      }),

    'vault.unlock': ({ secret, isReadOnly, rollbackReason }) => {
      // It opened as evidence because the file is older; now the person says why that is right.
      // Only what was shown of it is accepted: the file may be exchanged once more before it is opened.
      if (rollbackReason === undefined) shown = undefined
      else if (session.isOpen() && !isOpening) {
        shown = session.open().vault.rollbackToken
        session.close()
      }
      const status = opening(async () => {
        const file = chosenFile(session)
        const context = await session.context()
        // An archive may lie on a medium that cannot be written; the opener would not write it anyway.
        const { isArchive } = Vault.inspect(file)
        const options = {
          readOnly: isArchive || isReadOnly === true,
          ...(rollbackReason === undefined || shown === undefined
            ? {}
            : { acceptRollback: { reason: rollbackReason, shown } }),
        }
        const open = (unlock: Unlock) => Vault.open(file, unlock, options, context)
        if (secret.kind === 'recovery-kit' || secret.kind === 'recovery-shares') {
          if (isReadOnly === true) throw kitForReading()
          const reading = () => Vault.open(file, secret, { readOnly: true }, context)
          // Where the person gave a reason, that is written or nothing is done.
          return openByKit(
            () => open(secret),
            rollbackReason === undefined ? reading : undefined,
            session.now,
          )
        }
        if (secret.kind === 'join') return await join(secret, open)
        return await withBytes(secret.passphrase, (passphrase) =>
          open({ kind: 'passphrase', passphrase }),
        )
      })
      if (secret.kind !== 'join') return status
      return status.then(() => {
        noteJoined(session)
        return statusOf(session)
      })
    },

    'vault.lock': async () => {
      await session.host('session.lock', undefined)
    },
    'vault.noteUnsaved': async ({ isUnsaved }) => {
      await session.host('session.unsaved', { isUnsaved })
    },

    'vault.changePassphrase': async ({ current, next }) => {
      await requireStrong(next)
      const { vault } = session.open()
      const cost = async () => (await calibrate()).cost
      await withBytes(next, (nextBytes) =>
        withBytes(current, (bytes) => vault.changePassphrase(bytes, nextBytes, cost)),
      )
    },

    'kit.setPassphrase': async ({ passphrase, name }) => {
      await requireStrong(passphrase)
      const open = session.open()
      const { vault } = open
      if (vault.self.isSplitKit && name !== undefined) requireNewName(open, name)
      const { cost } = await calibrate()
      await withBytes(passphrase, async (bytes) => {
        if (!vault.self.isSplitKit) await vault.replacePassphrase(bytes, cost)
        else if (name === undefined) throw new VaultError('invalid-value', 'whose passphrase it is')
        else await vault.addOwnPassphrase(bytes, cost, name)
      })
      delete open.owed
      return statusOf(session)
    },

    'vault.calibrate': async ({ passphrase }) => {
      const { vault } = session.open()
      const measure = () => {
        calibration = undefined
        return calibrate()
      }
      await withBytes(passphrase, (bytes) =>
        withBytes(passphrase, (same) =>
          vault.changePassphrase(bytes, same, async () => (await measure()).cost),
        ),
      )
      const { cost, expectedMs } = await calibrate()
      return { ...cost, measuredMs: expectedMs }
    },

    'vault.slots': () => slotLines(session.open().vault.slots()),

    'vault.checkWords': () => {
      const { vault } = session.open()
      return { words: vault.checkWords(), revision: vault.revision }
    },

    'vault.compareWithBackup': async ({ passphrase }) => {
      const { vault, ledger } = session.open()
      const file = await session.host('dialog.openVault', undefined)
      if (file === undefined) return undefined
      const found = await withBytes(passphrase, (bytes) =>
        vault.compare(file, { kind: 'passphrase', passphrase: bytes }),
      )
      const differences = found.map(({ recordId, kind }) => {
        const record = ledger.records.get(recordId)
        return { recordId, kind, ...(record === undefined ? {} : { title: recordTitle(record) }) }
      })
      return { differences }
    },
  }
}

function chosenFile(session: SessionControl): string {
  const file = session.chosenPath()
  if (file === undefined) throw new VaultError('no-vault-chosen', 'no vault is chosen')
  return file
}

function recentAt(session: SessionControl, index: number): string {
  const file = session.hostState.recentPaths[index]
  if (file === undefined) throw new VaultError('refused', 'there is no such recent vault')
  return file
}

function slotLines(slots: readonly SlotSummary[]): SlotLine[] {
  return slots.map(({ id, kind, label, createdAt, expiresAt, kdf }) => ({
    id,
    kind,
    label,
    createdAt,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(kdf === undefined ? {} : { kdf }),
  }))
}
