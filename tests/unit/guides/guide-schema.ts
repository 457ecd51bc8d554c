import { z } from 'zod'
import { provinceOfIcp } from '../../../shared/field/province.ts'
import {
  FACTS,
  GUIDE_IDS,
  GUIDE_KINDS,
  PORTAL_VALUES,
  SEAL_NEEDS,
  STEP_DETAILS,
} from '../../../shared/guides/guide.ts'
import { TRIAGE_ANSWERS } from '../../../shared/guides/triage-rule.ts'
import { DOCUMENT_KINDS } from '../../../shared/records/document.ts'
import { LETTER_KINDS } from '../../../shared/records/letter.ts'
import { OUTCOME_KINDS } from '../../../shared/records/recovery-case.ts'

const CHINESE = '[\\u4e00-\\u9fff“”《》（）、。，；：？！]'
const HALF_WIDTH = '[,;:!?()"]'
/** A half-width mark beside Chinese, and a straight quotation mark anywhere. */
const WRONG_MARK = new RegExp(`${CHINESE} *${HALF_WIDTH}|${HALF_WIDTH} *${CHINESE}|"`, 'u')

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const tidy = z.string().min(1).trim()

/** Both languages, tidy; Chinese with its own punctuation. */
export const WordsSchema = z.strictObject({
  zh: tidy
    .refine((zh) => /[\u4e00-\u9fff]/u.test(zh), 'Chinese words are missing')
    .refine((zh) => !WRONG_MARK.test(zh), 'half-width punctuation in Chinese'),
  en: tidy
    .refine((en) => /[A-Za-z]/.test(en), 'English words are missing')
    .refine((en) => !/[，；：？！（）。]/u.test(en), 'full-width punctuation in English'),
})

const Sentence = WordsSchema.refine(({ zh }) => /[。？]$/u.test(zh), 'ends without a full stop')

const SourceSchema = z.strictObject({
  name: tidy,
  confidence: z.enum(['seed', 'official', 'weak', 'unverified']),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}(–\d{4})?$/)
    .optional(),
})
/** What a person is told to do must have been said by somebody. */
const Confirmed = SourceSchema.refine(
  ({ confidence }) => confidence !== 'unverified',
  'an unverified statement stands outside the notes',
)
const sources = z.array(Confirmed).min(1)

const Target = z.union([
  z.strictObject({ guide: z.enum(GUIDE_IDS) }),
  z.strictObject({ step: key }),
  z.strictObject({ end: z.enum(['not-possible', 'not-needed', 'solved']) }),
])

const BranchSchema = z.strictObject({ when: WordsSchema, to: Target, sources: sources.optional() })

const count = z.int().min(1).max(365)
const duration = {
  unit: z.enum(['hours', 'working-days', 'calendar-days']),
  from: count,
  to: count,
}

const StepSchema = z.strictObject({
  id: key,
  isPreFlight: z.boolean().optional(),
  title: WordsSchema,
  text: Sentence,
  caution: Sentence.optional(),
  link: z.enum(['miit-filing', 'police-filing']).optional(),
  values: z.array(z.enum(PORTAL_VALUES)).min(1).optional(),
  question: z
    .strictObject({
      text: WordsSchema.refine(({ zh }) => zh.endsWith('？'), 'a question without its mark'),
      answers: z
        .array(z.strictObject({ id: key, text: WordsSchema, to: Target.optional() }))
        .min(2),
    })
    .optional(),
  letter: z.enum(LETTER_KINDS).optional(),
  startsClocks: z.array(key).min(1).optional(),
  stopsClocks: z.array(key).min(1).optional(),
  asks: z.array(z.enum(STEP_DETAILS)).min(1).optional(),
  isOutcome: z.boolean().optional(),
  isRegistration: z.boolean().optional(),
  isOptional: z.boolean().optional(),
  onlyIf: z.strictObject({ step: key, answers: z.array(key).min(1) }).optional(),
  onlyIfOutcome: z.array(z.enum(OUTCOME_KINDS)).min(1).optional(),
  findings: z
    .array(
      z.strictObject({
        id: key,
        text: WordsSchema,
        tone: z.enum(['danger', 'due']),
        task: WordsSchema,
        within: z.strictObject({
          unit: z.enum(['working-days', 'calendar-days']),
          count: z.int().min(0).max(90),
        }),
        guide: z.enum(GUIDE_IDS).optional(),
        sources,
      }),
    )
    .min(1)
    .optional(),
  failures: z.array(BranchSchema).optional(),
  sources,
})

const MaterialSchema = z.strictObject({
  id: key,
  title: WordsSchema,
  documents: z.array(z.enum(DOCUMENT_KINDS)).min(1),
  isBothSides: z.boolean().optional(),
  letter: z.enum(LETTER_KINDS).optional(),
  seal: z.enum(SEAL_NEEDS),
  form: z.enum(['numbers-only', 'to-hand', 'copy', 'original']),
  when: WordsSchema.optional(),
  isRequired: z.boolean(),
  remark: WordsSchema.optional(),
  sources,
})

const ClockSchema = z.strictObject({
  ...duration,
  id: key,
  title: WordsSchema,
  onOverdue: Sentence,
  party: z.enum(['us', 'them']),
  isOverridable: z.boolean(),
  sources,
})

const Prefix = z.string().refine((prefix) => provinceOfIcp(prefix) !== undefined, 'no province')

/** A note may say what nobody confirmed: its source then says so. */
export const NoteSchema = z.strictObject({
  id: key,
  text: Sentence,
  provinces: z.array(Prefix).min(1).optional(),
  sources: z.array(SourceSchema).min(1),
  tone: z.enum(['note', 'warning']),
})

/** A guide as it must be written. What one guide says of another is in `guides.test.ts`. */
export const GuideSchema = z.strictObject({
  id: z.enum(GUIDE_IDS),
  code: z.string().regex(/^[A-Z]\d?$/),
  kind: z.enum(GUIDE_KINDS),
  title: WordsSchema,
  summary: Sentence,
  isRetiredByMessages: z.boolean(),
  preconditions: z.array(
    z.strictObject({ id: key, text: WordsSchema, fact: z.enum(FACTS).optional() }),
  ),
  steps: z.array(StepSchema).min(1),
  materials: z.array(MaterialSchema),
  clocks: z.array(ClockSchema),
  duration: z.strictObject(duration).optional(),
  outcomes: z.array(z.enum(OUTCOME_KINDS)),
  failures: z.array(BranchSchema),
  notes: z.array(NoteSchema),
})

const condition = {
  fact: z.enum(FACTS),
  is: z.array(z.enum(TRIAGE_ANSWERS)).min(1),
  why: Sentence,
}

export const RankingRuleSchema = z.strictObject({
  guide: z.enum(GUIDE_IDS),
  order: z.int().positive(),
  triggeredOrder: z.int().positive().optional(),
  why: Sentence,
  triggers: z.array(z.strictObject(condition)),
  requires: z.array(z.strictObject({ ...condition, missing: Sentence })),
  prefers: z.array(z.strictObject(condition)),
  excludedBy: z.array(z.strictObject(condition)),
})

export const TriageQuestionSchema = z.strictObject({
  id: z.enum(FACTS),
  text: WordsSchema,
  answers: z.strictObject({ yes: WordsSchema, no: WordsSchema, unknown: WordsSchema }),
  why: Sentence,
})
