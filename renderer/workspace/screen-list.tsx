import {
  AlertOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BellOutlined,
  DatabaseOutlined,
  DeleteOutlined,
  FileTextOutlined,
  HddOutlined,
  KeyOutlined,
  MergeCellsOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType, ReactNode } from 'react'
import { AreaIcon } from '../components/AreaIcon.tsx'
import { LedgerScreen } from '../screens/ledger/LedgerScreen.tsx'
import { OverviewScreen } from '../screens/overview/OverviewScreen.tsx'
import type { ScreenName } from '../state/navigation.ts'

/** A place to go: its icon in the navigation, and what is shown there. */
export type Screen = { icon: ReactNode } & (
  | { component: ComponentType }
  /** Code that is fetched when somebody goes there for the first time. */
  | { load(): Promise<ComponentType> }
)

/** A line for each screen. 总览 and 台账 are needed at once after the unlock; the others are fetched. */
export const SCREEN_LIST: Readonly<Record<ScreenName, Screen>> = {
  overview: { icon: <AppstoreOutlined aria-hidden />, component: OverviewScreen },
  ledger: { icon: <DatabaseOutlined aria-hidden />, component: LedgerScreen },
  credentials: {
    icon: <KeyOutlined aria-hidden />,
    load: () =>
      import('../screens/credentials/CredentialsScreen.tsx').then((code) => code.CredentialsScreen),
  },
  contacts: {
    icon: <TeamOutlined aria-hidden />,
    load: () =>
      import('../screens/contacts/ContactsScreen.tsx').then((code) => code.ContactsScreen),
  },
  reminders: {
    icon: <BellOutlined aria-hidden />,
    load: () =>
      import('../screens/reminders/RemindersScreen.tsx').then((code) => code.RemindersScreen),
  },
  recovery: {
    icon: <AreaIcon name="recovery" />,
    load: () =>
      import('../screens/recovery/RecoveryScreen.tsx').then((code) => code.RecoveryScreen),
  },
  documents: {
    icon: <AreaIcon name="documents" />,
    load: () =>
      import('../screens/documents/DocumentsScreen.tsx').then((code) => code.DocumentsScreen),
  },
  audit: {
    icon: <AuditOutlined aria-hidden />,
    load: () => import('../screens/audit/AuditScreen.tsx').then((code) => code.AuditScreen),
  },
  settings: {
    icon: <SettingOutlined aria-hidden />,
    load: () =>
      import('../screens/settings/SettingsScreen.tsx').then((code) => code.SettingsScreen),
  },
  trash: {
    icon: <DeleteOutlined aria-hidden />,
    load: () => import('../screens/ledger/TrashScreen.tsx').then((code) => code.TrashScreen),
  },
  evidence: {
    icon: <AlertOutlined aria-hidden />,
    load: () =>
      import('../screens/evidence/EvidenceScreen.tsx').then((code) => code.EvidenceScreen),
  },
  checks: {
    icon: <AreaIcon name="checks" />,
    load: () => import('../screens/checks/ChecksScreen.tsx').then((code) => code.ChecksScreen),
  },
  backups: {
    icon: <HddOutlined aria-hidden />,
    load: () => import('../screens/backups/BackupsScreen.tsx').then((code) => code.BackupsScreen),
  },
  handover: {
    icon: <AreaIcon name="handover" />,
    load: () =>
      import('../screens/handover/HandoverScreen.tsx').then((code) => code.HandoverScreen),
  },
  merge: {
    icon: <MergeCellsOutlined aria-hidden />,
    load: () => import('../screens/merge/MergeScreen.tsx').then((code) => code.MergeScreen),
  },
  letters: {
    icon: <FileTextOutlined aria-hidden />,
    load: () => import('../screens/letters/LettersScreen.tsx').then((code) => code.LettersScreen),
  },
}
