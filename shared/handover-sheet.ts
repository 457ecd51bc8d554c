import type { HandoverParty } from './records/handover.ts'

/** What a 交接单 says, part by part; never a secret. Its canonical JSON is what is signed. */
export type SheetContent = {
  type: 'beian-handover-sheet'
  version: 1
  vaultId: string
  number: string
  /** Unix ms. */
  drawnUpAt: number
  manner: 'planned' | 'sudden'
  reason: string
  leavesOn: string
  leaver: HandoverParty
  successor: HandoverParty
  witness?: HandoverParty
  /** A. */
  filings: {
    entity: string
    subjectNumber: string
    service: string
    number: string
    domains: string[]
    provider: string
    bureau: string
    status: string
    checkedOn: string
  }[]
  /** B. */
  credentials: {
    name: string
    subject: string
    platform: string
    account: string
    isDelivered: boolean
    isChanged: boolean
  }[]
  /** C. */
  channels: { kind: string; value: string; holder: string; owner: string; isMoved: boolean }[]
  /** D. */
  documents: { title: string; form: string; count: string; place: string }[]
  /** E. */
  matters: { title: string; dueOn: string; note: string }[]
  /** F. */
  responsibles: { subject: string; role: string; from: string; to: string; isChanged: boolean }[]
  /** G. */
  authorizations: { title: string; person: string; validUntilOn: string; isRevoked: boolean }[]
  declarations: string[]
  /** State of the vault and of its audit trail when the sheet was drawn up. */
  proof: { revision: number; auditEntries: number; auditHash: string }
}

/** The one way to write a value as JSON: keys sorted, no space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`)
  return `{${parts.join(',')}}`
}
