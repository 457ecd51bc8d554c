import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { focusFirstField, focusFirstRefusal } from '../forms/focus.ts'
import { useWork } from '../hooks/use-work.ts'
import { NameField } from './NameField.tsx'
import { NewPassphraseFields, useNewPassphrase } from './NewPassphrase.tsx'
import { Problem, problemOf } from './Problem.tsx'
import { WorkButton } from './WorkButton.tsx'

type Props = {
  /** Of the ids of its fields. */
  idPrefix: string
  /** Accessible name, where the form is not all there is. */
  label?: string
  words: {
    passphrase: string
    repeat: string
    hint: string
    submit: string
    submitting: string
  }
  /** Absent: who it is for is known. */
  nameWords?: { label: string; hint: string } | undefined
  /** Which vault it is about, or why this is asked. */
  head: ReactNode
  /** What else comes of it, said before the buttons. */
  note?: ReactNode
  /** The other ways to go on, beside the button that submits. */
  otherActs?(isWorking: boolean): ReactNode
  submit(given: { name: string; passphrase: string }): Promise<unknown>
}

/** Name of a custodian and a new 主口令, typed twice. They live in this form, and nowhere else. */
export function NewCustodianForm(props: Props) {
  const { idPrefix, words, nameWords } = props
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState('')
  const typed = useNewPassphrase()
  const [hasTried, setTried] = useState(false)
  const { isWorking, problem, run } = useWork()
  const isNameMissing = nameWords !== undefined && name.trim() === ''

  useEffect(() => focusFirstField(form.current), [])

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWorking) return
    if (isNameMissing || !typed.isComplete) {
      requestAnimationFrame(() => focusFirstRefusal(form.current))
      return
    }
    await run(async () => {
      try {
        await props.submit({ name: name.trim(), passphrase: typed.passphrase })
        return true
      } catch (error) {
        if (problemOf(error).code === 'passphrase-too-weak') {
          typed.clear()
          setTried(false)
        }
        throw error
      }
    })
  }

  return (
    <form
      ref={form}
      className="start-form"
      aria-label={props.label}
      aria-busy={isWorking}
      onSubmit={(event) => void submit(event)}
    >
      {props.head}
      {problem && <Problem error={problem} />}
      {nameWords && (
        <NameField
          id={`${idPrefix}-name`}
          label={nameWords.label}
          hint={nameWords.hint}
          value={name}
          onChange={setName}
          isMissing={hasTried && isNameMissing}
        />
      )}
      <NewPassphraseFields
        typed={typed}
        idPrefix={`${idPrefix}-passphrase`}
        label={words.passphrase}
        repeatLabel={words.repeat}
        hint={words.hint}
        hasTried={hasTried}
        isDisabled={isWorking}
      />
      {props.note}
      <div className="start-actions">
        <WorkButton word={words.submit} working={words.submitting} isWorking={isWorking} />
        {props.otherActs?.(isWorking)}
      </div>
    </form>
  )
}
