import { Input, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import { Field } from '../../components/Field.tsx'
import { FormModal } from '../../forms/FormModal.tsx'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { SplitShare } from './SplitShare.tsx'

type Kit = CallOutput<'kit.prepareSplit'>
type Typed = [string, string]

/** A kit in parts: who holds what, a page for each, two groups of each retyped. The codes live in this dialog only. */
export function SplitKitDialog({ onClose }: { onClose(): void }) {
  const { split } = useText().custodians
  const call = useApp((state) => state.call)
  const refreshStatus = useApp((state) => state.refreshStatus)
  const withSecondPerson = useSecondPerson()
  const tell = useTell()
  const work = useWork()
  const [count, setCount] = useState<2 | 3>(3)
  const [holders, setHolders] = useState<readonly string[]>(split.defaultHolders)
  const [kit, setKit] = useState<Kit>()
  const [typed, setTyped] = useState<readonly Typed[]>([])
  const named = holders.slice(0, count).map((holder) => holder.trim())
  const areNamed = named.every((name) => name !== '')
  const areDifferent = new Set(named).size === count

  useEffect(() => () => void call('kit.discard').catch(() => {}), [call])

  const prepare = () =>
    work.run(async () => {
      const input = { shares: count, holders: named }
      const made = await withSecondPerson(() => call('kit.prepareSplit', input))
      setTyped(made.shares.map(() => ['', '']))
      setKit(made)
      return true
    })
  const confirm = () =>
    work.run(async () => {
      await call('kit.confirmSplit', { shares: typed.map(([one, two]): Typed => [one, two]) })
      tell.said(split.done)
      onClose()
      await refreshStatus()
      return true
    })

  const areTyped = typed.every((groups) => groups.every((group) => group.trim() !== ''))
  const wrongShare = work.problem?.code === 'kit-mismatch' ? work.problem.facts['share'] : undefined
  return (
    <FormModal
      title={split.title}
      okText={kit === undefined ? split.prepare : split.confirm}
      isDirty={kit !== undefined}
      isSaving={work.isWorking}
      canSave={kit === undefined ? areNamed && areDifferent : areTyped}
      problem={work.problem}
      onSave={kit === undefined ? prepare : confirm}
      onClose={onClose}
      widthPx={680}
    >
      <p className="soft">{split.lead}</p>
      {kit === undefined ? (
        <>
          <Field id="split-count" label={split.count}>
            <Segmented<2 | 3>
              id="split-count"
              value={count}
              onChange={setCount}
              options={[
                { value: 3, label: split.three },
                { value: 2, label: split.two },
              ]}
            />
          </Field>
          {holders.slice(0, count).map((holder, place) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is its number
              key={place}
              id={`split-holder-${place}`}
              label={split.holder(place + 1)}
            >
              <Input
                id={`split-holder-${place}`}
                value={holder}
                maxLength={60}
                onChange={({ target }) => setHolders(holders.with(place, target.value))}
              />
            </Field>
          ))}
          {areNamed && !areDifferent && (
            <p role="alert" className="setting-danger">
              {split.holdersDiffer}
            </p>
          )}
          <p className="faint">{split.replaced}</p>
        </>
      ) : (
        kit.shares.map((share, place) => (
          <SplitShare
            key={share.holder}
            share={share}
            place={place}
            typed={typed[place] ?? ['', '']}
            isRefused={wrongShare === place + 1}
            onType={(groups) => setTyped(typed.with(place, groups))}
            onProblem={tell.failed}
          />
        ))
      )}
    </FormModal>
  )
}
