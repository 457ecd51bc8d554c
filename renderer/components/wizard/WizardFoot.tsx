import { Button } from 'antd'

type Props = {
  back: string
  onBack(): void
  /** What the next step would do, or why it cannot. */
  said: string | undefined
  next: string
  canGo: boolean
  isBusy?: boolean
  onNext(): void
}

/** The way back and the way on. */
export function WizardFoot({ back, onBack, said, next, canGo, isBusy = false, onNext }: Props) {
  return (
    <footer className="wizard-foot">
      <Button onClick={onBack}>{back}</Button>
      <span className="soft" role="status">
        {said}
      </span>
      <Button type="primary" loading={isBusy && { delay: 200 }} disabled={!canGo} onClick={onNext}>
        {next}
      </Button>
    </footer>
  )
}
