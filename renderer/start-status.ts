import type { VaultStatus } from '../shared/views.ts'

/** What main wrote into the page, so that the start screen is there before the vault process is. Absent while developing and in the demo. */
export function readStartStatus(): VaultStatus | undefined {
  const content = document.querySelector('meta[name=start-status]')?.getAttribute('content') ?? ''
  // `as`: the page comes from main, which made it from the same type.
  return content.startsWith('{') ? (JSON.parse(content) as VaultStatus) : undefined
}
