import { useState } from 'react'
import type { OwnJoinRequest } from '../../../shared/custodians.ts'
import { QrCode } from '../../components/QrCode.tsx'
import { SixWords } from '../../components/SixWords.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useJoinText } from '../../i18n/join-text.ts'
import { useApp } from '../../state/app-context.ts'
import { Problem } from '../Problem.tsx'

type Props = { request: OwnJoinRequest; onDiscarded(): void }

/** The request that was made here: its file, its QR code and its six words. */
export function RequestCard({ request, onDiscarded }: Props) {
  const text = useJoinText()
  const call = useApp((state) => state.call)
  const { problem, run } = useWork()
  const [savedAs, setSavedAs] = useState<string>()
  const [isDiscarding, setDiscarding] = useState(false)

  const save = () =>
    run(async () => {
      setSavedAs((await call('join.saveKeyFile', { id: request.id }))?.fileName)
      return true
    })
  const discard = () =>
    run(async () => {
      await call('join.discard', { id: request.id })
      onDiscarded()
      return true
    })

  return (
    <section className="start-form" aria-label={text.stepOne}>
      <h3>{text.stepOne}</h3>
      <p className="soft">{text.stepOneText}</p>
      {problem && <Problem error={problem} />}
      <SixWords label={text.words} words={request.words} />
      <div className="start-actions">
        <button type="button" className="button" onClick={() => void save()}>
          {text.save}
        </button>
        {savedAs !== undefined && <span role="status">{text.saved(savedAs)}</span>}
      </div>
      <details className="join-code">
        <summary>{text.qr}</summary>
        <QrCode label={text.qr} text={request.code} />
      </details>
      {isDiscarding ? (
        <div role="alert" className="problem problem-due">
          <p>{text.discardText}</p>
          <div className="start-actions">
            <button type="button" className="button" onClick={() => void discard()}>
              {text.discardConfirm}
            </button>
            <button type="button" className="button" onClick={() => setDiscarding(false)}>
              {text.cancel}
            </button>
          </div>
        </div>
      ) : (
        <div className="start-links">
          <button type="button" className="button-link" onClick={() => setDiscarding(true)}>
            {text.discard}
          </button>
        </div>
      )}
    </section>
  )
}
