import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import type { TrailCheck } from './use-trail-check.ts'

type Props = {
  check: TrailCheck
  onExported(done: TrailExported): void
}

export type TrailExported = { fileName: string; verifierName: string; entries: number }

/** Recomputes the whole chain and says whether it holds; and takes the trail out. */
export function TrailActs({ check, onExported }: Props) {
  const { audit } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const withSecondPerson = useSecondPerson()
  const [isExporting, setExporting] = useState(false)

  const exportTrail = async () => {
    setExporting(true)
    try {
      const done = await withSecondPerson(() => call('audit.export'))
      if (done !== undefined) onExported(done)
    } catch (error) {
      tell.failed(error)
    } finally {
      setExporting(false)
    }
  }
  return (
    <>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={isExporting && { delay: 200 }}
        disabled={isExporting}
        title={audit.exportHint}
        onClick={() => void exportTrail()}
      >
        {audit.export}
      </Button>
      <Button
        icon={<SafetyCertificateOutlined aria-hidden />}
        loading={check.isChecking && { delay: 200 }}
        disabled={check.isChecking}
        onClick={check.begin}
      >
        {audit.verify}
      </Button>
    </>
  )
}
