import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { AuditCheck } from '../../../shared/audit-view.ts'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { auditClock } from './audit-columns.tsx'

type Props = {
  onChecked(check: AuditCheck | undefined): void
  onExported(done: TrailExported): void
}

export type TrailExported = { fileName: string; verifierName: string; entries: number }

/** Recomputes the whole chain and says whether it holds; and takes the trail out. */
export function TrailActs({ onChecked, onExported }: Props) {
  const { audit } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const withSecondPerson = useSecondPerson()
  const [work, setWork] = useState<'verify' | 'export'>()

  const verify = async () => {
    setWork('verify')
    onChecked(undefined)
    try {
      onChecked(await call('audit.verify'))
    } catch (error) {
      tell.failed(error)
    } finally {
      setWork(undefined)
    }
  }
  const exportTrail = async () => {
    setWork('export')
    try {
      const done = await withSecondPerson(() => call('audit.export'))
      if (done !== undefined) onExported(done)
    } catch (error) {
      tell.failed(error)
    } finally {
      setWork(undefined)
    }
  }
  return (
    <>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={work === 'export' && { delay: 200 }}
        disabled={work !== undefined}
        title={audit.exportHint}
        onClick={() => void exportTrail()}
      >
        {audit.export}
      </Button>
      <Button
        icon={<SafetyCertificateOutlined aria-hidden />}
        loading={work === 'verify' && { delay: 200 }}
        disabled={work !== undefined}
        onClick={() => void verify()}
      >
        {work === 'verify' ? audit.verifying : audit.verify}
      </Button>
    </>
  )
}

/** What the check came to: how many entries, and up to where they are signed by whom. */
export function CheckResult({ check }: { check: AuditCheck }) {
  const { audit } = useText()
  const language = useApp((state) => state.preferences.language)
  if (!check.isIntact) {
    return (
      <p role="alert" className="audit-check audit-broken">
        {audit.broken}
        {check.brokenAt !== undefined && audit.brokenAt(check.brokenAt)} {audit.brokenText}
      </p>
    )
  }
  const last = check.lastCheckpoint
  return (
    <p role="status" className="audit-check audit-intact">
      {audit.intact(check.entries)}{' '}
      {last === undefined
        ? audit.noCheckpoint
        : audit.lastCheckpoint(
            last.sequence,
            auditClock(language).format(last.at),
            last.custodianName === '' ? audit.formerCustodian : last.custodianName,
          )}{' '}
      {audit.fingerprint(check.fingerprint.join(' '))}
    </p>
  )
}
