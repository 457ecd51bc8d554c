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
  if (SECRET.test(action)) return 'secret'
  if (CUSTODY.test(action)) return 'custody'
  if (/^audit\.|^report\./.test(action)) return 'audit'
  if (FILES.test(action)) return 'file'
  if (/^vault\.|^due-list\./.test(action)) return 'vault'
  return 'record'
}

/** How much an entry stands out: a danger, what leaves the vault, or neither. */
export type AuditTone = 'danger' | 'leaving' | 'plain'

/** @param by - How the vault was opened, as the entry's facts say. */
export function auditToneOf(action: string, by?: unknown): AuditTone {
  if (DANGERS.has(action)) return 'danger'
  if (action === 'vault.unlocked' && KIT_WAYS.has(by)) return 'danger'
  return LEAVING.test(action) ? 'leaving' : 'plain'
}

/** Somebody saw a secret, or took it along. */
const SECRET =
  /^credential\.(reveal|copy|export)|^contact\.(reveal|id-)|^case\.copy|^document\.view/
const CUSTODY =
  /^(slot|kit|custodian|custodians|handover|company-rule|approval|drill)\.|^vault\.rekeyed/
const FILES =
  /^(ledger|demo|backup|exchange)\.|^vault\.(restored|merged|archived)|^document\.export|^letter\.(save|print)|^case\.print/
/** On paper or in a file. */
const LEAVING = /\.(export|export-[a-z-]+|print|printed|save-(pdf|docx|xlsx))$/

const DANGERS: ReadonlySet<string> = new Set([
  'vault.unlock-failed',
  'vault.rollback-accepted',
  'vault.restored',
  'audit.kept-entries-lost',
])
const KIT_WAYS: ReadonlySet<unknown> = new Set(['recovery-kit', 'recovery-shares'])
