import { VaultError } from '../../shared/errors.ts'
import { ContactSecret } from '../../shared/records/contact.ts'
import type { Handlers } from '../handlers.ts'
import { requireLive } from '../ledger/store.ts'
import { auditEntry } from '../ledger/write.ts'
import type { Session } from '../session.ts'

/** People: their ID numbers, shown on request. */
export function contactsHandlers(session: Session): Pick<Handlers, 'contacts.revealId'> {
  return {
    'contacts.revealId': ({ id }) => {
      const { vault, ledger } = session.open()
      requireLive(ledger, 'contact', id)
      const entry = auditEntry(session, { action: 'contact.reveal-id', recordId: id })
      const stored = vault.readSecret(id, entry)
      if (stored === undefined) return {}
      const parsed = ContactSecret.safeParse(stored)
      if (!parsed.success) throw new VaultError('vault-damaged', 'a contact is not in its form')
      return parsed.data.idNumber === undefined ? {} : { idNumber: parsed.data.idNumber }
    },
  }
}
