import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import { LedHead } from '../../../components/LedHead.tsx'
import { Tag } from '../../../components/StateTag.tsx'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useTell } from '../../../workspace/use-tell.ts'
import { guideName } from '../guide-names.ts'
import { useWords } from '../use-words.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { EditCaseDialog } from './EditCaseDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { SwitchGuideDialog } from './SwitchGuideDialog.tsx'

type Dialog = 'switch' | 'close' | 'reopen' | 'edit'

/** Which case this is, by which guide it goes, and what can be done with it as a whole. */
export function CaseHead({ view }: { view: CaseView }) {
  const { recovery } = useText()
  const text = recovery.case
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const openDrawer = useApp((state) => state.openDrawer)
  const rows = useApp((state) => state.rows)
  const tell = useTell()
  const pick = useWords()
  const canWrite = useCanWrite()
  const [dialog, setDialog] = useState<Dialog>()
  const { line, record, services, credentials, bureau } = view
  const rowId = [...services.map(({ id }) => id), line.entityId].find((id) => rows.has(id))

  const print = () => {
    call('cases.print', { id: line.id }).then((isPrinted) => {
      if (isPrinted) tell.said(text.printed)
    }, tell.failed)
  }
  const closeDialog = () => setDialog(undefined)

  return (
    <LedHead
      backWord={recovery.back}
      onBack={() => go('recovery', line.isOpen ? {} : { filter: 'finished' })}
      number={line.number}
      title={line.title}
      facts={
        <>
          {!line.isOpen && (
            <Tag look={['quiet', 'check']} word={text.closed(line.closedOn ?? '')} />
          )}
          <span>{guideName(line.guideId, pick)}</span>
          {rowId === undefined ? (
            <span>{line.entityName}</span>
          ) : (
            <button type="button" className="button-link" onClick={() => openDrawer(rowId)}>
              {line.entityName}
            </button>
          )}
          {credentials.map(({ id, label }) => (
            <span key={id}>{label}</span>
          ))}
          {bureau && <span>{bureau.name}</span>}
          {bureau?.phone !== undefined && <span className="mono-number">{bureau.phone}</span>}
        </>
      }
      acts={
        <>
          {canWrite && line.isOpen && (
            <>
              <Button size="small" onClick={() => setDialog('switch')}>
                {text.switchGuide}
              </Button>
              <Button size="small" onClick={() => setDialog('close')}>
                {text.close}
              </Button>
            </>
          )}
          {canWrite && !line.isOpen && (
            <Button size="small" onClick={() => setDialog('reopen')}>
              {text.reopen}
            </Button>
          )}
          <Button size="small" icon={<PrinterOutlined aria-hidden />} onClick={print}>
            {text.print}
          </Button>
        </>
      }
      moreWord={text.more}
      items={[
        {
          key: 'read',
          label: text.readGuide,
          onClick: () => go('recovery', { tab: 'guides', recordId: line.guideId }),
        },
        ...(canWrite && line.isOpen
          ? [{ key: 'edit', label: text.edit, onClick: () => setDialog('edit') }]
          : []),
      ]}
    >
      {dialog === 'switch' && <SwitchGuideDialog view={view} onClose={closeDialog} />}
      {dialog === 'close' && <CloseDialog view={view} onClose={closeDialog} />}
      {dialog === 'reopen' && <ReopenDialog id={record.id} onClose={closeDialog} />}
      {dialog === 'edit' && <EditCaseDialog view={view} onClose={closeDialog} />}
    </LedHead>
  )
}
