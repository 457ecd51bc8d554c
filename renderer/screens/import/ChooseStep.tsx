import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import type { VaultError } from '../../../shared/errors.ts'
import { WizardChoose } from '../../components/wizard/WizardChoose.tsx'
import { WizardProblem } from '../../components/wizard/WizardProblem.tsx'
import { useProgress } from '../../hooks/use-progress.ts'
import { useText } from '../../i18n/text.ts'
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
    <div className="wizard-reading" role="status">
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
  const { choose } = useText().import
  const call = useApp((state) => state.call)
  const tell = useTell()

  const saveTemplate = async () => {
    try {
      const done = await call('ledger.exportTemplate')
      if (done !== undefined) tell.said(choose.templateSaved(done.fileName))
    } catch (error) {
      tell.failed(error)
    }
  }

  return (
    <WizardChoose
      words={choose}
      icon={<FileExcelOutlined aria-hidden />}
      problem={<WizardProblem error={problem} tips={choose.tips} />}
      isBusy={isReading}
      reading={<Reading onStop={onStop} />}
      onChoose={onChoose}
    >
      {choose.template}
      <button type="button" className="button-link" onClick={() => void saveTemplate()}>
        {choose.saveTemplate}
      </button>
    </WizardChoose>
  )
}
