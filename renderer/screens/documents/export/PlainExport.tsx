import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../../../components/Field.tsx'
import { useSecondPerson } from '../../../frame/use-second-person.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useTell } from '../../../workspace/use-tell.ts'

/** A reason that says anything at all. */
const MIN_REASON_LENGTH = 4

type Props = { documentId: string; attachmentId: string; isOpen: boolean; onDone(): void }

/** The way to the file as it is: behind a reason that stands in the audit trail. */
export function PlainExport({ documentId, attachmentId, isOpen, onDone }: Props) {
  const { documents } = useText()
  const words = documents.exporting
  const withSecondPerson = useSecondPerson()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [reason, setReason] = useState('')
  const isReady = reason.trim().length >= MIN_REASON_LENGTH

  const save = async () => {
    try {
      const saved = await withSecondPerson(() =>
        call('documents.exportPlain', {
          id: documentId,
          attachmentId,
          reason: reason.trim(),
        }),
      )
      if (saved === undefined) return
      tell.said(words.saved(saved.fileName))
      onDone()
    } catch (error) {
      tell.failed(error)
    }
  }

  return (
    <details className="export-plain" open={isOpen}>
      <summary>{words.plainTitle}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void save()
        }}
      >
        <p className="export-explain">{words.plainText}</p>
        <Field id="export-reason" label={words.reason} isRequired>
          <Input
            id="export-reason"
            value={reason}
            maxLength={200}
            placeholder={words.reasonHint}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Button htmlType="submit" danger disabled={!isReady}>
          {words.savePlain}
        </Button>
      </form>
    </details>
  )
}
