import { Button, Checkbox, Input, Radio, Segmented } from 'antd'
import { useState } from 'react'
import type { CheckPass } from '../../../shared/check-view.ts'
import type { Finding, Step } from '../../../shared/guides/guide.ts'
import { CHECK_RESULTS, type CheckResult } from '../../../shared/records/check-result.ts'
import { Field } from '../../components/Field.tsx'
import { RecordsPicker } from '../../components/RecordPicker.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useGuideWords } from '../../i18n/guide-words.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { ChannelLines } from './ChannelLines.tsx'
import { ComparedValues } from './ComparedValues.tsx'
import { sharedItem } from './pass-items.ts'

type Props = { pass: CheckPass; ids: string[]; step: Step; onNext(): void }

/** Items about phones and mailboxes: each is verified by itself. */
const CHANNEL_ITEMS: Readonly<Record<string, 'phone' | 'mailbox'>> = {
  'phones-reached': 'phone',
  'mailbox-works': 'mailbox',
}

/** One item: what to do, what to compare, and what came of it. */
export function ItemPanel({ pass, ids, step, onNext }: Props) {
  const { checks } = useText()
  const words = useGuideWords()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const [scope, setScope] = useState('all')
  const forIds = scope === 'all' ? ids : [scope]
  const known = sharedItem(pass, forIds, step.id)
  const [result, setResult] = useState<CheckResult | undefined>(known?.result)
  const [found, setFound] = useState(known?.found ?? '')
  const [note, setNote] = useState(known?.note ?? '')
  const [documentIds, setDocumentIds] = useState<string[]>(known?.documentIds ?? [])
  const [findings, setFindings] = useState<string[]>(knownFindings(pass, forIds, step.id))
  const channelKind = CHANNEL_ITEMS[step.id]

  const choose = (checkId: string) => {
    const chosen = checkId === 'all' ? ids : [checkId]
    const item = sharedItem(pass, chosen, step.id)
    setScope(checkId)
    setResult(item?.result)
    setFound(item?.found ?? '')
    setNote(item?.note ?? '')
    setDocumentIds(item?.documentIds ?? [])
    setFindings(knownFindings(pass, chosen, step.id))
  }
  const save = async () => {
    if (result === undefined) return
    await call('checks.record', {
      ids,
      forIds,
      itemId: step.id,
      result,
      findings: result === 'problem' ? findings : [],
      ...(found.trim() !== '' && { found: found.trim() }),
      ...(note.trim() !== '' && { note: note.trim() }),
      documentIds,
    })
    if (scope === 'all') onNext()
    else tell.said(checks.recorded)
  }

  return (
    <section className="pass-item-panel" aria-label={words(step.title)}>
      <h2>{words(step.title)}</h2>
      <p className="pass-text">{words(step.text)}</p>
      {step.caution && <p className="pass-caution">{words(step.caution)}</p>}
      {step.link && (
        <Button
          onClick={() =>
            void call('shell.openLink', { link: step.link ?? 'miit-filing' }).catch(tell.failed)
          }
        >
          {step.link === 'miit-filing' ? checks.openPortal : checks.openPolice} ↗
        </Button>
      )}
      {step.values && <ComparedValues services={pass.services} values={step.values} />}
      {channelKind && <ChannelLines pass={pass} ids={ids} kind={channelKind} />}
      {pass.services.length > 1 && (
        <div className="pass-scope">
          <span className="faint">{checks.scope}</span>
          <Segmented
            size="small"
            value={scope}
            onChange={choose}
            options={[
              { value: 'all', label: checks.scopeAll(pass.services.length) },
              ...pass.services
                .slice(0, 6)
                .map(({ checkId, name }) => ({ value: checkId, label: name })),
            ]}
          />
        </div>
      )}
      <fieldset className="pass-result" disabled={!canWrite}>
        <legend className="visually-hidden">{checks.result}</legend>
        <Radio.Group
          aria-label={checks.result}
          value={result}
          optionType="button"
          onChange={(event) => setResult(resultOf(event.target.value))}
          options={CHECK_RESULTS.map((value) => ({ value, label: checks.results[value] }))}
        />
        {result === 'problem' && step.findings && (
          <FindingChoices findings={step.findings} chosen={findings} onChange={setFindings} />
        )}
        {result === 'problem' && (
          <Field id="check-found" label={checks.found} hint={checks.foundHint}>
            <Input
              id="check-found"
              value={found}
              maxLength={200}
              onChange={(event) => setFound(event.target.value)}
            />
          </Field>
        )}
        <Field id="check-note" label={checks.note}>
          <Input.TextArea
            id="check-note"
            rows={2}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        <Field id="check-evidence" label={checks.evidence}>
          <RecordsPicker
            id="check-evidence"
            kind="document"
            value={documentIds}
            onChange={setDocumentIds}
            placeholder={checks.evidenceHint}
          />
        </Field>
        <Button
          type="primary"
          disabled={result === undefined}
          onClick={() => void save().catch(tell.failed)}
        >
          {scope === 'all' ? checks.saveNext : checks.save}
        </Button>
      </fieldset>
      <p className="pass-sources faint">
        {checks.sources}：{step.sources.map(({ name }) => name).join('、')}
      </p>
    </section>
  )
}

type ChoicesProps = {
  findings: readonly Finding[]
  chosen: readonly string[]
  onChange(findings: string[]): void
}

/** What may be wrong here; each becomes a task, which is said before it does. */
function FindingChoices({ findings, chosen, onChange }: ChoicesProps) {
  const { checks } = useText()
  const words = useGuideWords()
  const within = ({ unit, count }: Finding['within']) =>
    unit === 'working-days' ? checks.withinWorkingDays(count) : checks.withinDays(count)
  return (
    <fieldset className="pass-findings">
      <legend className="faint">{checks.whatFound}</legend>
      {findings.map((finding) => (
        <Checkbox
          key={finding.id}
          checked={chosen.includes(finding.id)}
          onChange={({ target }) =>
            onChange(
              target.checked ? [...chosen, finding.id] : chosen.filter((one) => one !== finding.id),
            )
          }
        >
          <b className={finding.tone === 'danger' ? 'pass-danger' : undefined}>
            {words(finding.text)}
          </b>
          <span className="pass-becomes faint">
            {checks.becomesTask(words(finding.task), within(finding.within))}
          </span>
        </Checkbox>
      ))}
    </fieldset>
  )
}

function knownFindings(pass: CheckPass, checkIds: readonly string[], itemId: string): string[] {
  const ofItem = pass.tasks.filter(
    ({ data }) =>
      data.itemId === itemId && data.checkId !== undefined && checkIds.includes(data.checkId),
  )
  return [...new Set(ofItem.flatMap(({ data }) => data.findingId ?? []))]
}

function resultOf(value: unknown): CheckResult | undefined {
  return CHECK_RESULTS.find((one) => one === value)
}
