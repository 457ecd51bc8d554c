/**
 * Every failure a person can be told about. The words for each code are in the
 * renderer's dictionaries: what happened, what was kept, what to do next.
 */
export const VAULT_ERROR_CODES = [
  // opening
  'wrong-passphrase',
  'wrong-recovery-kit',
  'passphrase-too-weak',
  'not-a-vault',
  'vault-damaged',
  'newer-format',
  'schema-altered',
  'opened-elsewhere',
  'kdf-parameters-refused',
  'forged-vault',
  'vault-locked',
  'no-vault-chosen',
  'vault-exists',
  // writing
  'read-only',
  'evidence-mode',
  'disk-full',
  'folder-not-writable',
  'file-not-found',
  'io-failed',
  'replaced-while-open',
  // ledger
  'record-not-found',
  'record-changed-meanwhile',
  'record-in-use',
  'invalid-value',
  'password-refused',
  'nothing-to-undo',
  'kit-mismatch',
  // ways into the vault
  'ledger-only',
  'slots-full',
  'join-expired',
  'join-not-found',
  'join-unconfirmed',
  'keychain-expired',
  'wrong-keychain-key',
  'keychain-missing',
  // import
  'file-too-large',
  'file-too-complex',
  'file-unreadable',
  'file-encrypted',
  'file-old-format',
  'file-has-no-rows',
  'import-not-open',
  'import-papers-too-large',
  'foreign-key-wrong',
  'cancelled',
  // files of papers
  'file-over-limit',
  'file-type-refused',
  'file-empty',
  'files-too-many',
  'file-not-shown',
  // backups
  'backup-folder-missing',
  'no-backup-open',
  'no-newer-backup',
  'backup-replaced',
  // merging another copy
  'copy-has-newer-keys',
  'copy-went-apart',
  'merge-undecided',
  // handovers
  'handover-open',
  'handover-not-done',
  'handover-own-way',
  'sheet-not-drawn-up',
  'sheet-unreadable',
  // custodians
  'second-person-needed',
  'rule-needs-two',
  'join-request-unreadable',
  'join-request-not-here',
  'passphrase-first',
  // the app itself
  'vault-process-ended',
  'refused',
  'internal',
] as const

export type VaultErrorCode = (typeof VAULT_ERROR_CODES)[number]

export function isVaultErrorCode(code: string): code is VaultErrorCode {
  return (VAULT_ERROR_CODES as readonly string[]).includes(code)
}

/** Facts that fill the gaps of an error's message, such as a field's name or a lock holder. Never a secret. */
export type VaultErrorFacts = Readonly<Record<string, string | number>>

/** An expected failure. Anything else that is thrown is a bug and becomes `internal`. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly code: VaultErrorCode
  readonly facts: VaultErrorFacts

  constructor(
    code: VaultErrorCode,
    message: string,
    options?: ErrorOptions & { facts?: VaultErrorFacts },
  ) {
    super(message, options)
    this.code = code
    this.facts = options?.facts ?? {}
  }
}
