import { z } from 'zod'
import type { FieldFinding } from './finding.ts'

/** zxcvbn's 0 (guessed at once) to 4 (strong), with what the policy says of the value. */
export type PasswordAssessment = {
  score: 0 | 1 | 2 | 3 | 4
  /** Guesses needed, as a power of ten. */
  guessesLog10: number
  findings: FieldFinding[]
  /** Whether it may be registered with this origin. */
  isAccepted: boolean
}

export const GeneratorOptions = z.strictObject({
  length: z.int().min(8).max(20),
  /** Special characters to draw from; at least one is used. */
  specials: z.string().min(1).max(40),
  /** Leaves out 0 O 1 l I. */
  isUnambiguous: z.boolean(),
})
export type GeneratorOptions = z.infer<typeof GeneratorOptions>

export const DEFAULT_GENERATOR_OPTIONS: GeneratorOptions = {
  length: 16,
  specials: '!@#$%^&*-_=+',
  isUnambiguous: true,
}

export type GeneratedPassword = { value: string; assessment: PasswordAssessment }
