import { type SyntheticEvent, useState } from 'react'
import type { JoinLook, OwnJoinRequest } from '../../../shared/custodians.ts'
import type { VaultStatus } from '../../../shared/views.ts'
import { SixWords } from '../../components/SixWords.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useJoinText } from '../../i18n/join-text.ts'
import { useApp } from '../../state/app-context.ts'
import { PassphraseInput } from '../PassphraseInput.tsx'
import { Problem } from '../Problem.tsx'
import { useChooseVault } from '../use-choose-vault.ts'
import { VaultHead } from '../VaultHead.tsx'
import { WorkButton } from '../WorkButton.tsx'

type Props = { request: OwnJoinRequest; status: VaultStatus }

/** The first opening: the vault says its words, they are compared, then it is opened. */
export function OpenAsJoiner({ request, status: { vault } }: Props) {
  const text = useJoinText()
  const call = useApp((state) => state.call)
  const unlock = useApp((state) => state.unlock)
  const expectUnlock = useApp((state) => state.expectUnlock)
  const [isChosen, setChosen] = useState(false)
  const vaults = useChooseVault({ onCreate: () => {}, onOpen: () => setChosen(true) })
  const [passphrase, setPassphrase] = useState('')
  const [look, setLook] = useState<JoinLook>()
  const [hasDiffered, setDiffered] = useState(false)
  const { isWorking, problem, run, forget } = useWork()
  const shownProblem = problem ?? vaults.problem

  const choose = () => {
    forget()
    setLook(undefined)
    setDiffered(false)
    void vaults.open()
  }
  const ask = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (isWorking || passphrase === '') return
    expectUnlock()
    const hasAnswered = await run(async () => {
      setLook(await call('join.look', { id: request.id, passphrase }))
      return true
    })
    if (!hasAnswered) setPassphrase('')
  }
  const open = (confirmed: string) =>
    run(async () => {
      setPassphrase('')
      await unlock({ secret: { kind: 'join', id: request.id, passphrase, confirmed } })
      return true
    })
  const refuse = () => {
    setPassphrase('')
    setLook(undefined)
    setDiffered(true)
  }

  return (
    <section className="start-form" aria-label={text.stepTwo}>
      <h3>{text.stepTwo}</h3>
      {shownProblem && <Problem error={shownProblem} />}
      {hasDiffered && (
        <div role="alert" className="problem">
          <p>{text.differText}</p>
        </div>
      )}
      {!isChosen || vault === undefined ? (
        <div className="start-actions">
          <button type="button" className="button" onClick={choose}>
            {text.choose}
          </button>
        </div>
      ) : look === undefined ? (
        <form className="start-form" onSubmit={(event) => void ask(event)} aria-busy={isWorking}>
          <VaultHead vault={vault} />
          <PassphraseInput
            id="join-unlock"
            label={text.passphrase}
            value={passphrase}
            onChange={setPassphrase}
            disabled={isWorking}
          />
          <div className="start-actions">
            <WorkButton word={text.look} working={text.looking} isWorking={isWorking} />
            <button type="button" className="button" onClick={choose} disabled={isWorking}>
              {text.another}
            </button>
          </div>
        </form>
      ) : (
        <>
          <strong>{text.compareTitle}</strong>
          <SixWords label={text.vaultWords} words={look.words} />
          <p className="soft">
            {text.compareText} {text.as(look.custodianName)}
          </p>
          {look.isAuditor && <p className="soft">{text.auditor}</p>}
          <div className="start-actions">
            <WorkButton
              word={text.same}
              working={text.opening}
              isWorking={isWorking}
              onClick={() => void open(look.confirmed)}
            />
            <button type="button" className="button" disabled={isWorking} onClick={refuse}>
              {text.differ}
            </button>
          </div>
        </>
      )}
    </section>
  )
}
