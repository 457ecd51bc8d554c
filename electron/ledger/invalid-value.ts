import { VaultError } from '../../shared/errors.ts'

/** A value that cannot be taken; `code` is a finding's, its words are in the dictionaries. */
export function invalidValue(field: string, code: string): VaultError {
  return new VaultError('invalid-value', `${field}: ${code}`, { facts: { field, code } })
}
