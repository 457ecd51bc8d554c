import type { VaultError, VaultErrorCode } from '../../../shared/errors.ts'
import type { ErrorWords } from '../../i18n/zh/errors.ts'
import { Problem } from '../../start/Problem.tsx'

type Props = {
  error: VaultError | undefined
  /** Said of a stop that the person asked for; without it, a stop needs no word. */
  cancelled?: string
  /** Words where the usual ones are about another kind of file. */
  words?: Readonly<Partial<Record<VaultErrorCode, ErrorWords>>>
  /** How to make the file readable after all, by error code. */
  tips?: Readonly<Record<string, string>>
}

/** Why a step did not come about. */
export function WizardProblem({ error, cancelled, words, tips }: Props) {
  if (error === undefined) return null
  if (error.code !== 'cancelled') {
    const tip = tips?.[error.code]
    return (
      <div className="wizard-problem">
        <Problem error={error} words={words?.[error.code]} />
        {tip && <p className="soft">{tip}</p>}
      </div>
    )
  }
  if (cancelled === undefined) return null
  return (
    <div className="wizard-problem">
      <p role="status" className="problem problem-due">
        {cancelled}
      </p>
    </div>
  )
}
