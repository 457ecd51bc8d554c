export const REFUSAL_CODES = [
  'not-a-vault',
  'newer-format',
  'hot-journal',
  'schema-altered',
  'damaged',
  'refused-parameters',
  'bad-recovery-code',
  'does-not-open',
  'forged',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** Why the file is not opened at all; anything less is a check that fails. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
