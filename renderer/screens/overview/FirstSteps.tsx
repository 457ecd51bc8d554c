import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from '../../components/Drawing.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

/** What 总览 shows while the vault is empty: three steps to a ledger at work. */
export function FirstSteps() {
  const { overview } = useText()
  const text = overview.start
  const showForm = useApp((state) => state.showForm)
  const hasKit = useApp((state) => state.status?.session?.hasRecoveryKit ?? false)
  const canWrite = useCanWrite()
  return (
    <section className="first-steps" aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className="soft">{text.text}</p>
      <ol>
        <Step number={1} drawing="paper" title={text.importTitle} text={text.importText}>
          <Button type="primary" disabled={!canWrite} onClick={() => showForm({ form: 'import' })}>
            {text.importAct}
          </Button>
        </Step>
        <Step number={2} drawing="ledger" title={text.createTitle} text={text.createText}>
          <Button disabled={!canWrite} onClick={() => showForm({ form: 'filing' })}>
            {text.createAct}
          </Button>
        </Step>
        <Step number={3} drawing="key" title={text.kitTitle} text={text.kitText}>
          {hasKit ? (
            <span className="step-done">✓ {text.kitDone}</span>
          ) : (
            <Button disabled={!canWrite} onClick={() => showForm({ form: 'kit' })}>
              {text.kitAct}
            </Button>
          )}
        </Step>
      </ol>
    </section>
  )
}

type StepProps = {
  number: number
  drawing: DrawingName
  title: string
  text: string
  children: ReactNode
}

function Step({ number, drawing, title, text, children }: StepProps) {
  const { overview } = useText()
  return (
    <li className="first-step">
      <Drawing name={drawing} />
      <span className="faint">{overview.start.step(number)}</span>
      <h3>{title}</h3>
      <p className="soft">{text}</p>
      <div className="first-step-act">{children}</div>
    </li>
  )
}
