import { describe, expect, it } from 'vitest'
import { type FilingFacts, NO_FACTS } from '../../../electron/passwords/filing-facts.ts'
import { policyFindings } from '../../../electron/passwords/policy.ts'
import type { CredentialOrigin } from '../../../shared/records/credential.ts'

const facts: FilingFacts = {
  birthdays: ['1993-11-20'],
  mobiles: ['15400001002'],
  idNumbers: ['11010019931120000x'],
  creditCodes: ['91110108ma00xy00xd'],
  filingDigits: ['19001358', '11010802030001'],
  domainLabels: ['xinghe'],
  companyNames: ['xingheyun', 'xhykj'],
  usedBefore: ['Hd4$pwX8bN@e'],
}

function refusals(value: string, origin: CredentialOrigin = 'chosen', known = facts): string[] {
  return policyFindings(value, origin, known)
    .filter((finding) => finding.severity === 'refused')
    .map((finding) => finding.code)
}

function warnings(value: string, origin: CredentialOrigin): string[] {
  return policyFindings(value, origin, facts)
    .filter((finding) => finding.severity === 'warning')
    .map((finding) => finding.code)
}

describe('a chosen password', () => {
  it.each(['Qm7#tzL9', 'Qm7#tzL9vR!kWp2&xYs5', 'a!B2'.repeat(2)])('%s is accepted', (value) => {
    expect(refusals(value)).toEqual([])
  })

  it.each([
    ['Qm7#tzL', 'password-length'],
    ['Qm7#tzL9vR!kWp2&xYs5T', 'password-length'],
    ['qm7#tzl9', 'password-classes'],
    ['QM7#TZL9', 'password-classes'],
    ['Qmv#tzLk', 'password-classes'],
    ['Qm7vtzL9', 'password-classes'],
    ['Qm7# tzL9', 'password-inner-space'],
    ['Qm7#tzL9 ', 'password-edge-space'],
    [' Qm7#tzL9', 'password-edge-space'],
    ['Qm7#tzL9Ａ', 'password-full-width'],
    ['Qm7#tzL9。', 'password-not-ascii'],
    ['Qm7#tzL9密', 'password-not-ascii'],
    ['Qm7#19931120', 'password-birthday'],
    ['Qm7#931120zL', 'password-birthday'],
    ['Qm7#11201993', 'password-birthday'],
    ['Qm7#15400001002', 'password-mobile'],
    ['Qm#zL001002', 'password-mobile'],
    ['Qm#z20000X', 'password-id-digits'],
    ['Qm#zMA00XY', 'password-credit-code'],
    ['Qm#z19001358', 'password-filing-number'],
    ['Qm7#Xinghe', 'password-domain'],
    ['Qm7#XHYkj', 'password-company-name'],
    ['Hd4$pwX8bN@e', 'password-used-before'],
    ['Qm#z1234', 'password-sequence'],
    ['Qm7#dcba', 'password-sequence'],
    ['Qm7#Qwer', 'password-sequence'],
    ['Qm7#aAAa', 'password-repeat'],
    ['', 'password-empty'],
    ['x'.repeat(65), 'password-too-long'],
  ])('%s is refused as %s', (value, code) => {
    expect(refusals(value)).toContain(code)
  })

  it('may hold three in a row, and what is common to other filings', () => {
    expect(refusals('Qm7#abc123Z')).toEqual([])
    expect(refusals('Qm7#Xinghe', 'chosen', NO_FACTS)).toEqual([])
  })

  it('is told everything that is wrong with it at once', () => {
    expect(refusals('xinghe1234')).toEqual([
      'password-classes',
      'password-sequence',
      'password-domain',
    ])
  })
})

describe('a password that came from elsewhere', () => {
  it.each(['issued', 'temporary'] as const)(
    '%s is taken as it is and must be changed',
    (origin) => {
      for (const value of ['123456', 'nw5', ' ', '密码１２３', 'x'.repeat(64)]) {
        expect(refusals(value, origin)).toEqual([])
        expect(warnings(value, origin)).toContain('password-must-change')
      }
    },
  )

  it('is told of full-width characters and blanks, which are often slips', () => {
    expect(warnings('nw58２913 ', 'issued')).toEqual([
      'password-full-width',
      'password-edge-space',
      'password-must-change',
    ])
    expect(warnings('nw582913', 'imported')).toEqual([])
  })

  it('is refused beyond sixty-four characters', () => {
    expect(refusals('x'.repeat(65), 'issued')).toEqual(['password-too-long'])
  })
})
