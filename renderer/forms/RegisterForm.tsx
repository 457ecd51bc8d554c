import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import { dayOf } from '../../shared/calendar-day.ts'
import type { GeneratorOptions, PasswordAssessment } from '../../shared/password.ts'
import type { CredentialOrigin } from '../../shared/records/credential.ts'
import { DayPicker } from '../components/DayPicker.tsx'
import { Field } from '../components/Field.tsx'
import { RecordPicker } from '../components/RecordPicker.tsx'
import { useAnswer } from '../hooks/use-answer.ts'
import { useWork } from '../hooks/use-work.ts'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { useTell } from '../workspace/use-tell.ts'
import { FormModal } from './FormModal.tsx'
import { PasswordInput } from './PasswordInput.tsx'

type Props = { credentialId: string; isGenerating?: boolean; onClose(): void }

/** Where a new password can come from; 表格导入 comes only from an import. */
const ORIGINS = ['chosen', 'generated', 'issued', 'temporary', 'unknown'] as const

/** Same values as DEFAULT_GENERATOR_OPTIONS, without its zod. */
const FIRST_OPTIONS: GeneratorOptions = {
  length: 16,
  specials: '!@#$%^&*-_=+',
  isUnambiguous: true,
}

/** 登记新密码: typed twice, pasted, or generated; the old one goes to the history. */
export function RegisterForm({ credentialId, isGenerating = false, onClose }: Props) {
  const { credentials: text, common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { value: record } = useAnswer('records.read', { id: credentialId })
  const [value, setValue] = useState('')
  const [repeated, setRepeated] = useState('')
  const [origin, setOrigin] = useState<CredentialOrigin>(isGenerating ? 'generated' : 'chosen')
  const [options, setOptions] = useState(FIRST_OPTIONS)
  const [changedOn, setChangedOn] = useState<string | undefined>(() => dayOf(Date.now()))
  const [obtainedFrom, setObtainedFrom] = useState('')
  const [channelId, setChannelId] = useState<string>()
  const [isVisible, setVisible] = useState(isGenerating)
  const [assessment, setAssessment] = useState<PasswordAssessment>()
  const [hasTried, setTried] = useState(false)
  const { isWorking, problem, run } = useWork()
  const making = useWork()
  const label = record?.kind === 'credential' ? record.data.label : ''
  const isGenerated = origin === 'generated'
  const differs = !isGenerated && repeated !== value

  const generate = (chosen: GeneratorOptions) =>
    making.run(async () => {
      const generated = await call('credentials.generate', { options: chosen, id: credentialId })
      setValue(generated.value)
      setOrigin('generated')
      setVisible(true)
      return true
    })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first opening generates by itself
  useEffect(() => {
    if (isGenerating) void generate(options)
  }, [])

  const changeOptions = (change: Partial<GeneratorOptions>) => {
    const next = { ...options, ...change }
    setOptions(next)
    if (next.specials !== '') void generate(next)
  }

  const type = (typed: string) => {
    setValue(typed)
    if (isGenerated) setOrigin('chosen')
  }

  const save = async () => {
    setTried(true)
    if (value === '' || differs) return false
    return run(async () => {
      const { undoToken } = await call('credentials.register', {
        id: credentialId,
        value,
        origin,
        ...(changedOn !== undefined && origin !== 'unknown' && { changedOn }),
        ...(obtainedFrom.trim() !== '' && { obtainedFrom: obtainedFrom.trim() }),
        ...(channelId !== undefined && { channelId }),
      })
      tell.undoable(text.registered(label), undoToken)
      onClose()
      return true
    })
  }

  return (
    <FormModal
      title={text.registerTitle}
      okText={text.registerSave}
      widthPx={560}
      isDirty={value !== '' && !isGenerated}
      isSaving={isWorking}
      canSave={assessment?.isAccepted !== false}
      problem={problem ?? making.problem}
      onSave={save}
      onClose={onClose}
    >
      {label !== '' && <p className="register-hint">{label}</p>}
      <Field id="register-origin" label={text.origin} hint={originHint(text.originHint, origin)}>
        <Select
          id="register-origin"
          className="control"
          value={origin}
          options={ORIGINS.map((one) => ({ value: one, label: common.credentialOrigin[one] }))}
          onChange={(chosen: CredentialOrigin) => {
            if (chosen === 'generated') void generate(options)
            else setOrigin(chosen)
          }}
        />
      </Field>
      <div className="register-value">
        <PasswordInput
          id="register-value"
          label={text.newValue}
          value={value}
          onChange={type}
          assess={{ origin, id: credentialId }}
          onAssessed={setAssessment}
          isVisible={isVisible}
          onVisible={setVisible}
          isRequired
        />
        <Button onClick={() => void generate(options)}>
          {isGenerated ? text.regenerate : text.generate}
        </Button>
      </div>
      {isGenerated ? (
        <GeneratorFields options={options} onChange={changeOptions} />
      ) : (
        <Field id="register-repeat" label={text.repeatValue} isRequired hint={text.typeTwice}>
          <Input.Password
            id="register-repeat"
            className="mono"
            value={repeated}
            maxLength={64}
            autoComplete="new-password"
            status={
              differs && (hasTried || repeated.length >= value.length) && repeated !== ''
                ? 'error'
                : ''
            }
            onChange={(event) => setRepeated(event.target.value)}
          />
          {differs && (hasTried || (repeated !== '' && repeated.length >= value.length)) && (
            <div role="alert" className="field-finding field-finding-refused">
              {text.differs}
            </div>
          )}
        </Field>
      )}
      <div className="form-grid">
        {origin !== 'unknown' && (
          <Field id="register-changedOn" label={text.changedOnLabel}>
            <DayPicker id="register-changedOn" value={changedOn} onChange={setChangedOn} />
          </Field>
        )}
        <Field id="register-channel" label={text.channelLabel}>
          <RecordPicker
            id="register-channel"
            kind="channel"
            value={channelId}
            onChange={setChannelId}
          />
        </Field>
        <Field id="register-obtained" label={text.obtainedFromLabel} isWide>
          <Input
            id="register-obtained"
            value={obtainedFrom}
            maxLength={200}
            placeholder={text.obtainedFromHint}
            onChange={(event) => setObtainedFrom(event.target.value)}
          />
        </Field>
      </div>
      {(origin === 'chosen' || isGenerated) && (
        <p className="register-hint">{text.changeThereFirst}</p>
      )}
    </FormModal>
  )
}

type GeneratorProps = {
  options: GeneratorOptions
  onChange(change: Partial<GeneratorOptions>): void
}

function GeneratorFields({ options, onChange }: GeneratorProps) {
  const { credentials: text } = useText()
  return (
    <fieldset className="generator" aria-label={text.generatorTitle}>
      <Field id="generator-length" label={text.length}>
        <InputNumber
          id="generator-length"
          className="control"
          min={8}
          max={20}
          value={options.length}
          onChange={(length) => length !== null && onChange({ length })}
        />
      </Field>
      <Field id="generator-specials" label={text.specials}>
        <Input
          id="generator-specials"
          className="mono"
          maxLength={40}
          value={options.specials}
          onChange={(event) => onChange({ specials: event.target.value })}
        />
      </Field>
      <Checkbox
        className="field-wide"
        checked={options.isUnambiguous}
        onChange={(event) => onChange({ isUnambiguous: event.target.checked })}
      >
        {text.unambiguous}
      </Checkbox>
    </fieldset>
  )
}

function originHint(hints: Readonly<Record<string, string>>, origin: CredentialOrigin) {
  return hints[origin]
}
