import { AutoComplete, Button, Modal, Spin } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { dayOf } from '../../../../shared/calendar-day.ts'
import { VaultError } from '../../../../shared/errors.ts'
import { viewOf } from '../../../../shared/file-types.ts'
import { Field } from '../../../components/Field.tsx'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useText } from '../../../i18n/text.ts'
import { Problem, problemOf } from '../../../start/Problem.tsx'
import { useApp } from '../../../state/app-context.ts'
import { useTell } from '../../../workspace/use-tell.ts'
import { PageStage } from '../viewer/PageStage.tsx'
import { usePages } from '../viewer/use-pages.ts'
import { PlainExport } from './PlainExport.tsx'
import { stampCanvas } from './stamp.ts'
import { stampedCopy } from './stamped-copy.ts'

/** Longer words would make the stamp too small to read. */
const MAX_WORD_LENGTH = 40
/** Pause in typing after which the preview is drawn again, in milliseconds. */
const PAUSE_MS = 250

type Props = { documentId: string; attachmentId: string; onClose(): void }

/** Gives a file out: as a copy that says what it is for, or, with a reason, as it is. */
export function ExportDialog({ documentId, attachmentId, onClose }: Props) {
  const { documents } = useText()
  const words = documents.exporting
  const file = useFileFacts(documentId, attachmentId)
  const isViewable = file !== undefined && viewOf(file.mediaType) !== undefined

  return (
    <Modal
      open
      title={words.title(file?.name ?? '')}
      width={isViewable ? 960 : 520}
      centered
      mask={{ closable: false }}
      onCancel={onClose}
      footer={null}
    >
      {file !== undefined && !isViewable && <p className="export-explain">{words.plainOnly}</p>}
      {isViewable && (
        <StampForm
          documentId={documentId}
          attachmentId={attachmentId}
          mediaType={file.mediaType}
          onClose={onClose}
        />
      )}
      {file !== undefined && (
        <PlainExport
          documentId={documentId}
          attachmentId={attachmentId}
          isOpen={!isViewable}
          onDone={onClose}
        />
      )}
    </Modal>
  )
}

function useFileFacts(documentId: string, attachmentId: string) {
  const { value } = useAnswer('records.read', { id: documentId })
  if (value?.kind !== 'document') return undefined
  return value.data.files.find((one) => one.attachmentId === attachmentId)
}

function StampForm({
  documentId,
  attachmentId,
  mediaType,
  onClose,
}: Props & { mediaType: string }) {
  const { documents } = useText()
  const words = documents.exporting
  const call = useApp((state) => state.call)
  const tell = useTell()
  const recipients = useRecipients()
  const { pages, problem } = usePages(documentId, attachmentId)
  const [purpose, setPurpose] = useState('')
  const [recipient, setRecipient] = useState('')
  const [stampingPage, setStampingPage] = useState<number>()
  const [drawProblem, setDrawProblem] = useState<VaultError>()
  const isCancelled = useRef(false)

  const sentence = words.stamp(
    purpose.trim() || words.blank,
    recipient.trim() || words.blank,
    dayOf(Date.now()),
  )
  const shownSentence = useDelayed(sentence)
  const over = useCallback(
    (canvas: HTMLCanvasElement) => stampCanvas(canvas, shownSentence),
    [shownSentence],
  )
  const onProblem = useCallback((error: unknown) => setDrawProblem(problemOf(error)), [])

  useEffect(
    () => () => {
      isCancelled.current = true
    },
    [],
  )

  const save = async () => {
    if (pages === undefined) return
    isCancelled.current = false
    try {
      const isPdf = viewOf(mediaType) === 'pdf'
      const copy = await stampedCopy(pages, isPdf, sentence, (page) => {
        if (isCancelled.current) throw new VaultError('cancelled', 'the person cancelled')
        setStampingPage(page)
      })
      const saved = await call('documents.exportStamped', {
        id: documentId,
        attachmentId,
        purpose: purpose.trim(),
        recipient: recipient.trim(),
        ...copy,
      })
      if (saved === undefined) return
      tell.said(words.saved(saved.fileName))
      onClose()
    } catch (error) {
      if (problemOf(error).code !== 'cancelled') tell.failed(error)
    } finally {
      setStampingPage(undefined)
    }
  }

  const shownProblem = problem ?? drawProblem
  const isReady = pages !== undefined && purpose.trim() !== '' && recipient.trim() !== ''
  return (
    <div className="export-form">
      <form
        className="export-fields"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && stampingPage === undefined) void save()
        }}
      >
        <Field id="export-purpose" label={words.purpose} isRequired>
          <AutoComplete
            id="export-purpose"
            className="control"
            value={purpose}
            onChange={setPurpose}
            options={words.purposes.map((value) => ({ value }))}
            maxLength={MAX_WORD_LENGTH}
            placeholder={words.purposeHint}
            autoFocus
          />
        </Field>
        <Field id="export-recipient" label={words.recipient} isRequired>
          <AutoComplete
            id="export-recipient"
            className="control"
            value={recipient}
            onChange={setRecipient}
            options={recipients}
            showSearch={{ filterOption: holdsText }}
            maxLength={MAX_WORD_LENGTH}
            placeholder={words.recipientHint}
          />
        </Field>
        <p className="export-sentence">{sentence}</p>
        <p className="export-explain">{words.explain}</p>
        <div className="export-acts">
          <Button
            type="primary"
            htmlType="submit"
            disabled={!isReady || stampingPage !== undefined}
          >
            {stampingPage === undefined
              ? words.save
              : words.stamping(stampingPage, pages?.count ?? 1)}
          </Button>
          {stampingPage !== undefined && (
            <Button
              onClick={() => {
                isCancelled.current = true
              }}
            >
              {words.cancel}
            </Button>
          )}
        </div>
      </form>
      <div className="export-preview">
        {shownProblem !== undefined && <Problem error={shownProblem} />}
        {shownProblem === undefined && pages === undefined && <Spin delay={200} />}
        {shownProblem === undefined && pages !== undefined && (
          <PageStage
            pages={pages}
            page={1}
            zoom="page"
            turns={0}
            label={words.preview}
            onScale={ignore}
            onProblem={onProblem}
            over={over}
          />
        )}
      </div>
    </div>
  )
}

function ignore() {}

function holdsText(typed: string, option: { value?: unknown } | undefined): boolean {
  return String(option?.value ?? '').includes(typed.trim())
}

/** Firms of the ledger: those who ask for copies. */
function useRecipients(): { value: string }[] {
  const { value } = useAnswer('records.list', PROVIDERS)
  return useMemo(
    () =>
      (value ?? []).flatMap((record) =>
        record.kind === 'provider' ? [{ value: record.data.name }] : [],
      ),
    [value],
  )
}

const PROVIDERS = { kind: 'provider' } as const

/** The text once it has stood still for a moment: a page is not drawn at every key. */
function useDelayed(text: string): string {
  const [shown, setShown] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setShown(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return shown
}
