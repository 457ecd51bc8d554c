/** Words for each audit action, by its code. */
export type AuditActionText = Readonly<Record<string, string>>

/** What was done, in words. An action without words is shown as it is, so that nothing is hidden. */
export function auditActionWords(text: AuditActionText, action: string): string {
  return text[action] ?? action
}
