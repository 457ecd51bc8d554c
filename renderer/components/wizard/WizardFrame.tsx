import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { WizardWriting } from './WizardWriting.tsx'
import './wizard.css'

type Props = {
  title: string
  steps: readonly string[]
  wizard: { step: string; isCancelling: boolean; stop(): void }
  onClose(): void
  /** The way back and on, below what scrolls. */
  foot?: ReactNode
  children: ReactNode
}

/** Where the common steps stand in the row of steps; the one of a wizard's own is the second. */
const PLACES: Readonly<Record<string, number>> = { choose: 0, check: 2, write: 3, done: 3 }

/** The window of an import: its steps above, the step that is taken, the way on below. */
export function WizardFrame({ title, steps, wizard, onClose, foot, children }: Props) {
  const isWriting = wizard.step === 'write'
  return (
    <Modal
      open
      title={<WizardTitle title={title} steps={steps} place={PLACES[wizard.step] ?? 1} />}
      className="wizard"
      width="min(1180px, calc(100vw - 48px))"
      footer={null}
      keyboard={false}
      closable={!isWriting}
      mask={{ closable: false }}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="wizard-frame">
        <div className="wizard-body">
          {children}
          {isWriting && <WizardWriting isCancelling={wizard.isCancelling} onCancel={wizard.stop} />}
        </div>
        {foot}
      </div>
    </Modal>
  )
}

type TitleProps = { title: string; steps: readonly string[]; place: number }

function WizardTitle({ title, steps, place }: TitleProps) {
  return (
    <div className="wizard-title">
      <span>{title}</span>
      <ol className="wizard-steps">
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < place ? 'wizard-step-past' : undefined}
            aria-current={index === place ? 'step' : undefined}
          >
            <span className="wizard-step-number">{index < place ? '✓' : index + 1}</span>
            {step}
          </li>
        ))}
      </ol>
    </div>
  )
}
