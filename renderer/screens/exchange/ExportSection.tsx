import { Button } from 'antd'
import { useState } from 'react'
import { Section, Setting } from '../../components/Setting.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { ArchiveDialog } from './ArchiveDialog.tsx'
import { KdbxExportDialog } from './KdbxExportDialog.tsx'

/** 数据迁出: what leaves the vault with everything in it. */
export function ExportSection() {
  const { out } = useText().exchange
  const canWrite = useCanWrite()
  const [dialog, setDialog] = useState<'kdbx' | 'archive'>()
  const close = () => setDialog(undefined)
  return (
    <>
      <Section title={out.section} note={out.note}>
        <Setting label={out.kdbx} hint={out.kdbxHint}>
          <Button disabled={!canWrite} onClick={() => setDialog('kdbx')}>
            {out.kdbxStart}
          </Button>
        </Setting>
        <Setting label={out.archive} hint={out.archiveHint}>
          <Button disabled={!canWrite} onClick={() => setDialog('archive')}>
            {out.archiveStart}
          </Button>
        </Setting>
      </Section>
      {dialog === 'kdbx' && <KdbxExportDialog onClose={close} />}
      {dialog === 'archive' && <ArchiveDialog onClose={close} />}
    </>
  )
}
