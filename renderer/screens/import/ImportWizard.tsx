import { Button, Modal } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import type {
  ImportMapping,
  ImportPreview,
  ImportResult,
  ImportSource,
} from '../../../shared/import.ts'
import { useUnsaved } from '../../hooks/use-unsaved.ts'
import { useText } from '../../i18n/text.ts'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { ChooseStep } from './ChooseStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { actionOf, countActions, type Decisions, namesFilings, planOf } from './import-plan.ts'
import { MappingStep } from './MappingStep.tsx'
import { PreviewStep } from './PreviewStep.tsx'
import { WizardTitle } from './WizardTitle.tsx'
import { WritingStep } from './WritingStep.tsx'
import './import.css'

type Step = 'choose' | 'map' | 'check' | 'write' | 'done'
const STEP_PLACES: Readonly<Record<Step, number>> = {
  choose: 0,
  map: 1,
  check: 2,
  write: 3,
  done: 3,
}

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
  const [step, setStep] = useState<Step>('choose')
  const [isBusy, setBusy] = useState(false)
  const [isCancelling, setCancelling] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const [source, setSource] = useState<ImportSource>()
  const [preview, setPreview] = useState<ImportPreview>()
  const [decisions, setDecisions] = useState<Decisions>(NO_DECISIONS)
  const [result, setResult] = useState<ImportResult>()

  useUnsaved(step === 'map' || step === 'check')

  // The spreadsheet in the vault process holds passwords: it goes with the wizard, whatever the way out.
  useEffect(
    () => () => {
      call('import.cancel').catch(() => {})
    },
    [call],
  )

  const planned = useMemo(
    () => (preview?.rows ?? []).map((row) => ({ row, action: actionOf(row, decisions) })),
    [preview, decisions],
  )
  const counts = useMemo(() => countActions(planned), [planned])
  const takenCount = counts.create + counts.update

  /** Runs one ask at a time; what fails is told in the step. */
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  const choose = () =>
    run(async () => {
      const chosen = await call('import.choose')
      if (chosen === undefined) return
      setSource(chosen)
      setPreview(undefined)
      setDecisions(NO_DECISIONS)
      setStep('map')
    })
  const look = (mapping: ImportMapping) => call('import.preview', { mapping })
  const changeSheet = (sheet: number, headerRow: number) =>
    run(async () => {
      if (source === undefined) return
      // Without columns the vault process suggests them anew.
      const { headers, sample, mapping } = await look({ sheet, headerRow, columns: [] })
      setSource({ ...source, headers, sample, mapping })
    })
  const check = () =>
    run(async () => {
      if (source === undefined) return
      setPreview(await look(source.mapping))
      setDecisions(NO_DECISIONS)
      setStep('check')
    })
  const commit = async () => {
    if (preview === undefined) return
    setStep('write')
    setProblem(undefined)
    try {
      setResult(await call('import.commit', { plan: planOf(preview.mapping, decisions) }))
      setStep('done')
    } catch (error) {
      setProblem(problemOf(error))
      setStep('check')
    } finally {
      setCancelling(false)
    }
  }
  const cancel = () => {
    setCancelling(step === 'write')
    call('import.cancel').catch(() => {})
  }

  return (
    <Modal
      open
      title={<WizardTitle title={text.title} steps={text.steps} place={STEP_PLACES[step]} />}
      className="import"
      width="min(1180px, calc(100vw - 48px))"
      footer={null}
      keyboard={false}
      closable={step !== 'write'}
      mask={{ closable: false }}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="import-frame">
        <div className="import-body">
          {step === 'choose' && (
            <ChooseStep
              problem={problem}
              isReading={isBusy}
              onChoose={() => void choose()}
              onStop={cancel}
            />
          )}
          {step !== 'choose' && problem && (
            <div className="import-problem">
              {problem.code === 'cancelled' ? (
                <p role="status" className="problem problem-due">
                  {text.check.cancelled}
                </p>
              ) : (
                <Problem error={problem} />
              )}
            </div>
          )}
          {step === 'map' && source && (
            <MappingStep
              source={source}
              isBusy={isBusy}
              onColumns={(columns) =>
                setSource({ ...source, mapping: { ...source.mapping, columns } })
              }
              onSheet={(sheet, headerRow) => void changeSheet(sheet, headerRow)}
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
          {step === 'write' && <WritingStep isCancelling={isCancelling} onCancel={cancel} />}
          {step === 'done' && result && (
            <DoneStep
              result={result}
              onClose={onClose}
              onAgain={() => {
                setSource(undefined)
                setResult(undefined)
                setStep('choose')
              }}
            />
          )}
        </div>
        {step === 'map' && source && (
          <footer className="import-foot">
            <Button onClick={() => setStep('choose')}>{text.back}</Button>
            <span className="faint">{isBusy && text.check.working}</span>
            <Button
              type="primary"
              loading={isBusy && { delay: 200 }}
              disabled={!namesFilings(source.mapping)}
              onClick={() => void check()}
            >
              {text.next}
            </Button>
          </footer>
        )}
        {step === 'check' && (
          <footer className="import-foot">
            <Button onClick={() => setStep('map')}>{text.back}</Button>
            <span className="soft" role="status">
              {takenCount === 0
                ? text.check.nothing
                : text.check.summary(counts.create, counts.update, counts.skip)}
            </span>
            <Button type="primary" disabled={takenCount === 0} onClick={() => void commit()}>
              {text.check.commit(takenCount)}
            </Button>
          </footer>
        )}
      </div>
    </Modal>
  )
}
