import { describe, expect, it } from 'vitest'
import { assessPassword } from '../../../electron/passwords/assess.ts'
import { NO_FACTS } from '../../../electron/passwords/filing-facts.ts'
import { assessPassphrase } from '../../../electron/passwords/passphrase.ts'

describe('strength', () => {
  it.each([
    'woaini1314',
    '888888',
    'a123456',
    '5201314',
    'P@ssw0rd1',
    'beian2026',
    'Huawei@123',
    'zhangwei123',
    'Wang1234!',
  ])('calls %s easy to guess', async (value) => {
    const { score } = await assessPassword(value, 'chosen', NO_FACTS)
    expect(score).toBeLessThan(2)
  })

  it('calls a generated one strong', async () => {
    expect(await assessPassword('Vt9!rkM4xC#w2Jp8', 'generated', NO_FACTS)).toMatchObject({
      score: 4,
      findings: [],
      isAccepted: true,
    })
  })

  it('counts the words of the filing as known to the attacker', async () => {
    const value = 'Yunshuwang#7k'
    const alone = await assessPassword(value, 'imported', NO_FACTS)
    const known = await assessPassword(value, 'imported', {
      ...NO_FACTS,
      companyNames: ['yunshuwang'],
    })
    expect(known.guessesLog10).toBeLessThan(alone.guessesLog10)
  })

  it('warns of a chosen one that keeps the rules and is weak all the same', async () => {
    const { findings, isAccepted } = await assessPassword('P@ssw0rd1', 'chosen', NO_FACTS)
    expect(findings.map((finding) => finding.code)).toEqual(['password-guessable'])
    expect(isAccepted).toBe(true)
  })
})

describe('a main passphrase', () => {
  it.each([
    'correct horse battery staple',
    '我家门口第三棵槐树',
    '正确的主口令 correct horse',
    'Vt9!rkM4xC#w2Jp8',
    '演示保险库 仅含虚构备案',
  ])('%s is accepted', async (passphrase) => {
    expect(await assessPassphrase(passphrase)).toMatchObject({ isAccepted: true, findings: [] })
  })

  it.each([
    ['short', ['passphrase-short', 'passphrase-guessable']],
    ['Qm7#tzL9v', ['passphrase-short']],
    ['woaini1314520', ['passphrase-guessable']],
    ['1234567890123', ['passphrase-guessable']],
    ['我爱你', ['passphrase-short', 'passphrase-guessable']],
    ['我爱你我爱你我爱你', ['passphrase-guessable']],
    ['aaaaaaaaaaaaaaaaaaaa', ['passphrase-guessable']],
    ['beian2026beian2026', ['passphrase-guessable']],
    ['', ['passphrase-short', 'passphrase-guessable']],
  ])('%s is refused', async (passphrase, codes) => {
    const { findings, isAccepted } = await assessPassphrase(passphrase)
    expect(findings.map((finding) => finding.code)).toEqual(codes)
    expect(isAccepted).toBe(false)
  })

  it('of a thousand characters is judged at once', async () => {
    expect((await assessPassphrase('槐树门口'.repeat(250))).isAccepted).toBeDefined()
  })
})
