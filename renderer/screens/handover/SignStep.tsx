import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { HandoverView, SignatureView } from '../../../shared/handover-view.ts'
import { Tag } from '../../components/StateTag.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { SheetPaper } from './SheetPaper.tsx'
import { SignDialog } from './SignDialog.tsx'
import { useHandoverAct } from './use-handover-act.ts'

type Signer = HandoverView['signers'][number]

/** 交接单: drawn up, read, signed by both, printed and kept as a file. */
export function SignStep({ view }: { view: HandoverView }) {
  const { handover } = useText()
  const text = handover.sign
  const { id, data } = view.record
  const { value: sheet } = useAnswer('handover.sheet', { id })
  return (
    <div className="screen-scroll handover-step">
      <section className="step-card" aria-label={handover.steps.sign}>
        <h2>{text.title}</h2>
        <p className="soft">{text.text}</p>
        {data.manner === 'sudden' && <p className="soft">{text.sudden}</p>}
        {data.manner === 'planned' && view.ways.length > 0 && <p className="note">{text.order}</p>}
        <Signatures view={view} />
        <SheetActs view={view} />
      </section>
      {sheet && <SheetPaper letter={sheet.letter} />}
    </div>
  )
}

function Signatures({ view }: { view: HandoverView }) {
  const { handover } = useText()
  const text = handover.sign
  const language = useApp((state) => state.preferences.language)
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const [signing, setSigning] = useState<Signer>()
  const { id, data } = view.record
  const rows = rowsOf(view)
  const canSign = canWrite && view.hasSheet && data.closedOn === undefined
  const wanted = rows.filter((row) => row.signer !== undefined && row.signature === undefined)
  // One's own key is at hand; another person has to come to the keyboard.
  const next =
    wanted.find(({ signer }) => signer?.isSelf && signer.part !== 'other') ??
    wanted.find(({ part }) => part !== 'other')
  const nextButton = useRef<HTMLButtonElement>(null)
  const hadSheet = useRef(view.hasSheet)
  useEffect(() => {
    if (view.hasSheet && !hadSheet.current) nextButton.current?.focus()
    hadSheet.current = view.hasSheet
  }, [view.hasSheet])
  const signSelf = (name: string) => {
    call('handover.sign', { id }).then(() => tell.said(text.signed(name)), tell.failed)
  }
  return (
    <ul className="signatures">
      {rows.map((row) => {
        const { name, part, signer, signature } = row
        return (
          <li key={`${part} ${name}`}>
            <span className="signature-who">
              <span className="faint">{text.part[part]}</span> {name}
            </span>
            {signature === undefined ? (
              <Tag
                look={['quiet', 'ring']}
                word={signer === undefined ? text.noKey : text.missing}
              />
            ) : (
              <>
                <SignatureTag isRight={signature.isRight} />
                <span className="faint">{formatMoment(signature.signedAt, language)}</span>
              </>
            )}
            {canSign && signer !== undefined && signature === undefined && (
              <Button
                {...(row === next && { type: 'primary', ref: nextButton })}
                onClick={() => (signer.isSelf ? signSelf(name) : setSigning(signer))}
              >
                {signer.isSelf ? text.signSelf : text.signOther(name)}
              </Button>
            )}
          </li>
        )
      })}
      {signing && <SignDialog id={id} name={signing.name} onClose={() => setSigning(undefined)} />}
    </ul>
  )
}

function SignatureTag({ isRight }: { isRight: boolean | undefined }) {
  const { sign: text } = useText().handover
  if (isRight === undefined) return <Tag look={['quiet', 'question']} word={text.unchecked} />
  return isRight ? (
    <Tag look={['good', 'check']} word={text.right} />
  ) : (
    <Tag look={['danger', 'triangle']} word={text.wrong} />
  )
}

type Row = {
  name: string
  part: SignatureView['part']
  signer: Signer | undefined
  signature: SignatureView | undefined
}

/** The parties of the sheet, then other custodians who signed or, where one is gone, could. */
function rowsOf(view: HandoverView): Row[] {
  const { data } = view.record
  const rows: Row[] = []
  const named = [
    ['leaver', data.leaver],
    ['successor', data.successor],
    ['witness', data.witness],
  ] as const
  for (const [part, party] of named) {
    if (party === undefined) continue
    const signature = view.signatures.find((one) => one.part === part)
    if (part === 'leaver' && data.manner === 'sudden' && signature === undefined) continue
    const signer = view.signers.find((one) => one.part === part)
    rows.push({ name: party.name, part, signer, signature })
  }
  for (const signer of view.signers) {
    if (signer.part !== 'other') continue
    const signature = view.signatures.find((one) => one.custodianId === signer.custodianId)
    rows.push({ name: signer.name, part: 'other', signer, signature })
  }
  for (const signature of view.signatures) {
    const isListed = rows.some((row) => row.signature === signature)
    if (!isListed) {
      const { custodianName: name, part } = signature
      rows.push({ name, part, signer: undefined, signature })
    }
  }
  return rows
}

function SheetActs({ view }: { view: HandoverView }) {
  const { handover, common } = useText()
  const text = handover.sign
  const call = useApp((state) => state.call)
  const tell = useTell()
  const act = useHandoverAct()
  const canWrite = useCanWrite()
  const { modal } = App.useApp()
  const { id, data } = view.record
  const canDraw = canWrite && data.closedOn === undefined
  const drawUp = () => act(call('handover.drawUp', { id }), text.drawnUp)
  const drawAgain = () => {
    if (view.signatures.length === 0) {
      void drawUp()
      return
    }
    modal.confirm({
      title: text.drawUpAgain,
      content: text.again,
      okText: text.drawUpAgain,
      cancelText: common.cancel,
      onOk: () => void drawUp(),
    })
  }
  const save = (format: 'proof' | 'pdf') => {
    call('handover.saveFile', { id, format }).then((saved) => {
      if (saved !== undefined) tell.said(text.saved(saved.fileName))
    }, tell.failed)
  }
  const print = () => {
    call('handover.print', { id }).then((isPrinted) => {
      if (isPrinted) tell.said(text.printed)
    }, tell.failed)
  }
  return (
    <>
      <div className="handover-step-acts">
        {canDraw && !view.hasSheet && (
          <Button type="primary" size="large" onClick={() => void drawUp()}>
            {text.drawUp}
          </Button>
        )}
        {view.hasSheet && (
          <Button disabled={view.signatures.length === 0} onClick={() => save('proof')}>
            {text.file}
          </Button>
        )}
        <Button onClick={() => save('pdf')}>{text.pdf}</Button>
        <Button onClick={print}>{text.print}</Button>
        {canDraw && view.hasSheet && (
          <Button type="text" onClick={drawAgain}>
            {text.drawUpAgain}
          </Button>
        )}
      </div>
      {view.hasSheet && <p className="faint handover-hint">{text.fileHint}</p>}
    </>
  )
}
