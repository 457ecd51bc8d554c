import { useMemo, useState } from 'react'
import type { ForeignPreview, ForeignResult, ForeignSource } from '../../../shared/exchange.ts'
import { useWizard } from '../../components/wizard/use-wizard.ts'
import { WizardFoot } from '../../components/wizard/WizardFoot.tsx'
import { WizardFrame } from '../../components/wizard/WizardFrame.tsx'
import { WizardProblem } from '../../components/wizard/WizardProblem.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { ForeignCheck } from './ForeignCheck.tsx'
import { ForeignChoose } from './ForeignChoose.tsx'
import { ForeignDone } from './ForeignDone.tsx'
import { ForeignUnlock } from './ForeignUnlock.tsx'
import {
  type ForeignDecisions,
  firstDecisions,
  isTaken,
  movedEntries,
  plannedLines,
  planOf,
  withDuplicates,
} from './foreign-plan.ts'
import './exchange.css'

/** Takes entries of another password manager over: choose the file, open it, check each, write all or nothing. */
export function ForeignImport({ onClose }: { onClose(): void }) {
  const { exchange: text } = useText()
  const call = useApp((state) => state.call)
  const wizard = useWizard<'unlock', ForeignResult>({
    forgetCall: 'exchange.cancel',
    stopCall: 'exchange.stop',
    unsavedSteps: ['check'],
  })
  const { step, setStep, isBusy, problem, ask, result } = wizard
  const [source, setSource] = useState<ForeignSource>()
  const [keyFileName, setKeyFileName] = useState<string>()
  const [preview, setPreview] = useState<ForeignPreview>()
  const [decisions, setDecisions] = useState<ForeignDecisions>()

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
      wizard.fail,
    )
  }
  const takenCount = useMemo(() => planned.filter(isTaken).length, [planned])

  const openFile = async (password: string | undefined) => {
    const found = await call('exchange.open', password ? { password } : {})
    setPreview(found)
    setDecisions(firstDecisions(found.lines))
    setStep('check')
  }
  const choose = () =>
    ask(async () => {
      const chosen = await call('exchange.choose')
      if (chosen === undefined) return
      setSource(chosen)
      setKeyFileName(undefined)
      if (chosen.need === 'none') await openFile(undefined)
      else setStep('unlock')
    })
  const chooseKeyFile = () =>
    ask(async () => {
      const chosen = await call('exchange.chooseKeyFile')
      if (chosen !== undefined) setKeyFileName(chosen.fileName)
    })
  const dropKeyFile = () =>
    ask(async () => {
      await call('exchange.dropKeyFile')
      setKeyFileName(undefined)
    })
  const commit = async () => {
    if (decisions === undefined) return
    await wizard.write(() => call('exchange.commit', { plan: planOf(planned, decisions) }))
  }
  const again = () => {
    setPreview(undefined)
    wizard.restart()
  }

  return (
    <WizardFrame
      title={text.title}
      steps={text.steps}
      wizard={wizard}
      onClose={onClose}
      foot={
        step === 'check' && (
          <WizardFoot
            back={text.back}
            onBack={again}
            said={
              takenCount === 0
                ? text.check.nothing
                : text.check.summary(takenCount, planned.length - takenCount)
            }
            next={text.check.commit(takenCount)}
            canGo={takenCount > 0}
            onNext={() => void commit()}
          />
        )
      }
    >
      {step === 'choose' && <ForeignChoose problem={problem} isBusy={isBusy} onChoose={choose} />}
      {step === 'unlock' && source && (
        <ForeignUnlock
          source={source}
          keyFileName={keyFileName}
          problem={problem}
          isBusy={isBusy}
          onOpen={(password) => ask(() => openFile(password))}
          onStop={wizard.stop}
          onChooseKeyFile={chooseKeyFile}
          onDropKeyFile={dropKeyFile}
        />
      )}
      {step === 'check' && preview && decisions && (
        <>
          <WizardProblem error={problem} cancelled={text.check.cancelled} words={text.problems} />
          <p className="wizard-source">
            <span className="wizard-file ellipsis">{preview.fileName}</span>
            <span className="faint">{text.format[preview.format]}</span>
          </p>
          <ForeignCheck planned={planned} decisions={decisions} onDecide={changeDecisions} />
        </>
      )}
      {step === 'done' && result && (
        <ForeignDone
          result={result}
          isSealed={source?.need !== 'none'}
          onClose={onClose}
          onAgain={again}
        />
      )}
    </WizardFrame>
  )
}
