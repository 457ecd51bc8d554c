import { describe, expect, it } from 'vitest'
import { verifyTrail } from '../../../electron/proof/verify-audit.mjs'
import { toHex } from '../../../electron/vault/bytes.ts'
import { sodiumReady } from '../../../electron/vault/sodium.ts'
import { chainOfStory, FORGED, HONEST, type Step, VAULT_ID } from '../../support/certificates.ts'

await sodiumReady

/** Which certificates the program refuses in an export that starts with these. */
function refused(story: readonly Step[]): unknown[] {
  const header = {
    type: 'header',
    format: 'beian-audit-trail',
    version: 1,
    vaultId: toHex(VAULT_ID),
    chainKey: '00'.repeat(32),
    certificates: chainOfStory(story).map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  }
  const { problems } = verifyTrail(Buffer.from(`${JSON.stringify(header)}\n`))
  return problems.flatMap(({ code, facts }) => (code === 'certificate' ? [facts?.['number']] : []))
}

describe('the program that checks an export', () => {
  it.each(HONEST)('takes certificates with %s', (_, story) => {
    expect(refused(story)).toEqual([])
  })

  it.each(FORGED)('refuses certificates with %s', (_, story) => {
    expect(refused(story)).toEqual([chainOfStory(story).length])
  })
})
