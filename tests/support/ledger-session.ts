import { contactsHandlers } from '../../electron/handlers/contacts.ts'
import { credentialsHandlers } from '../../electron/handlers/credentials.ts'
import { documentsHandlers } from '../../electron/handlers/documents.ts'
import { ledgerHandlers } from '../../electron/handlers/ledger.ts'
import { recordsHandlers } from '../../electron/handlers/records.ts'
import { remindersHandlers } from '../../electron/handlers/reminders.ts'
import { createLedger } from '../../electron/ledger/ledger.ts'
import type { HostClient, Session } from '../../electron/session.ts'
import type { RecordChange, Vault } from '../../electron/vault/vault.ts'
import type { VaultEvent } from '../../shared/contract.ts'
import type { HostCallName, HostCalls } from '../../shared/host-contract.ts'
import { DEFAULT_PREFERENCES } from '../../shared/preferences.ts'
import { createVault } from './vault.ts'

/** 2026-11-22 10:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 22, 2)
export const TODAY = '2026-11-22'

/** A session over a real vault, with a clipboard and a window that can be looked at. */
export async function openTestSession(changes: readonly RecordChange[] = []) {
  const clock = { now: NOW }
  const { vault, context } = await createVault({ now: () => clock.now })
  if (changes.length > 0) vault.write(changes, [])
  const events: VaultEvent[] = []
  const copied: { text: string; clearAfterSeconds?: number }[] = []
  const dialogs: Dialogs = { openFiles: undefined, saveFile: undefined, suggested: [] }
  const host: HostClient = async (name, input) => answer(name, input, copied, dialogs)
  const opened = {
    vault,
    ledger: createLedger(vault.records()),
    failedUnlocksBefore: 0,
    approvals: new Map(),
  }
  const session: Session = {
    now: () => clock.now,
    host,
    emit: (event) => void events.push(event),
    open: () => opened,
  }
  const call = {
    ...ledgerHandlers(session),
    ...recordsHandlers(session),
    ...credentialsHandlers(session),
    ...contactsHandlers(session),
    ...remindersHandlers(session),
    ...documentsHandlers(session),
  }
  return {
    session,
    vault,
    ledger: opened.ledger,
    events,
    copied,
    dialogs,
    /** To open the vault again. */
    context,
    clock,
    call,
    /** The lines of 台账 that a search tells, as the window knows them. */
    async found(query: string) {
      const { rows } = await call['ledger.rows']({ from: 0, count: 20_000 })
      const { ordinals } = await call['ledger.search']({ query })
      return [...ordinals].map((ordinal) => rows.find((row) => row.ordinal === ordinal)?.id)
    },
    /** Actions of the audit trail, newest first. */
    actions: () => actionsOf(vault),
  }
}

export type TestSession = Awaited<ReturnType<typeof openTestSession>>

/** What the system's file dialogs answer; undefined: the person cancels. */
type Dialogs = {
  openFiles: string[] | undefined
  saveFile: string | undefined
  /** The file names that were suggested for saving. */
  suggested: string[]
}

function actionsOf(vault: Vault): string[] {
  return vault.audit({ limit: 50 }).map((entry) => entry.action)
}

async function answer<N extends HostCallName>(
  name: N,
  input: HostCalls[N]['input'],
  copied: { text: string; clearAfterSeconds?: number }[],
  dialogs: Dialogs,
): Promise<HostCalls[N]['output']> {
  if (name === 'clipboard.copySecret' || name === 'clipboard.copyText') {
    // `as`: the input of these two calls.
    copied.push(input as { text: string; clearAfterSeconds?: number })
    return undefined as HostCalls[N]['output']
  }
  if (name === 'preferences.read') {
    // `as`: of main's answer only the preferences are read by the handlers under test.
    return { preferences: DEFAULT_PREFERENCES } as HostCalls[N]['output']
  }
  if (name === 'dialog.openFiles') return dialogs.openFiles as HostCalls[N]['output']
  if (name === 'dialog.saveFile') {
    // `as`: the input of this call.
    dialogs.suggested.push((input as HostCalls['dialog.saveFile']['input']).suggestedName)
    return dialogs.saveFile as HostCalls[N]['output']
  }
  throw new Error(`no test expects ${name}`)
}
