import { useEffect, useState } from 'react'
import type { PasswordAssessment } from '../../shared/password.ts'
import { findingWords } from '../i18n/finding-words.ts'
import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'

/** Pause in typing after which the passphrase is judged, in milliseconds. */
const PAUSE_MS = 180

/** How hard `passphrase` is to guess, judged in the vault process while it is typed. */
export function StrengthMeter({ passphrase }: { passphrase: string }) {
  const { start, findings } = useStartText()
  const call = useApp((state) => state.call)
  const [assessment, setAssessment] = useState<PasswordAssessment>()

  useEffect(() => {
    if (passphrase === '') {
      setAssessment(undefined)
      return
    }
    let isStale = false
    const timer = setTimeout(() => {
      call('vault.assessPassphrase', { passphrase }).then(
        (result) => {
          if (!isStale) setAssessment(result)
        },
        () => setAssessment(undefined),
      )
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [call, passphrase])

  return <StrengthBar assessment={assessment} words={start.strength} findings={findings} />
}

type BarProps = {
  assessment: PasswordAssessment | undefined
  words: readonly string[]
  findings: Parameters<typeof findingWords>[0]
}

/** Four steps, a word, and the reasons. */
export function StrengthBar({ assessment, words, findings }: BarProps) {
  if (assessment === undefined) return null
  const { score } = assessment
  return (
    <div aria-live="polite">
      <div className="strength" data-score={score}>
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={
              score >= step || (score === 0 && step === 1)
                ? 'strength-step strength-step-on'
                : 'strength-step'
            }
          />
        ))}
        <span className="strength-word">{words[score]}</span>
      </div>
      <ul>
        {assessment.findings.map((finding) => (
          <li
            key={`${finding.code}${finding.field ?? ''}`}
            className={
              finding.severity === 'refused' ? 'start-hint start-hint-danger' : 'start-hint'
            }
          >
            {findingWords(findings, finding)}
          </li>
        ))}
      </ul>
    </div>
  )
}
