import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Drawing } from '../Drawing.tsx'

type Props = {
  words: { title: string; text: string; points: readonly string[]; pick: string }
  icon: ReactNode
  problem: ReactNode
  isBusy: boolean
  /** In place of the button while a file is read, where that takes long. */
  reading?: ReactNode
  onChoose(): void
  /** What else there is to say or do. */
  children: ReactNode
}

/** Where a file is chosen: what can be imported, and what will become of it. */
export function WizardChoose(props: Props) {
  const { words, isBusy, reading } = props
  return (
    <div className="wizard-choose">
      <Drawing name="paper" />
      <h2>{words.title}</h2>
      <p className="soft">{words.text}</p>
      {props.problem}
      {isBusy && reading !== undefined ? (
        reading
      ) : (
        <Button
          type="primary"
          size="large"
          icon={props.icon}
          autoFocus
          loading={isBusy && { delay: 200 }}
          onClick={props.onChoose}
        >
          {words.pick}
        </Button>
      )}
      <ul className="wizard-points">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="faint">{props.children}</p>
    </div>
  )
}
