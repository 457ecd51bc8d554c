import { CloseOutlined, FileOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { useCallback, useEffect, useRef } from 'react'
import type { DocumentFile } from '../../../shared/records/document.ts'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { FileZone } from '../../screens/documents/FileZone.tsx'
import { guessPaper } from '../../screens/documents/paper-guess.ts'
import { useFileIntake } from '../../screens/documents/use-file-intake.ts'
import { useApp } from '../../state/app-context.ts'
import { ChoiceField, DayField, RecordField, TextField } from '../inputs.tsx'
import type { RecordForm } from '../use-record-form.ts'
import '../../screens/documents/documents.css'

/** 资料: a paper, whose it is, and its files. */
export function DocumentFields({ form }: { form: RecordForm<'document'> }) {
  const { documents } = useText()
  const { fields, hints } = documents
  return (
    <>
      <ChoiceField
        form={useTitleSuggestion(form)}
        name="kind"
        label={fields.kind}
        words={documents.kind}
        isRequired
        isSearchable
      />
      <TextField form={form} name="title" label={fields.title} hint={hints.title} isRequired />
      <FilesField form={form} />
      <RecordField form={form} name="entityId" label={fields.entityId} of="entity" />
      <RecordField form={form} name="contactId" label={fields.contactId} of="contact" />
      <RecordField form={form} name="serviceId" label={fields.serviceId} of="service" />
      <RecordField form={form} name="domainId" label={fields.domainId} of="domain" />
      <DayField form={form} name="issuedOn" label={fields.issuedOn} />
      <DayField
        form={form}
        name="validUntilOn"
        label={fields.validUntilOn}
        hint={hints.validUntilOn}
      />
      <ChoiceField
        form={form}
        name="sealState"
        label={fields.sealState}
        words={documents.sealState}
        isRequired
      />
      <CopyCountField form={form} />
      <TextField
        form={form}
        name="paperPlace"
        label={fields.paperPlace}
        hint={hints.paperPlace}
        isWide
      />
      <TextField form={form} name="notes" label={fields.notes} isLong />
    </>
  )
}

/** The title follows the kind as long as the person has not written one. */
function useTitleSuggestion(form: RecordForm<'document'>): RecordForm<'document'> {
  const { documents } = useText()
  return {
    ...form,
    set: (change) => {
      const { kind = 'other', title = '' } = form.draft
      const isOurs = title === '' || title === documents.kind[kind]
      const next = change.kind
      form.set(isOurs && next !== undefined ? { ...change, title: documents.kind[next] } : change)
    },
  }
}

function CopyCountField({ form }: { form: RecordForm<'document'> }) {
  const { documents } = useText()
  const id = `${form.idPrefix}-copyCount`
  return (
    <Field id={id} label={documents.fields.copyCount} findings={form.findingsOf('copyCount')}>
      <InputNumber
        id={id}
        className="control"
        min={0}
        max={999}
        precision={0}
        value={form.draft.copyCount ?? null}
        onChange={(count) => form.set({ copyCount: count ?? undefined })}
      />
    </Field>
  )
}

/** The files of the paper; new ones wait in the vault process and go when the form is left unsaved. */
function FilesField({ form }: { form: RecordForm<'document'> }) {
  const { documents } = useText()
  const files = form.draft.files ?? []
  const isIdCard = form.draft.kind === 'id-card'
  const waitFor = useWaitingFiles(files)
  const latest = useRef(form)
  latest.current = form

  const onTaken = useCallback(
    (taken: DocumentFile[]) => {
      const { draft, set } = latest.current
      waitFor(taken)
      const { files: before = [], kind = 'other', title = '' } = draft
      const [first] = taken
      const isUntouched = before.length === 0 && (title === '' || title === documents.kind[kind])
      const guessed = first !== undefined && isUntouched ? guessPaper(first.name) : { kind, title }
      const all = [...before, ...taken]
      set({ ...guessed, files: guessed.kind === 'id-card' ? withSides(all) : all })
    },
    [waitFor, documents],
  )
  const intake = useFileIntake(onTaken)
  const { setWaiting } = form
  // A paper saved while its scan is read in would be one without it.
  useEffect(() => setWaiting(intake.isBusy), [setWaiting, intake.isBusy])
  const change = (attachmentId: string, changed: DocumentFile | undefined) =>
    form.set({
      files: files.flatMap((file) =>
        file.attachmentId === attachmentId ? (changed === undefined ? [] : [changed]) : [file],
      ),
    })

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings its own looks; this only names the group
    <div className="field field-wide" role="group" aria-label={documents.files}>
      <span className="field-label">{documents.files}</span>
      {files.length > 0 && (
        <ul className="form-files">
          {files.map((file) => (
            <li key={file.attachmentId}>
              <FileOutlined aria-hidden />
              <span className="ellipsis" title={file.name}>
                {file.name}
              </span>
              <span className="faint">{documents.size(file.sizeBytes)}</span>
              {isIdCard && (
                <SideSelect file={file} onChange={(next) => change(file.attachmentId, next)} />
              )}
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined aria-hidden />}
                aria-label={documents.removeFile(file.name)}
                onClick={() => change(file.attachmentId, undefined)}
              />
            </li>
          ))}
        </ul>
      )}
      <FileZone intake={intake} />
    </div>
  )
}

function SideSelect({
  file,
  onChange,
}: {
  file: DocumentFile
  onChange(file: DocumentFile): void
}) {
  const { documents } = useText()
  const { side, ...plain } = file
  return (
    <Select
      size="small"
      aria-label={documents.sideOf(file.name)}
      value={side ?? 'none'}
      options={[
        { value: 'front', label: documents.side.front },
        { value: 'back', label: documents.side.back },
        { value: 'none', label: documents.noSide },
      ]}
      onChange={(next) =>
        onChange(next === 'front' || next === 'back' ? { ...plain, side: next } : plain)
      }
    />
  )
}

/** The first two pictures of an ID card are most often its front and its back. */
function withSides(files: readonly DocumentFile[]): DocumentFile[] {
  const taken = new Set(files.map(({ side }) => side))
  const free = (['front', 'back'] as const).filter((side) => !taken.has(side))
  return files.map((file) => {
    if (file.side !== undefined) return file
    const side = free.shift()
    return side === undefined ? file : { ...file, side }
  })
}

/** Lets go of what was taken in when the form goes: what was saved by then no longer waits. */
function useWaitingFiles(first: readonly DocumentFile[]) {
  const call = useApp((state) => state.call)
  const waiting = useRef(first.map(({ attachmentId }) => attachmentId))
  const mountCount = useRef(0)
  useEffect(() => {
    mountCount.current += 1
    return () => {
      mountCount.current -= 1
      // React's strict mode takes a component away and puts it back in one go.
      queueMicrotask(() => {
        if (mountCount.current > 0 || waiting.current.length === 0) return
        // A lock may have come first; then they are gone anyway.
        call('documents.dropFiles', { attachmentIds: waiting.current }).catch(() => {})
      })
    }
  }, [call])
  return useCallback((files: readonly DocumentFile[]) => {
    waiting.current.push(...files.map(({ attachmentId }) => attachmentId))
  }, [])
}
