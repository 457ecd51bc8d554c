import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Handlers } from '../handlers.ts'
import { parseCredentialSecret } from '../ledger/credential-secret.ts'
import { credentialView } from '../ledger/drawer.ts'
import { setMustChange } from '../ledger/must-change.ts'
import { liveRecords, oldestFirst, requireLive } from '../ledger/store.ts'
import { auditEntry } from '../ledger/write.ts'
import { assessPassword } from '../passwords/assess.ts'
import { factsOf, NO_FACTS } from '../passwords/filing-facts.ts'
import { generatePassword } from '../passwords/generator.ts'
import { registerPassword } from '../passwords/registration.ts'
import { totpCode } from '../passwords/totp.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'

/** Passwords and codes. Whatever is shown or copied stands in the audit trail before. */
export function credentialsHandlers(
  session: Session,
): Pick<
  Handlers,
  | 'credentials.list'
  | 'credentials.reveal'
  | 'credentials.copyPassword'
  | 'credentials.copyTotp'
  | 'credentials.copyAccount'
  | 'credentials.generate'
  | 'credentials.assess'
  | 'credentials.register'
  | 'credentials.history'
  | 'credentials.revealPast'
  | 'credentials.setMustChange'
> {
  /** Opens a secret to be released, after the trail tells of it. */
  const release = (id: RecordId, action: string, facts?: Record<string, string | number>) => {
    const { vault, ledger } = session.open()
    requireLive(ledger, 'credential', id)
    const act = facts === undefined ? { action, recordId: id } : { action, recordId: id, facts }
    return parseCredentialSecret(vault.readSecret(id, auditEntry(session, act)))
  }

  const copySecret = async (text: string | undefined) => {
    if (text === undefined) throw new VaultError('record-not-found', 'nothing is stored')
    const { preferences } = await session.host('preferences.read', undefined)
    const clearAfterSeconds = preferences.clipboardClearSeconds
    await session.host('clipboard.copySecret', { text, clearAfterSeconds })
    return { clearsAfterSeconds: clearAfterSeconds }
  }

  return {
    'credentials.list': () => {
      const { ledger } = session.open()
      const today = dayOf(session.now())
      return oldestFirst([...liveRecords(ledger, 'credential')]).map((credential) =>
        credentialView(ledger, credential, today),
      )
    },
    'credentials.reveal': ({ id }) => {
      const { value, totpUri, privateNotes } = release(id, 'credential.reveal')
      return {
        ...(value === undefined ? {} : { value }),
        ...(totpUri === undefined ? {} : { totp: totpCode(totpUri, session.now()) }),
        ...(privateNotes === undefined ? {} : { privateNotes }),
      }
    },
    'credentials.copyPassword': ({ id }) => copySecret(release(id, 'credential.copy').value),
    'credentials.copyTotp': ({ id }) => {
      const { totpUri } = release(id, 'credential.copy-code')
      return copySecret(totpUri === undefined ? undefined : totpCode(totpUri, session.now()).code)
    },
    'credentials.copyAccount': async ({ id }) => {
      const { account } = requireLive(session.open().ledger, 'credential', id).data
      if (account === undefined) throw new VaultError('record-not-found', 'no account is stored')
      await session.host('clipboard.copyText', { text: account })
    },
    'credentials.generate': async ({ options, id }) => {
      const facts = id === undefined ? NO_FACTS : factsOf(session.open(), { id })
      const value = generatePassword(options, facts)
      return { value, assessment: await assessPassword(value, 'generated', facts) }
    },
    'credentials.assess': ({ value, origin, ...scope }) =>
      assessPassword(value, origin, factsOf(session.open(), scope)),
    'credentials.register': (registration) => registerPassword(session, registration),
    'credentials.history': ({ id }) => {
      const { vault, ledger } = session.open()
      requireLive(ledger, 'credential', id)
      const { history } = parseCredentialSecret(vault.peekSecret(id))
      return history.map(({ setOn, replacedAt, origin }) => ({
        replacedAt,
        origin,
        ...(setOn === undefined ? {} : { setOn }),
      }))
    },
    'credentials.revealPast': ({ id, index }) => {
      const past = release(id, 'credential.reveal-past', { index }).history[index]
      if (past === undefined) throw new VaultError('record-not-found', 'there is no such value')
      return { value: past.value }
    },
    'credentials.setMustChange': ({ id, reason }) => setMustChange(session, id, reason),
  }
}
