import { useEffect, useState } from 'react'
import { useUnsaved } from '../../hooks/use-unsaved.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useApp } from '../../state/app-context.ts'

/** Every import goes these steps; `Own` is what stands between the file and the check. */
export type WizardStep<Own extends string> = 'choose' | Own | 'check' | 'write' | 'done'

type FileCall = 'import.cancel' | 'exchange.cancel' | 'exchange.stop'

type Options<Own extends string> = {
  /** Drops the opened file in the vault process. */
  forgetCall: FileCall
  /** Stops what is being read or written. */
  stopCall: FileCall
  /** Steps that a person would have to do again. */
  unsavedSteps: readonly WizardStep<Own>[]
}

/** Where an import stands, and what all imports do alike: one ask at a time, written all or nothing. */
export function useWizard<Own extends string, Result>(options: Options<Own>) {
  const { forgetCall, stopCall, unsavedSteps } = options
  const call = useApp((state) => state.call)
  const [step, setStep] = useState<WizardStep<Own>>('choose')
  const [isCancelling, setCancelling] = useState(false)
  const [result, setResult] = useState<Result>()
  const { isWorking: isBusy, problem, run, forget, fail } = useWork()

  useUnsaved(unsavedSteps.includes(step))

  // The file in the vault process holds passwords: it goes with the wizard, whatever the way out.
  useEffect(
    () => () => {
      call(forgetCall).catch(() => {})
    },
    [call, forgetCall],
  )

  /** Does one thing; what fails is told in the step. */
  const ask = (work: () => Promise<void>) => {
    void run(async () => {
      await work()
      return true
    })
  }
  /** Writes; back to the check where that failed or was stopped. */
  const write = async (work: () => Promise<Result>) => {
    setStep('write')
    const isWritten = await run(async () => {
      setResult(await work())
      return true
    })
    setCancelling(false)
    setStep(isWritten ? 'done' : 'check')
  }
  const stop = () => {
    setCancelling(step === 'write')
    call(stopCall).catch(() => {})
  }
  /** Back to the choice of a file, as if nothing had been. */
  const restart = () => {
    forget()
    setResult(undefined)
    setStep('choose')
  }
  return { step, setStep, isBusy, isCancelling, problem, fail, result, ask, write, stop, restart }
}
