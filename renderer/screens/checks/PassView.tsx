import { App, Button, Progress } from 'antd'
import { useMemo, useState } from 'react'
import type { CheckPass } from '../../../shared/check-view.ts'
import { quarterly } from '../../../shared/guides/quarterly.ts'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useGuideWords } from '../../i18n/guide-words.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { ItemPanel } from './ItemPanel.tsx'
import { itemStanding, openItemIds } from './pass-items.ts'

type Props = { ids: string[]; onClose(): void }

/** One pass through the list: items on the left, what to do about the chosen one beside them. */
export function PassView({ ids, onClose }: Props) {
  const { checks } = useText()
  const { value: pass, problem } = useAnswer('checks.read', { ids })
  if (problem !== undefined) return <Problem error={problem} />
  if (pass === undefined) return null
  return (
    <>
      <ScreenHeader title={pass.entityName} note={checks.ofServices(pass.services.length)}>
        <PassActs pass={pass} ids={ids} onClose={onClose} />
      </ScreenHeader>
      <PassBody pass={pass} ids={ids} />
    </>
  )
}

function PassActs({ pass, ids, onClose }: Props & { pass: CheckPass }) {
  const { checks } = useText()
  const { modal } = App.useApp()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const left = openItemIds(pass)

  const finish = () => {
    call('checks.finish', { ids })
      .then(({ undoToken }) => {
        tell.undoable(checks.finished, undoToken)
        onClose()
      })
      .catch(tell.failed)
  }
  const discard = () => {
    call('checks.discard', { ids })
      .then(({ undoToken }) => {
        tell.undoable(checks.discarded, undoToken)
        onClose()
      })
      .catch(tell.failed)
  }
  const restNormal = async () => {
    for (const itemId of left) {
      const forIds = pass.services
        .filter(({ openItemIds: open }) => open.includes(itemId))
        .map(({ checkId }) => checkId)
      await call('checks.record', { ids, forIds, itemId, result: 'fine', findings: [] })
    }
  }
  return (
    <>
      <Button type="text" onClick={onClose}>
        {checks.back}
      </Button>
      <Button type="text" onClick={discard}>
        {checks.discard}
      </Button>
      {left.length > 0 && (
        <Button
          onClick={() =>
            modal.confirm({
              title: checks.restNormal,
              content: checks.restNormalText(left.length),
              okText: checks.restNormal,
              onOk: () => restNormal().catch(tell.failed),
            })
          }
        >
          {checks.restNormal}
        </Button>
      )}
      <Button
        type="primary"
        disabled={left.length > 0}
        title={left.length > 0 ? checks.finishLeft(left.length) : undefined}
        onClick={finish}
      >
        {checks.finish}
      </Button>
    </>
  )
}

function PassBody({ pass, ids }: { pass: CheckPass; ids: string[] }) {
  const { checks } = useText()
  const words = useGuideWords()
  const left = useMemo(() => openItemIds(pass), [pass])
  const [chosenId, setChosenId] = useState(left[0] ?? quarterly.steps[0]?.id ?? '')
  const index = quarterly.steps.findIndex(({ id }) => id === chosenId)
  const step = quarterly.steps[index]
  const total = quarterly.steps.length
  const next = () => {
    const following = [...quarterly.steps.slice(index + 1), ...quarterly.steps]
    const open = following.find(({ id }) => id !== chosenId && left.includes(id))
    setChosenId((open ?? following[0])?.id ?? chosenId)
  }
  return (
    <div className="pass">
      <nav className="pass-items" aria-label={checks.itemsLabel}>
        <Progress
          percent={Math.round(((total - left.length) / total) * 100)}
          size="small"
          format={() => checks.progress(total - left.length, total)}
        />
        <ol>
          {quarterly.steps.map((one) => {
            const standing = itemStanding(pass, one.id)
            return (
              <li key={one.id}>
                <button
                  type="button"
                  className={`list-line pass-item pass-item-${standing}`}
                  aria-current={one.id === chosenId ? 'step' : undefined}
                  onClick={() => setChosenId(one.id)}
                >
                  <span className="pass-mark" aria-hidden="true" />
                  <span>{words(one.title)}</span>
                  {standing !== 'open' && (
                    <span className="visually-hidden">{checks.results[standing]}</span>
                  )}
                </button>
              </li>
            )
          })}
        </ol>
      </nav>
      {step && <ItemPanel key={step.id} pass={pass} ids={ids} step={step} onNext={next} />}
    </div>
  )
}
