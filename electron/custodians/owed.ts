import type { CallName } from '../../shared/contract.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Handlers } from '../handlers.ts'
import type { SessionControl } from '../session.ts'

/** What is answered while a vault that a kit opened waits for its new passphrase. */
const BEFORE: ReadonlySet<string> = new Set<CallName>([
  'app.status',
  'preferences.save',
  'vault.lock',
  'vault.noteUnsaved',
  'vault.unlock',
  'vault.assessPassphrase',
  'vault.expectPassphrase',
  'kit.setPassphrase',
])

/** The handlers, of which only a few answer while a new passphrase is owed. */
export function guardOwed(session: SessionControl, handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => {
    // `as`: one signature for all; each handler gets the very input that came for it.
    const handle = handler as (input: unknown) => unknown
    const guard = (input: unknown) => {
      if (session.isOpen() && session.open().owed !== undefined && !BEFORE.has(name)) {
        throw new VaultError('passphrase-first', 'a new passphrase comes first')
      }
      return handle(input)
    }
    return [name, guard] as const
  })
  // `as`: the same names, with the same handlers behind them.
  return Object.fromEntries(guarded) as Handlers
}
