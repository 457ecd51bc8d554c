import type { ComponentType } from 'react'
import { AuditScreen } from '../screens/audit/AuditScreen.tsx'
import { ContactsScreen } from '../screens/contacts/ContactsScreen.tsx'
import { CredentialsScreen } from '../screens/credentials/CredentialsScreen.tsx'
import { DocumentsScreen } from '../screens/documents/DocumentsScreen.tsx'
import { EvidenceScreen } from '../screens/evidence/EvidenceScreen.tsx'
import { TrashScreen } from '../screens/ledger/TrashScreen.tsx'
import { LettersScreen } from '../screens/letters/LettersScreen.tsx'
import { OverviewScreen } from '../screens/overview/OverviewScreen.tsx'
import { RemindersScreen } from '../screens/reminders/RemindersScreen.tsx'
import { SettingsScreen } from '../screens/settings/SettingsScreen.tsx'
import type { ScreenName } from '../state/navigation.ts'

/** A screen for each place of the navigation; 台账 is kept mounted by ScreenArea. */
export const SCREEN_COMPONENTS: Readonly<Record<Exclude<ScreenName, 'ledger'>, ComponentType>> = {
  overview: OverviewScreen,
  credentials: CredentialsScreen,
  contacts: ContactsScreen,
  reminders: RemindersScreen,
  documents: DocumentsScreen,
  audit: AuditScreen,
  settings: SettingsScreen,
  trash: TrashScreen,
  evidence: EvidenceScreen,
  letters: LettersScreen,
}
