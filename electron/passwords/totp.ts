import { TOTP, URI } from 'otpauth'
import { VaultError } from '../../shared/errors.ts'

/** Whether the text is an `otpauth://totp/` address that codes can be made from. */
export function isTotpUri(uri: string): boolean {
  return parse(uri) !== undefined
}

/**
 * The code of this moment and how long it holds.
 *
 * @param at - Unix ms.
 * @throws VaultError `invalid-value` when the stored address makes no codes.
 */
export function totpCode(uri: string, at: number): { code: string; secondsLeft: number } {
  const totp = parse(uri)
  if (totp === undefined) {
    throw new VaultError('invalid-value', 'the address makes no codes', {
      facts: { field: 'totpUri', code: 'totp-uri' },
    })
  }
  const seconds = Math.floor(at / 1000)
  return {
    code: totp.generate({ timestamp: at }),
    secondsLeft: totp.period - (seconds % totp.period),
  }
}

function parse(uri: string): TOTP | undefined {
  try {
    const parsed = URI.parse(uri)
    return parsed instanceof TOTP ? parsed : undefined
  } catch {
    // otpauth throws TypeError and URIError with the address in the message: nothing of it goes on.
    return undefined
  }
}
