/** What audit actions are told under. `notable` cuts across the others: what an inspector looks for first. */
export const AUDIT_GROUPS = [
  'notable',
  'vault',
  'secret',
  'record',
  'file',
  'custody',
  'audit',
] as const
export type AuditGroup = (typeof AUDIT_GROUPS)[number]

/** The group of an action; one that nobody knows yet goes with the changes. */
export function auditGroupOf(action: string): Exclude<AuditGroup, 'notable'> {
  if (
    /^credential\.(reveal|copy)|^contact\.(reveal|id-)|^case\.copy|^document\.view/.test(action)
  ) {
    return 'secret'
  }
  if (/^(slot|kit|custodian|handover|rule|drill)\.|^vault\.rekeyed/.test(action)) return 'custody'
  if (/^audit\.|^report\./.test(action)) return 'audit'
  if (/^(ledger|demo|backup|exchange|merge)\.|^vault\.(restored|merged)/.test(action)) return 'file'
  if (/^document\.export|^letter\.(save|print)|^case\.print/.test(action)) return 'file'
  if (/^vault\./.test(action)) return 'vault'
  return 'record'
}

/** How much an entry stands out: a danger, what leaves the vault, or neither. */
export type AuditTone = 'danger' | 'leaving' | 'plain'

/** @param by - How the vault was opened, as the entry's facts say. */
export function auditToneOf(action: string, by?: unknown): AuditTone {
  if (DANGERS.has(action)) return 'danger'
  if (action === 'vault.unlocked' && KIT_WAYS.has(by)) return 'danger'
  if (/\.(export|export-plain|print|printed|save-pdf|save-docx|save-xlsx)$/.test(action)) {
    return 'leaving'
  }
  return /^exchange\.|^ledger\.export/.test(action) ? 'leaving' : 'plain'
}

const DANGERS: ReadonlySet<string> = new Set([
  'vault.unlock-failed',
  'vault.rollback-accepted',
  'vault.restored',
  'audit.kept-entries-lost',
])
const KIT_WAYS: ReadonlySet<unknown> = new Set(['recovery-kit', 'recovery-shares'])
