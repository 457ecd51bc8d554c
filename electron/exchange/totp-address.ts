/**
 * One `otpauth://` address from the ways in which KeePass, KeePassXC and their plug-ins keep a TOTP.
 *
 * @returns undefined when there is none that codes can be made from.
 */
export function totpUriOf(
  fields: ReadonlyMap<string, string>,
  title: string,
  account: string,
): string | undefined {
  const otp = fields.get('otp')?.trim() ?? ''
  if (otp.startsWith('otpauth://')) return otp
  // KeeOtp: `key=…&step=30&size=6`.
  const query = new URLSearchParams(otp)
  const settings = (fields.get('TOTP Settings') ?? '').split(';')
  const secret =
    query.get('key') ??
    fields.get('TOTP Seed') ??
    fields.get('TimeOtp-Secret-Base32') ??
    (isBase32(otp) ? otp : undefined)
  if (secret === undefined || !isBase32(secret)) return undefined
  const isSteam = settings[1] === 'S'
  if (isSteam) return undefined
  return totpAddress({
    secret,
    label: account === '' ? title : `${title}:${account}`,
    period: query.get('step') ?? settings[0] ?? fields.get('TimeOtp-Period'),
    digits: query.get('size') ?? settings[1] ?? fields.get('TimeOtp-Length'),
    algorithm: fields.get('TimeOtp-Algorithm')?.replace('HMAC-', '').replace('SHA-', 'SHA'),
  })
}

/** An address of a bare base32 secret, or the text itself when it is an address already. */
export function totpAddressOf(text: string, title: string, account = ''): string | undefined {
  const trimmed = text.trim()
  if (trimmed.startsWith('otpauth://')) return trimmed
  if (!isBase32(trimmed)) return undefined
  return totpAddress({ secret: trimmed, label: account === '' ? title : `${title}:${account}` })
}

type Totp = {
  secret: string
  label: string
  period?: string | undefined
  digits?: string | undefined
  algorithm?: string | undefined
}

function totpAddress({ secret, label, period, digits, algorithm }: Totp): string {
  const parameters = new URLSearchParams({ secret: secret.replace(/[\s=-]/g, '').toUpperCase() })
  if (period && period !== '30') parameters.set('period', period)
  if (digits && digits !== '6') parameters.set('digits', digits)
  if (algorithm && algorithm !== 'SHA1') parameters.set('algorithm', algorithm)
  return `otpauth://totp/${encodeURIComponent(label === '' ? 'TOTP' : label)}?${parameters}`
}

function isBase32(text: string): boolean {
  return /^[a-z2-7\s-]{8,}=*$/i.test(text.trim())
}
