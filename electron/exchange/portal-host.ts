/** The host of an address, without `www.`; undefined for what is none, such as the address of an Android app. */
export function hostOf(address: string): string | undefined {
  const text = address.trim()
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (!/^https?:/i.test(url) || !text.includes('.')) return undefined
  try {
    const host = new URL(url).hostname.toLowerCase().replace(/^www\./, '')
    return host.includes('.') ? host : undefined
  } catch {
    return undefined
  }
}

/** The host itself and the domains it lies in, nearest first: `a.b.example.com`, `b.example.com`, `example.com`. */
export function domainsAround(host: string): string[] {
  const labels = host.split('.')
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}
