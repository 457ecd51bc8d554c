import { Switch } from 'antd'
import { useState } from 'react'
import type { CustodiansView, TwoPersonActName } from '../../../shared/custodians.ts'
import { Section, Setting } from '../../components/Setting.tsx'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

const ACTS: readonly TwoPersonActName[] = ['export', 'print-secrets', 'remove-custodian']

/** 公司规则: what takes two persons. */
export function RuleSection({ view, onChanged }: { view: CustodiansView; onChanged(): void }) {
  const { custodians: words } = useText()
  const call = useApp((state) => state.call)
  const canWrite = useCanWrite()
  const withSecondPerson = useSecondPerson()
  const tell = useTell()
  const [isSaving, setSaving] = useState(false)
  const hasOther = view.approvers.length > 0

  const set = async (act: TwoPersonActName, isOn: boolean) => {
    setSaving(true)
    const rest = view.rule.filter((one) => one !== act)
    try {
      await withSecondPerson(() =>
        call('custodians.setRule', { twoPersonActs: isOn ? [...rest, act] : rest }),
      )
      tell.said(words.rule.saved)
    } catch (error) {
      tell.failed(error)
    } finally {
      setSaving(false)
      onChanged()
    }
  }

  return (
    <Section title={words.rule.title} note={hasOther ? words.rule.note : words.rule.needsTwo}>
      {view.rule.length > 0 && !view.rule.includes('remove-custodian') && (
        <p className="note">{words.rule.withoutRemoval}</p>
      )}
      {ACTS.map((act) => {
        const isOn = view.rule.includes(act)
        return (
          <Setting
            key={act}
            id={`rule-${act}`}
            label={words.rule.acts[act]}
            hint={words.rule.actHint[act]}
          >
            <Switch
              id={`rule-${act}`}
              checked={isOn}
              disabled={!canWrite || isSaving || (!isOn && !hasOther)}
              onChange={(next) => void set(act, next)}
            />
          </Setting>
        )
      })}
    </Section>
  )
}
