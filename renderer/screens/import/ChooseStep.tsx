import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import type { VaultError } from '../../../shared/errors.ts'
import { Drawing } from '../../components/Drawing.tsx'
import { useProgress } from '../../hooks/use-progress.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = {
  problem: VaultError | undefined
  isReading: boolean
  onChoose(): void
  onStop(): void
}

/** How far a large file has been read, and the way out. */
function Reading({ onStop }: Pick<Props, 'onStop'>) {
  const { choose } = useText().import
  const progress = useProgress('read')
  return (
    <div className="import-reading" role="status">
      <span className="spinner" />
      {choose.reading}
      {progress !== undefined && (
        <Progress
          className="import-reading-bar"
          percent={progress.percent}
          showInfo={false}
          size="small"
          aria-label={choose.readingLabel}
        />
      )}
      <Button size="small" onClick={onStop}>
        {choose.stop}
      </Button>
    </div>
  )
}

/** Where the spreadsheet is chosen; what can be wrong with it is said here. */
export function ChooseStep({ problem, isReading, onChoose, onStop }: Props) {
  const { import: text } = useText()
  const { choose } = text
  const call = useApp((state) => state.call)
  const tell = useTell()
  const tips: Readonly<Record<string, string>> = choose.tips
  const tip = problem && tips[problem.code]

  const saveTemplate = async () => {
    try {
      const done = await call('ledger.exportTemplate')
      if (done !== undefined) tell.said(choose.templateSaved(done.fileName))
    } catch (error) {
      tell.failed(error)
    }
  }

  return (
    <div className="import-choose">
      <Drawing name="paper" />
      <h2>{choose.title}</h2>
      <p className="soft">{choose.text}</p>
      {problem && problem.code !== 'cancelled' && (
        <div className="import-problem">
          <Problem error={problem} />
          {tip && <p className="soft">{tip}</p>}
        </div>
      )}
      {isReading ? (
        <Reading onStop={onStop} />
      ) : (
        <Button
          type="primary"
          size="large"
          icon={<FileExcelOutlined aria-hidden />}
          autoFocus
          onClick={onChoose}
        >
          {choose.pick}
        </Button>
      )}
      <ul className="import-points">
        {choose.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="faint">
        {choose.template}
        <button type="button" className="button-link" onClick={() => void saveTemplate()}>
          {choose.saveTemplate}
        </button>
      </p>
    </div>
  )
}
