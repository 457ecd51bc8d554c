import { useMemo, useState } from 'react'
import type {
  ImportMapping,
  ImportPreview,
  ImportResult,
  ImportSource,
} from '../../../shared/import.ts'
import { useWizard } from '../../components/wizard/use-wizard.ts'
import { WizardFoot } from '../../components/wizard/WizardFoot.tsx'
import { WizardFrame } from '../../components/wizard/WizardFrame.tsx'
import { WizardProblem } from '../../components/wizard/WizardProblem.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { ChooseStep } from './ChooseStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { actionOf, countActions, type Decisions, namesFilings, planOf } from './import-plan.ts'
import { MappingStep } from './MappingStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import './import.css'

const NO_DECISIONS: Decisions = {
  duplicates: 'skip',
  choices: {},
  leftOut: new Set(),
  mended: new Set(),
}

/** 导入台账: choose the spreadsheet, match its columns, check every row, write all or nothing. */
export function ImportWizard({ onClose }: { onClose(): void }) {
  const { import: text } = useText()
  const call = useApp((state) => state.call)
  const wizard = useWizard<'map', ImportResult>({
    forgetCall: 'import.cancel',
    stopCall: 'import.cancel',
    unsavedSteps: ['map', 'check'],
  })
  const { step, setStep, isBusy, problem, ask, result } = wizard
  const [source, setSource] = useState<ImportSource>()
  const [preview, setPreview] = useState<ImportPreview>()
  const [decisions, setDecisions] = useState<Decisions>(NO_DECISIONS)

  const planned = useMemo(
    () => (preview?.rows ?? []).map((row) => ({ row, action: actionOf(row, decisions) })),
    [preview, decisions],
  )
  const counts = useMemo(() => countActions(planned), [planned])
  const takenCount = counts.create + counts.update

  const choose = () =>
    ask(async () => {
      const chosen = await call('import.choose')
      if (chosen === undefined) return
      setSource(chosen)
      setPreview(undefined)
      setDecisions(NO_DECISIONS)
      setStep('map')
    })
  const look = (mapping: ImportMapping) => call('import.preview', { mapping })
  const changeSheet = (sheet: number, headerRow: number) =>
    ask(async () => {
      if (source === undefined) return
      // Without columns the vault process suggests them anew.
      const { headers, sample, mapping } = await look({ sheet, headerRow, columns: [] })
      setSource({ ...source, headers, sample, mapping })
    })
  const check = () =>
    ask(async () => {
      if (source === undefined) return
      setPreview(await look(source.mapping))
      setDecisions(NO_DECISIONS)
      setStep('check')
    })
  const commit = async () => {
    if (preview === undefined) return
    await wizard.write(() => call('import.commit', { plan: planOf(preview.mapping, decisions) }))
  }

  return (
    <WizardFrame
      title={text.title}
      steps={text.steps}
      wizard={wizard}
      onClose={onClose}
      foot={
        <>
          {step === 'map' && source && (
            <WizardFoot
              back={text.back}
              onBack={() => setStep('choose')}
              said={isBusy ? text.check.working : undefined}
              next={text.next}
              canGo={namesFilings(source.mapping)}
              isBusy={isBusy}
              onNext={check}
            />
          )}
          {step === 'check' && (
            <WizardFoot
              back={text.back}
              onBack={() => setStep('map')}
              said={
                takenCount === 0
                  ? text.check.nothing
                  : text.check.summary(counts.create, counts.update, counts.skip)
              }
              next={text.check.commit(takenCount)}
              canGo={takenCount > 0}
              onNext={() => void commit()}
            />
          )}
        </>
      }
    >
      {step === 'choose' ? (
        <ChooseStep problem={problem} isReading={isBusy} onChoose={choose} onStop={wizard.stop} />
      ) : (
        <WizardProblem error={problem} cancelled={text.check.cancelled} />
      )}
      {step === 'map' && source && (
        <MappingStep
          source={source}
          isBusy={isBusy}
          onColumns={(columns) => setSource({ ...source, mapping: { ...source.mapping, columns } })}
          onSheet={changeSheet}
        />
      )}
      {step === 'check' && preview && (
        <PreviewStep
          preview={preview}
          planned={planned}
          decisions={decisions}
          onDecide={setDecisions}
        />
      )}
      {step === 'done' && result && (
        <DoneStep
          result={result}
          onClose={onClose}
          onAgain={() => {
            setSource(undefined)
            wizard.restart()
          }}
        />
      )}
    </WizardFrame>
  )
}
