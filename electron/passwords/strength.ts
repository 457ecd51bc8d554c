import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** zxcvbn's judgement of a text. */
export type Strength = { score: 0 | 1 | 2 | 3 | 4; guessesLog10: number }

/** More is not looked at: time grows with the square of it, and no longer text is weak for being long. */
const MEASURED_LENGTH = 100

let meter: Promise<ZxcvbnFactory> | undefined

/**
 * How many guesses a text stands, by the common dictionaries and one of Chinese habits of our own.
 *
 * @param known - Words an attacker of this very filing would try, such as its name in pinyin.
 */
export async function measureStrength(text: string, known: readonly string[]): Promise<Strength> {
  // Two megabytes of dictionaries are read when the first password is typed, not when the vault opens.
  meter ??= createMeter()
  const zxcvbn = await meter
  const { score, guessesLog10 } = zxcvbn.check(text.slice(0, MEASURED_LENGTH), [...known])
  return { score, guessesLog10: Math.round(guessesLog10 * 10) / 10 }
}

async function createMeter(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, chinese] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('./chinese-words.ts'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...chinese.CHINESE_DICTIONARIES },
    graphs: common.adjacencyGraphs,
    maxLength: MEASURED_LENGTH,
  })
}
