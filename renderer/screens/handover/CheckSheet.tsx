import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { SheetCheck } from '../../../shared/handover-view.ts'
import { Tag } from '../../components/StateTag.tsx'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** Chooses a sheet's file and says what it is worth by itself. */
export function CheckSheet() {
  const { handover } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [found, setFound] = useState<SheetCheck>()
  const choose = () => {
    call('handover.checkFile').then((check) => {
      if (check !== undefined) setFound(check)
    }, tell.failed)
  }
  return (
    <>
      <Button onClick={choose}>{handover.checkFile}</Button>
      {found && <Result check={found} onClose={() => setFound(undefined)} />}
    </>
  )
}

function Result({ check, onClose }: { check: SheetCheck; onClose(): void }) {
  const { handover } = useText()
  const text = handover.check
  const language = useApp((state) => state.preferences.language)
  const isOtherLine = check.isWhole && check.origin === 'other-line'
  const isRight = check.isWhole && !isOtherLine
  const rightWord = isOtherLine ? text.unproved : handover.sign.right
  const origins = {
    own: text.own,
    'other-line': text.lineNote,
    'other-vault': text.other(check.vaultMark),
  }
  return (
    <Modal
      open
      width={560}
      title={text.title}
      footer={<Button onClick={onClose}>{text.close}</Button>}
      onCancel={onClose}
    >
      <div className="sheet-check">
        <Alert
          type={isRight ? 'success' : 'error'}
          showIcon
          title={isOtherLine ? text.otherLine : check.isWhole ? text.right : text.wrong}
          description={check.fileName}
        />
        <dl className="handover-facts">
          <dt>{text.number}</dt>
          <dd className="mono-number">{check.number}</dd>
          <dt>{text.from}</dt>
          <dd>{check.leaverName}</dd>
          <dt>{text.to}</dt>
          <dd>{check.successorName}</dd>
        </dl>
        {check.signatures.length === 0 && <p>{text.unsigned}</p>}
        <ul className="signatures">
          {check.signatures.map((one) => (
            <li key={`${one.custodianName} ${one.part}`}>
              <span className="signature-who">
                <span className="faint">{handover.sign.part[one.part]}</span> {one.custodianName}
              </span>
              <Tag
                look={one.isRight && !isOtherLine ? ['good', 'check'] : ['danger', 'triangle']}
                word={one.isRight ? rightWord : handover.sign.wrong}
              />
              <span className="faint">{formatMoment(one.signedAt, language)}</span>
            </li>
          ))}
        </ul>
        <p className="soft">{origins[check.origin]}</p>
      </div>
    </Modal>
  )
}
