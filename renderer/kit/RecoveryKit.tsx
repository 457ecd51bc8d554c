import { type SyntheticEvent, useEffect, useState } from 'react'
import type { CallOutput } from '../../shared/contract.ts'
import type { VaultError } from '../../shared/errors.ts'
import { useSecondPerson } from '../frame/use-second-person.ts'
import { useStartText } from '../i18n/start-text.ts'
import { Problem, problemOf } from '../start/Problem.tsx'
import { WorkButton } from '../start/WorkButton.tsx'
import { useApp } from '../state/app-context.ts'

type Kit = CallOutput<'kit.prepare'>

/** Shows a new recovery kit once, prints it and puts it in force when two of its groups are retyped. */
export function RecoveryKit({ onClose }: { onClose(): void }) {
  const { kit: text } = useStartText()
  const call = useApp((state) => state.call)
  const withSecondPerson = useSecondPerson()
  const [kit, setKit] = useState<Kit>()
  const [isPrinted, setPrinted] = useState(false)
  const [isPostponing, setPostponing] = useState(false)
  const [problem, setProblem] = useState<VaultError>()

  useEffect(() => {
    let isGone = false
    withSecondPerson(() => call('kit.prepare')).then(
      (prepared) => {
        if (!isGone) setKit(prepared)
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
    return () => {
      isGone = true
    }
  }, [call, withSecondPerson])

  const print = async () => {
    setProblem(undefined)
    try {
      setPrinted(await call('kit.print'))
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  const postpone = async () => {
    onClose()
    await call('kit.discard')
  }

  return (
    <section aria-label={text.title} className="start-form">
      <h2>{text.title}</h2>
      <p className="soft">{text.lead}</p>
      {problem && <Problem error={problem} />}
      {kit === undefined ? (
        problem === undefined && <p className="faint">{text.preparing}</p>
      ) : (
        <>
          <KitSheet kit={kit} />
          <p className="start-hint">{text.onceWarning}</p>
          <div className="start-actions">
            <button type="button" className="button" onClick={() => void print()}>
              {text.print}
            </button>
            {isPrinted && <span role="status">{text.printed}</span>}
          </div>
          <RetypeForm kit={kit} onConfirmed={onClose} onProblem={setProblem} />
        </>
      )}
      {isPostponing ? (
        <div role="alert" className="problem problem-due">
          <strong>{text.later}</strong>
          <p>{text.laterText}</p>
          <div className="start-actions">
            <button type="button" className="button" onClick={() => void postpone()}>
              {text.laterConfirm}
            </button>
            <button
              type="button"
              className="button button-primary"
              onClick={() => setPostponing(false)}
            >
              {text.cancel}
            </button>
          </div>
        </div>
      ) : (
        <div className="start-links">
          <button type="button" className="button-link" onClick={() => setPostponing(true)}>
            {text.later}
          </button>
        </div>
      )}
    </section>
  )
}

function KitSheet({ kit }: { kit: Kit }) {
  const { kit: text } = useStartText()
  return (
    <>
      <ol className="kit-groups" aria-label={text.code}>
        {kit.groups.map((group, index) => (
          <li key={text.group(index + 1)} className="kit-group">
            <span className="faint">{index + 1}</span>
            <b className="mono">{group}</b>
          </li>
        ))}
      </ol>
      <dl className="kit-facts">
        <dt>{text.checkWords}</dt>
        <dd>{kit.checkWords.join(' ')}</dd>
        <dt>{text.revision}</dt>
        <dd>{kit.revision}</dd>
        <dt>{text.vaultId}</dt>
        <dd className="mono">{kit.vaultId}</dd>
      </dl>
    </>
  )
}

type RetypeProps = {
  kit: Kit
  onConfirmed(): void
  onProblem(problem: VaultError | undefined): void
}

function RetypeForm({ kit, onConfirmed, onProblem }: RetypeProps) {
  const { kit: text } = useStartText()
  const call = useApp((state) => state.call)
  const refreshStatus = useApp((state) => state.refreshStatus)
  const [typed, setTyped] = useState<[string, string]>(['', ''])
  const [isWorking, setWorking] = useState(false)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setWorking(true)
    onProblem(undefined)
    try {
      await call('kit.confirm', { groups: typed })
      await refreshStatus()
      onConfirmed()
    } catch (error) {
      onProblem(problemOf(error))
      setTyped(['', ''])
    } finally {
      setWorking(false)
    }
  }

  return (
    <form className="start-form" onSubmit={(event) => void submit(event)}>
      <p>{text.retypeTitle}</p>
      <div className="kit-retype">
        {kit.askedGroups.map((asked, place) => (
          <div key={asked} className="start-field">
            <label htmlFor={`kit-group-${asked}`}>{text.group(asked + 1)}</label>
            <input
              id={`kit-group-${asked}`}
              className="input mono"
              value={typed[place]}
              maxLength={20}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) =>
                setTyped(
                  place === 0 ? [event.target.value, typed[1]] : [typed[0], event.target.value],
                )
              }
            />
          </div>
        ))}
      </div>
      <div className="start-actions">
        <WorkButton
          word={text.confirm}
          working={text.confirming}
          isWorking={isWorking}
          isDisabled={typed.some((group) => group.trim() === '')}
        />
      </div>
    </form>
  )
}
