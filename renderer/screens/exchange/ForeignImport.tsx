import { Button, Modal } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import type { ForeignPreview, ForeignResult, ForeignSource } from '../../../shared/exchange.ts'
import { useUnsaved } from '../../hooks/use-unsaved.ts'
import { useText } from '../../i18n/text.ts'
import { problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { WizardTitle } from '../import/WizardTitle.tsx'
import { WritingStep } from '../import/WritingStep.tsx'
import { ForeignCheck } from './ForeignCheck.tsx'
import { ForeignChoose, ForeignProblem, ForeignUnlock } from './ForeignChoose.tsx'
import { ForeignDone } from './ForeignDone.tsx'
import {
  type ForeignDecisions,
  firstDecisions,
  isTaken,
  movedEntries,
  plannedLines,
  planOf,
  withDuplicates,
} from './foreign-plan.ts'
import '../import/import.css'
import './exchange.css'

type Step = 'choose' | 'unlock' | 'check' | 'write' | 'done'
const PLACES: Readonly<Record<Step, number>> = {
  choose: 0,
  unlock: 1,
  check: 2,
  write: 3,
  done: 3,
}

/** Takes entries of another password manager over: choose the file, open it, check each, write all or nothing. */
export function ForeignImport({ onClose }: { onClose(): void }) {
  const { exchange: text } = useText()
  const call = useApp((state) => state.call)
  const [step, setStep] = useState<Step>('choose')
  const [isBusy, setBusy] = useState(false)
  const [isCancelling, setCancelling] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const [source, setSource] = useState<ForeignSource>()
  const [keyFileName, setKeyFileName] = useState<string>()
  const [preview, setPreview] = useState<ForeignPreview>()
  const [decisions, setDecisions] = useState<ForeignDecisions>()
  const [result, setResult] = useState<ForeignResult>()

  useUnsaved(step === 'check')

  // The file in the vault process holds passwords: it goes with the wizard, whatever the way out.
  useEffect(
    () => () => {
      call('exchange.cancel').catch(() => {})
    },
    [call],
  )

  const planned = useMemo(
    () =>
      preview === undefined || decisions === undefined
        ? []
        : plannedLines(preview.lines, decisions),
    [preview, decisions],
  )
  const changeDecisions = (next: ForeignDecisions) => {
    setDecisions(next)
    const changed = preview === undefined ? [] : movedEntries(preview.lines, decisions, next)
    if (changed.length === 0) return
    // Somewhere else it may be an account that is known there, or no longer one.
    call('exchange.recognise', { entries: changed }).then(
      (found) => setPreview((before) => before && withDuplicates(before, found)),
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  const takenCount = useMemo(() => planned.filter(isTaken).length, [planned])

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
  const openFile = async (password: string | undefined) => {
    const found = await call('exchange.open', password ? { password } : {})
    setPreview(found)
    setDecisions(firstDecisions(found.lines))
    setStep('check')
  }
  const choose = () =>
    run(async () => {
      const chosen = await call('exchange.choose')
      if (chosen === undefined) return
      setSource(chosen)
      setKeyFileName(undefined)
      if (chosen.need === 'none') await openFile(undefined)
      else setStep('unlock')
    })
  const chooseKeyFile = () =>
    run(async () => {
      const chosen = await call('exchange.chooseKeyFile')
      if (chosen !== undefined) setKeyFileName(chosen.fileName)
    })
  const dropKeyFile = () =>
    run(async () => {
      await call('exchange.dropKeyFile')
      setKeyFileName(undefined)
    })
  const commit = async () => {
    if (decisions === undefined) return
    setStep('write')
    setProblem(undefined)
    try {
      setResult(await call('exchange.commit', { plan: planOf(planned, decisions) }))
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
    call('exchange.stop').catch(() => {})
  }
  const again = () => {
    setProblem(undefined)
    setResult(undefined)
    setPreview(undefined)
    setStep('choose')
  }

  return (
    <Modal
      open
      title={<WizardTitle title={text.title} steps={text.steps} place={PLACES[step]} />}
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
            <ForeignChoose problem={problem} isBusy={isBusy} onChoose={() => void choose()} />
          )}
          {step === 'unlock' && source && (
            <ForeignUnlock
              source={source}
              keyFileName={keyFileName}
              problem={problem}
              isBusy={isBusy}
              onOpen={(password) => void run(() => openFile(password))}
              onStop={cancel}
              onChooseKeyFile={() => void chooseKeyFile()}
              onDropKeyFile={() => void dropKeyFile()}
            />
          )}
          {step === 'check' && problem && (
            <div className="import-problem">
              {problem.code === 'cancelled' ? (
                <p role="status" className="problem problem-due">
                  {text.check.cancelled}
                </p>
              ) : (
                <ForeignProblem error={problem} />
              )}
            </div>
          )}
          {step === 'check' && preview && decisions && (
            <>
              <p className="import-source">
                <span className="import-file ellipsis">{preview.fileName}</span>
                <span className="faint">{text.format[preview.format]}</span>
              </p>
              <ForeignCheck planned={planned} decisions={decisions} onDecide={changeDecisions} />
            </>
          )}
          {step === 'write' && <WritingStep isCancelling={isCancelling} onCancel={cancel} />}
          {step === 'done' && result && (
            <ForeignDone
              result={result}
              isSealed={source?.need !== 'none'}
              onClose={onClose}
              onAgain={again}
            />
          )}
        </div>
        {step === 'check' && (
          <footer className="import-foot">
            <Button onClick={again}>{text.back}</Button>
            <span className="soft" role="status">
              {takenCount === 0
                ? text.check.nothing
                : text.check.summary(takenCount, planned.length - takenCount)}
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
