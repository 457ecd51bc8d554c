import path from 'node:path'
import { credentialsHandlers } from '../../../electron/handlers/credentials.ts'
import { handoverHandlers } from '../../../electron/handlers/handover.ts'
import { recordsHandlers } from '../../../electron/handlers/records.ts'
import { remindersHandlers } from '../../../electron/handlers/reminders.ts'
import { newRecordId } from '../../../electron/ledger/store.ts'
import { writeRecords } from '../../../electron/ledger/write.ts'
import { openVaultOf } from '../../../electron/open-vault.ts'
import type { HostClient, Session } from '../../../electron/session.ts'
import type { Vault, VaultContext } from '../../../electron/vault/vault.ts'
import type { HandoverLine, HandoverView } from '../../../shared/handover-view.ts'
import type { HostCallName, HostCalls } from '../../../shared/host-contract.ts'
import { DEFAULT_PREFERENCES } from '../../../shared/preferences.ts'
import type { RecordData, RecordKind, RecordOverview } from '../../../shared/records/record.ts'
import { invite, JOINER_PASSPHRASE, join } from '../../support/custody.ts'
import { NOW } from '../../support/ledger-session.ts'
import { byPassphrase, createVault, openVault, temporaryFolder } from '../../support/vault.ts'

export const LEAVER = '周接任'
const DAY_MS = 86_400_000

/** A vault of two custodians: 林备案, who stays, and 周接任, who leaves. Each can open it in turn. */
export async function openHandovers() {
  const clock = { now: NOW }
  const made = await createVault({ now: () => clock.now++ })
  const { path: file, context } = made
  const { local } = await invite(made.vault, context)
  made.vault.close()
  const first = await join(file, local, context)
  const leaverId = first.custodianId
  first.close()
  const folder = temporaryFolder()
  let open = await openAs(await openVault(file, context), clock, folder)

  const use = async (unlock: string | undefined) => {
    open.vault.close()
    const vault = await openVault(
      file,
      context,
      {},
      unlock === undefined ? byPassphrase() : byPassphrase(unlock),
    )
    open = openAs(vault, clock, folder)
    return open
  }
  return {
    file,
    context,
    clock,
    folder,
    leaverId,
    /** Whoever has it open now. */
    now: () => open,
    byStayer: () => use(undefined),
    byLeaver: () => use(JOINER_PASSPHRASE),
    pass: (days: number) => {
      clock.now += days * DAY_MS
    },
  }
}

/** The handlers over a vault that somebody has open. */
export function openAs(vault: Vault, clock: { now: number }, folder: string) {
  const opened = openVaultOf(vault)
  const files: { next: string | undefined; pages: string[] } = { next: undefined, pages: [] }
  const host = ((name: HostCallName, input: unknown) => {
    // `as`: the inputs of these calls.
    if (name === 'dialog.saveFile') {
      const { suggestedName } = input as HostCalls['dialog.saveFile']['input']
      return Promise.resolve(path.join(folder, suggestedName))
    }
    if (name === 'dialog.openSheet') return Promise.resolve(files.next)
    if (name === 'preferences.read') return Promise.resolve({ preferences: DEFAULT_PREFERENCES })
    if (name === 'clipboard.copySecret') return Promise.resolve(undefined)
    if (name === 'print.pdf') {
      const { html } = input as HostCalls['print.pdf']['input']
      return Promise.resolve(new TextEncoder().encode(html))
    }
    if (name === 'print.page') {
      files.pages.push((input as HostCalls['print.page']['input']).html)
      return Promise.resolve(true)
    }
    throw new Error(`no test expects ${name}`)
    // `as`: each answer above is of its call's type.
  }) as HostClient
  const session: Session = {
    now: () => clock.now++,
    host,
    emit: () => undefined,
    open: () => opened,
  }
  const call = {
    ...handoverHandlers(session),
    ...credentialsHandlers(session),
    ...recordsHandlers(session),
    ...remindersHandlers(session),
  }
  /** Puts a record into the ledger, as a form would. */
  const put = <K extends RecordKind>(kind: K, data: RecordData<K>, value?: string): string => {
    const id = newRecordId()
    // `as`: kind and data fit each other by the signature.
    const overview = { kind, data, createdAt: clock.now, updatedAt: clock.now } as RecordOverview
    const change = { type: 'put', id, overview, expectedRevision: 0 } as const
    const secret = value === undefined ? {} : { secret: { value, history: [] } }
    writeRecords(session, [{ ...change, ...secret }], [{ action: 'record.import', recordId: id }])
    return id
  }
  const edit = <K extends RecordKind>(id: string, change: Partial<RecordData<K>>): void => {
    const record = opened.ledger.records.get(id)
    if (record === undefined) throw new Error('no such record')
    const { kind, createdAt, data } = record
    // `as`: the record's own data with some fields other.
    const overview = { kind, data: { ...data, ...change }, createdAt, updatedAt: clock.now }
    writeRecords(session, [{ type: 'put', id, overview: overview as RecordOverview }], [])
  }
  return {
    vault,
    session,
    ledger: opened.ledger,
    call,
    put,
    edit,
    files,
    credential: (label: string, more: Partial<RecordData<'credential'>> = {}, value = '') =>
      put(
        'credential',
        {
          kind: 'portal-account',
          label,
          origin: 'chosen',
          rotationMonths: 3,
          isRetired: false,
          ...more,
        },
        value === '' ? `Old-${label}-9x` : value,
      ),
    register: (id: string, value: string) =>
      call['credentials.register']({ id, value, origin: 'chosen' }),
    start: async (leaver: { custodianId?: string; contactId?: string }, more = {}) => {
      const { id } = await call['handover.start']({
        manner: 'planned',
        reason: '合同到期',
        leavesOn: '2026-12-31',
        leaver,
        successor: { custodianId: vault.custodianId },
        ...more,
      })
      return id
    },
    // `as`: these handlers answer at once.
    lines: (id: string) => call['handover.lines']({ id }) as HandoverLine[],
    view: (id: string) => call['handover.read']({ id }) as HandoverView,
    actions: () => vault.audit({ limit: 30 }).map(({ action }) => action),
  }
}

export type Opened = ReturnType<typeof openAs>

export function lineOf(lines: readonly HandoverLine[], title: string): HandoverLine {
  const found = lines.find((line) => line.title === title)
  if (found === undefined) throw new Error(`there is no line ${title}`)
  return found
}

export function codesOf(line: HandoverLine): string[] {
  return line.reasons.map(({ code }) => code)
}

export type { VaultContext }
