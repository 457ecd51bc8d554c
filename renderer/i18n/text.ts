import type { Preferences } from '../../shared/preferences.ts'
import { useApp } from '../state/app-context.ts'
import type { AuditActionText } from './audit-words.ts'
import { enAudit } from './en/audit.ts'
import { enAuditActions } from './en/audit-actions.ts'
import { enBackups } from './en/backups.ts'
import { enChecks } from './en/checks.ts'
import { enCommon } from './en/common.ts'
import { enContacts } from './en/contacts.ts'
import { enCredentials } from './en/credentials.ts'
import { enCustodians } from './en/custodians.ts'
import { enDocuments } from './en/documents.ts'
import { enDueList } from './en/due-list.ts'
import { enEvidence } from './en/evidence.ts'
import { enExchange } from './en/exchange.ts'
import { enForms } from './en/forms.ts'
import { enFrame } from './en/frame.ts'
import { enHandover } from './en/handover.ts'
import { enImport } from './en/import.ts'
import { enLedger } from './en/ledger.ts'
import { enLetters } from './en/letters.ts'
import { enMerge } from './en/merge.ts'
import { enOverview } from './en/overview.ts'
import { enPortalValues } from './en/portal-values.ts'
import { enRecovery } from './en/recovery.ts'
import { enReminders } from './en/reminders.ts'
import { enReports } from './en/reports.ts'
import { enSettings } from './en/settings.ts'
import { START_TEXTS } from './start-text.ts'
import { zhAudit } from './zh/audit.ts'
import { zhAuditActions } from './zh/audit-actions.ts'
import { zhBackups } from './zh/backups.ts'
import { zhChecks } from './zh/checks.ts'
import { zhCommon } from './zh/common.ts'
import { zhContacts } from './zh/contacts.ts'
import { zhCredentials } from './zh/credentials.ts'
import { zhCustodians } from './zh/custodians.ts'
import { zhDocuments } from './zh/documents.ts'
import { zhDueList } from './zh/due-list.ts'
import { zhEvidence } from './zh/evidence.ts'
import { zhExchange } from './zh/exchange.ts'
import { zhForms } from './zh/forms.ts'
import { zhFrame } from './zh/frame.ts'
import { zhHandover } from './zh/handover.ts'
import { zhImport } from './zh/import.ts'
import { zhLedger } from './zh/ledger.ts'
import { zhLetters } from './zh/letters.ts'
import { zhMerge } from './zh/merge.ts'
import { zhOverview } from './zh/overview.ts'
import { zhPortalValues } from './zh/portal-values.ts'
import { zhRecovery } from './zh/recovery.ts'
import { zhReminders } from './zh/reminders.ts'
import { zhReports } from './zh/reports.ts'
import { zhSettings } from './zh/settings.ts'

const zhText = {
  ...START_TEXTS['zh-CN'],
  common: zhCommon,
  settings: zhSettings,
  dueList: zhDueList,
  audit: zhAudit,
  reports: zhReports,
  import: zhImport,
  exchange: zhExchange,
  reminders: zhReminders,
  overview: zhOverview,
  contacts: zhContacts,
  frame: zhFrame,
  evidence: zhEvidence,
  forms: zhForms,
  auditActions: zhAuditActions as AuditActionText,
  credentials: zhCredentials,
  portalValues: zhPortalValues,
  backups: zhBackups,
  checks: zhChecks,
  handover: zhHandover,
  custodians: zhCustodians,
  letters: zhLetters,
  merge: zhMerge,
  documents: zhDocuments,
  recovery: zhRecovery,
  ledger: zhLedger,
}

/** Every word of the workspace, one key an area. A language that lacks a key does not compile. */
export type Text = typeof zhText

const enText: Text = {
  ...START_TEXTS.en,
  common: enCommon,
  settings: enSettings,
  dueList: enDueList,
  audit: enAudit,
  reports: enReports,
  import: enImport,
  exchange: enExchange,
  reminders: enReminders,
  overview: enOverview,
  contacts: enContacts,
  frame: enFrame,
  evidence: enEvidence,
  forms: enForms,
  auditActions: enAuditActions,
  credentials: enCredentials,
  portalValues: enPortalValues,
  backups: enBackups,
  checks: enChecks,
  handover: enHandover,
  custodians: enCustodians,
  letters: enLetters,
  merge: enMerge,
  documents: enDocuments,
  recovery: enRecovery,
  ledger: enLedger,
}

export const TEXTS: Readonly<Record<Preferences['language'], Text>> = {
  'zh-CN': zhText,
  en: enText,
}

/** The words of the workspace in the language of the preferences. */
export function useText(): Text {
  return TEXTS[useApp((state) => state.preferences.language)]
}
