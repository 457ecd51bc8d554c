import { beforeAll, describe, expect, it } from 'vitest'
import { sodiumReady } from '../../../electron/vault/sodium.ts'
import { currentFromPin, faultAfter, parseCertificate } from '../../reader/certificates.ts'
import { chainOfStory, FORGED, HONEST, type Step, VAULT_ID } from '../../support/certificates.ts'

beforeAll(() => sodiumReady)

/** The chain as the reader reads it, and what it finds wrong with the last certificate. */
function read(story: readonly Step[]) {
  const chain = chainOfStory(story).map(({ bytes }) => parseCertificate(bytes))
  const [last] = chain.slice(-1)
  if (last === undefined) throw new Error('no certificates')
  return { chain, fault: faultAfter(chain.slice(0, -1), last) }
}

describe('certificates in the independent reader', () => {
  it.each(HONEST)('follow one another with %s', (_, story) => {
    expect(read(story).fault).toBeUndefined()
  })

  it.each(FORGED)('do not with %s', (_, story) => {
    expect(read(story).fault).toBe('somebody else’s custodian id')
  })

  it.each(FORGED)('are followed from the pin on no further than %s', (_, story) => {
    const { chain } = read(story)
    const pinned = chain.at(-2)
    if (pinned === undefined) throw new Error('no certificates')
    const rows = chain.map(({ sequence, bytes }) => ({ sequence, body: bytes }))
    expect(currentFromPin(VAULT_ID, pinned, rows)).toBe(pinned)
  })
})
