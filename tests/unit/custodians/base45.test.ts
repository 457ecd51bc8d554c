import { describe, expect, it } from 'vitest'
import { decodeBase45, encodeBase45 } from '../../../electron/custodians/base45.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('base45', () => {
  // RFC 9285, section 4.3 and 4.4.
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('writes %s as %s, and reads it again', (text, encoded) => {
    expect(encodeBase45(bytesOf(text))).toBe(encoded)
    expect(decodeBase45(encoded)).toEqual(bytesOf(text))
  })

  it.each(['GGW', 'A', 'AB8B', 'ab8', ':::', 'Z:'])('does not read %s', (text) => {
    expect(decodeBase45(text)).toBeUndefined()
  })
})
