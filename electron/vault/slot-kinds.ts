/** The kinds of slots, as stored and as the certificates name them: docs/format.md, section 4. */
export const SLOT_KINDS = {
  passphrase: 1,
  recoveryKit: 2,
  osKeychain: 3,
  nextCustodian: 4,
  auditorPassphrase: 5,
  nextAuditor: 6,
  archivePassphrase: 7,
} as const

/**
 * What a way in opens. `ledger`: the ledger root only. No secret can be opened and no record written, but
 * what is done there stands in the trail.
 */
export type SlotScope = 'all' | 'ledger'

/** A slot's kind as a person thinks of it: an auditor's passphrase is a passphrase too. */
export type SlotKind = 'passphrase' | 'recovery-kit' | 'os-keychain' | 'next-custodian'

const KINDS: Readonly<Record<number, { kind: SlotKind; scope: SlotScope }>> = {
  [SLOT_KINDS.passphrase]: { kind: 'passphrase', scope: 'all' },
  [SLOT_KINDS.recoveryKit]: { kind: 'recovery-kit', scope: 'all' },
  [SLOT_KINDS.osKeychain]: { kind: 'os-keychain', scope: 'ledger' },
  [SLOT_KINDS.nextCustodian]: { kind: 'next-custodian', scope: 'all' },
  [SLOT_KINDS.auditorPassphrase]: { kind: 'passphrase', scope: 'ledger' },
  [SLOT_KINDS.nextAuditor]: { kind: 'next-custodian', scope: 'ledger' },
  // Opens an archive whole, but signs no certificate: who is given one must not decide about the vault.
  [SLOT_KINDS.archivePassphrase]: { kind: 'passphrase', scope: 'all' },
}

/** Undefined for a kind that this format does not have. */
export function describeKind(kind: number): { kind: SlotKind; scope: SlotScope } | undefined {
  return KINDS[kind]
}

/** A kind that this format does not have opens nothing but the ledger. */
export function scopeOf(kind: number): SlotScope {
  return KINDS[kind]?.scope ?? 'ledger'
}

export function isPassphraseKind(kind: number): boolean {
  return KINDS[kind]?.kind === 'passphrase'
}

export function isJoinKind(kind: number): boolean {
  return kind === SLOT_KINDS.nextCustodian || kind === SLOT_KINDS.nextAuditor
}

/** The one way into a sealed archive: who has it reads, and stands for nobody in the vault. */
export function isArchiveKind(kind: number): boolean {
  return kind === SLOT_KINDS.archivePassphrase
}
