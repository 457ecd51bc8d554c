import { useEffect, useState } from 'react'
import type { AuditCheck } from '../../../shared/audit-view.ts'
import { useText } from '../../i18n/text.ts'
import { problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

export type TrailCheck = {
  /** What the last check came to. */
  result: AuditCheck | undefined
  isChecking: boolean
  begin(): void
  cancel(): void
}

/** The check of the whole trail. It ends with the screen. */
export function useTrailCheck(): TrailCheck {
  const { audit } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [result, setResult] = useState<AuditCheck>()
  const [isChecking, setChecking] = useState(false)

  useEffect(() => {
    if (!isChecking) return
    return () => void call('audit.cancelVerify').catch(() => undefined)
  }, [call, isChecking])

  const run = async () => {
    setChecking(true)
    setResult(undefined)
    try {
      setResult(await call('audit.verify'))
    } catch (error) {
      if (problemOf(error).code === 'cancelled') tell.said(audit.verifyCancelled)
      else tell.failed(error)
    } finally {
      setChecking(false)
    }
  }
  return {
    result,
    isChecking,
    begin: () => void run(),
    cancel: () => void call('audit.cancelVerify').catch(tell.failed),
  }
}
