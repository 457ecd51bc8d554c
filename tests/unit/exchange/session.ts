import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Exchanger } from '../../../electron/exchange/exchanger.ts'
import type { ForeignEntry } from '../../../electron/exchange/foreign-entry.ts'
import { sealKdbx } from '../../../electron/exchange/kdbx/kdbx-container.ts'
import { writeKdbxContent } from '../../../electron/exchange/kdbx/kdbx-writer.ts'
import { readForeign } from '../../../electron/exchange/read-foreign.ts'
import { exchangeHandlers } from '../../../electron/handlers/exchange.ts'
import { recordsHandlers } from '../../../electron/handlers/records.ts'
import type { ProgressStep } from '../../../shared/contract.ts'
import type { ForeignLine, ForeignPlan } from '../../../shared/exchange.ts'
import type { RecordData, RecordKind } from '../../../shared/records/record.ts'
import { answeredSession } from '../../support/answered-session.ts'
import { createVault, entry, randomId, temporaryFolder } from '../../support/vault.ts'

/** 2026-11-22 10:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 22, 2)

/** What the worker does, in this thread, with the cheapest derivation. */
const HERE: Exchanger = {
  read: (bytes, key) => readForeign(bytes, key),
  sealKdbx: (root, now, key) => sealKdbx(writeKdbxContent(root, now), key, 1),
}

export type Made = { kind: RecordKind; data: unknown; secret?: Record<string, unknown> }

/** A real vault with some records; only the dialogs are answered by the test. */
export async function openSession(records: Readonly<Record<string, Made>> = {}) {
  const { vault, path: vaultPath, context } = await createVault()
  const ids = Object.fromEntries(Object.keys(records).map((name) => [name, randomId()]))
  const changes = Object.entries(records).map(([name, { kind, data, secret }]) => ({
    type: 'put' as const,
    id: ids[name] ?? '',
    // References between the records are by the names they have in the test.
    overview: {
      kind,
      data: JSON.parse(JSON.stringify(data), (_, value) =>
        typeof value === 'string'
          ? ids[value.replace(/^#/, '')] && value.startsWith('#')
            ? ids[value.slice(1)]
            : value
          : value,
      ),
      createdAt: NOW - 1000,
      updatedAt: NOW - 1000,
    },
    ...(secret === undefined ? {} : { secret: secret as never }),
  }))
  if (changes.length > 0) vault.write(changes, [entry()])
  const { session, open, answers, events } = answeredSession(vault, () => NOW)
  const call = { ...exchangeHandlers(session, HERE), ...recordsHandlers(session) }
  const folder = temporaryFolder()
  return {
    session,
    open,
    vault,
    vaultPath,
    context,
    answers,
    events,
    call,
    folder,
    id: (name: string) => ids[name] ?? '',
    /** Chooses a file with this content and opens it. */
    async preview(name: string, content: string | Uint8Array, password?: string) {
      const file = path.join(folder, name)
      writeFileSync(file, content)
      answers['dialog.openForeign'] = file
      await call['exchange.choose'](undefined)
      return await call['exchange.open']({ password })
    },
    /** The records of a kind that are not in the trash. */
    all<K extends RecordKind>(kind: K): { id: string; data: RecordData<K> }[] {
      // `as`: the set of that very kind.
      return [...open.ledger.kinds[kind]].filter(
        (record) => record.trashedAt === undefined,
      ) as unknown as { id: string; data: RecordData<K> }[]
    },
    secret: (id: string) => vault.peekSecret(id),
    /** Presses 取消 as soon as an export is at this step. */
    cancelAt(step: ProgressStep) {
      session.emit = (event) => {
        events.push(event)
        if (event.event === 'progress' && event.step === step) void call['exchange.stop'](undefined)
      }
    },
  }
}

export type ExchangeSession = Awaited<ReturnType<typeof openSession>>

/** Everything as it was suggested. */
export function planFor(
  lines: readonly ForeignLine[],
  changes: Partial<ForeignPlan> & { duplicate?: ForeignPlan['choices'][number]['duplicate'] } = {},
): ForeignPlan {
  const { duplicate = 'skip', ...rest } = changes
  return {
    origin: 'imported',
    choices: lines.map(({ index, kind, target }) => ({ index, kind, ...target, duplicate })),
    ...rest,
  }
}

/** A Bitwarden export of these logins. */
export function bitwarden(
  items: readonly (Partial<ForeignEntry> & { name: string; login?: unknown; fields?: unknown })[],
): string {
  return JSON.stringify({ encrypted: false, items })
}
