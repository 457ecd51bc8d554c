import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

type Props = {
  share: CallOutput<'kit.prepareSplit'>['shares'][number]
  /** From 0. */
  place: number
  typed: readonly [string, string]
  /** The groups are not those of the paper. */
  isRefused: boolean
  onType(groups: [string, string]): void
  onProblem(error: unknown): void
}

/** One part: its groups, its page, and two groups of it retyped. */
export function SplitShare({ share, place, typed, isRefused, onType, onProblem }: Props) {
  const { custodians: words } = useText()
  const { split } = words
  const call = useApp((state) => state.call)
  const [isPrinted, setPrinted] = useState(false)
  const title = split.share(place + 1, share.holder)

  const print = () => {
    call('kit.printShare', { index: place }).then(setPrinted, onProblem)
  }

  // Which of the two it is: a group may be typed in other letters than it is printed, such as O for 0.
  const isWrong = (asked: number, at: number) =>
    isRefused && typed[at === 0 ? 0 : 1].trim().toUpperCase() !== share.groups[asked]

  return (
    <section className="split-share" aria-label={title}>
      <h3>{title}</h3>
      <ol className="kit-groups" aria-label={title}>
        {share.groups.map((group, index) => (
          <li key={group} className="kit-group">
            <span className="faint">{index + 1}</span>
            <b className="mono">{group}</b>
          </li>
        ))}
      </ol>
      <p className="start-actions">
        <Button onClick={print}>{split.print}</Button>
        {isPrinted && <span role="status">{split.printed}</span>}
      </p>
      <p className="soft">{split.retype}</p>
      <div className="kit-retype">
        {share.askedGroups.map((asked, at) => (
          <div key={asked} className="start-field">
            <label htmlFor={`share-${place}-${asked}`}>{split.group(asked + 1)}</label>
            <Input
              id={`share-${place}-${asked}`}
              className="mono"
              value={typed[at === 0 ? 0 : 1]}
              status={isWrong(asked, at) ? 'error' : ''}
              aria-invalid={isWrong(asked, at)}
              maxLength={20}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) =>
                onType(at === 0 ? [target.value, typed[1]] : [typed[0], target.value])
              }
            />
            {isWrong(asked, at) && <p className="start-hint start-hint-danger">{split.wrong}</p>}
          </div>
        ))}
      </div>
    </section>
  )
}
