import type { StateCreator } from 'zustand'
import type { CallInput } from '../../shared/contract.ts'
import { VaultError, type VaultErrorCode } from '../../shared/errors.ts'
import type { VaultStatus } from '../../shared/views.ts'
import type { Call } from '../client.ts'

export type UnlockInput = CallInput<'vault.unlock'>
export type CreateInput = CallInput<'vault.create'>

export type SessionSlice = {
  call: Call
  /** Absent until the vault process has answered for the first time. */
  status: VaultStatus | undefined
  /** Whether a passphrase is being typed: what follows the unlock is made ready meanwhile. */
  isUnlockExpected: boolean
  /** What happened without the person asking for it, said on the start screen. */
  lostWith: VaultErrorCode | undefined
  /** Set after 新建保险库: the recovery kit page comes before the ledger. */
  isKitPageOpen: boolean
  setStatus(status: VaultStatus): void
  refreshStatus(): Promise<void>
  /** To be called at the first key of a passphrase, not earlier: a locked app stays small. */
  expectUnlock(): void
  /** @throws VaultError */
  unlock(input: UnlockInput): Promise<VaultStatus>
  /** @throws VaultError */
  create(input: CreateInput): Promise<VaultStatus>
  lock(): Promise<void>
  closeKitPage(): void
}

/** Whether the vault is open. Holds no passphrase and no key: those stay in the vault process. */
export const createSessionSlice =
  (call: Call): StateCreator<SessionSlice> =>
  (set, get) => ({
    call,
    status: undefined,
    isUnlockExpected: false,
    lostWith: undefined,
    isKitPageOpen: false,
    setStatus: (status) => set({ status }),
    refreshStatus: async () => set({ status: await call('app.status') }),
    expectUnlock: () => {
      if (get().isUnlockExpected) return
      set({ isUnlockExpected: true })
      call('vault.expectPassphrase').catch(() => {})
    },
    unlock: async (input) => {
      const status = await call('vault.unlock', input)
      set({ lostWith: undefined })
      // An older file is first talked about on the start screen, which then sets the status itself.
      if (!isOlderFile(status)) set({ status })
      return status
    },
    create: async (input) => {
      const status = await call('vault.create', input)
      set({ status, lostWith: undefined, isKitPageOpen: true })
      return status
    },
    lock: async () => {
      try {
        await call('vault.lock')
        await get().refreshStatus()
      } catch (error) {
        // The vault process ends by being locked; main then loads the window anew.
        if (!(error instanceof VaultError && error.code === 'vault-process-ended')) throw error
      }
    },
    closeKitPage: () => set({ isKitPageOpen: false }),
  })

/** What the opener found that a person may say is right; everything else stays evidence. */
const ACCEPTABLE = [
  'older-than-anchor',
  'forked-from-anchor',
  'anchor-altered',
  'anchor-unverifiable',
] as const

export type AcceptableFinding = (typeof ACCEPTABLE)[number]

/** The first thing about this computer's record of the vault that only a person can judge. */
export function acceptableFinding(status: VaultStatus): AcceptableFinding | undefined {
  const codes = status.session?.findings.map(({ code }) => code) ?? []
  return ACCEPTABLE.find((one) => codes.includes(one))
}

/** Whether the opener says that the file is not, or may not be, the one opened last. */
export function isOlderFile(status: VaultStatus): boolean {
  const isForeign = status.session?.findings.some(({ code }) => code === 'certificate-not-anchored')
  return isForeign !== true && acceptableFinding(status) !== undefined
}

/** What the opener tells although the vault may be written. */
export const OPENER_NOTES = [
  'anchor-not-written',
  'anchor-missing',
  'anchor-upgraded',
  'hard-linked',
] as const

export type OpenerNoteCode = (typeof OPENER_NOTES)[number]

/** The notes to be shown over any screen; a vault opened as evidence lists all it found elsewhere. */
export function openerNotes({
  mode,
  findings,
}: Pick<NonNullable<VaultStatus['session']>, 'mode' | 'findings'>): OpenerNoteCode[] {
  if (mode === 'evidence') return []
  return OPENER_NOTES.filter((note) => findings.some(({ code }) => code === note))
}
