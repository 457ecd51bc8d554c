import type { Guide, Step, Target } from '../../../shared/guides/guide.ts'

/** One way through a guide: the steps gone, in order, and where it led in the end. */
export type Walk = {
  steps: readonly Step[]
  /** Of each question that was asked, by its step. */
  answers: Answers
  /** Absent: through to the last step. */
  leadsTo?: Exclude<Target, { step: string }>
}

type Answers = Readonly<Record<string, string>>

/**
 * Every way through a guide by the answers of its questions, all outcomes taken. A target that lies before
 * its step goes around again and is left out: what follows is a walk of its own.
 */
export function walksOf(guide: Guide): Walk[] {
  const found: Walk[] = []
  const indexOf = (id: string) => guide.steps.findIndex((step) => step.id === id)

  const go = (index: number, gone: readonly Step[], answers: Answers): void => {
    const step = guide.steps[index]
    if (step === undefined) {
      found.push({ steps: gone, answers })
      return
    }
    const { onlyIf, question } = step
    if (onlyIf !== undefined && !onlyIf.answers.includes(answers[onlyIf.step] ?? '')) {
      go(index + 1, gone, answers)
      return
    }
    const steps = [...gone, step]
    if (question === undefined) {
      go(index + 1, steps, answers)
      return
    }
    for (const answer of question.answers) {
      const { to } = answer
      const given = { ...answers, [step.id]: answer.id }
      if (to === undefined) go(index + 1, steps, given)
      else if (!('step' in to)) found.push({ steps, answers: given, leadsTo: to })
      else if (indexOf(to.step) > index) go(indexOf(to.step), steps, given)
    }
  }

  go(0, [], {})
  return found
}

/** Every target of a guide, with where it stands. */
export function targetsOf(guide: Guide): { at: string; index: number; to: Target }[] {
  const ofSteps = guide.steps.flatMap((step, index) => {
    const answers = step.question?.answers.flatMap((answer) => answer.to ?? []) ?? []
    const failures = step.failures?.map((branch) => branch.to) ?? []
    return [...answers, ...failures].map((to) => ({ at: `${guide.id}/${step.id}`, index, to }))
  })
  const ofGuide = guide.failures.map(({ to }) => ({ at: guide.id, index: -1, to }))
  return [...ofSteps, ...ofGuide]
}
