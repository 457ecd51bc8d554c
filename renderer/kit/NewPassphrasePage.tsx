import { useStartText } from '../i18n/start-text.ts'
import { NewCustodianForm } from '../start/NewCustodianForm.tsx'
import { useApp } from '../state/app-context.ts'

/** A kit opened the vault: a new 主口令 comes before anything else. A kit in parts belongs to nobody, so it asks for a name. */
export function NewPassphrasePage() {
  const { kit: text, start } = useStartText()
  const call = useApp((state) => state.call)
  const lock = useApp((state) => state.lock)
  const setStatus = useApp((state) => state.setStatus)
  const session = useApp((state) => state.status?.session)
  const isSplitKit = session?.isSplitKit ?? false
  return (
    <main className="start-main kit-page">
      <div className="start-card start-card-wide">
        <NewCustodianForm
          idPrefix="kit"
          label={text.newTitle}
          nameWords={
            isSplitKit ? { label: start.custodianName, hint: start.custodianNameHint } : undefined
          }
          words={{
            passphrase: text.newPassphrase,
            repeat: start.confirmPassphrase,
            hint: start.passphraseHint,
            submit: text.newSet,
            submitting: text.newSetting,
          }}
          head={
            <>
              <h2>{text.newTitle}</h2>
              <p className="soft">
                {isSplitKit ? text.newSplit : text.newOwn(session?.custodianName)}
              </p>
            </>
          }
          note={<p className="start-hint">{text.newTold}</p>}
          otherActs={(isWorking) => (
            <button
              type="button"
              className="button"
              disabled={isWorking}
              onClick={() => void lock()}
            >
              {text.newLock}
            </button>
          )}
          submit={async ({ name, passphrase }) => {
            const given = isSplitKit ? { name } : {}
            setStatus(await call('kit.setPassphrase', { passphrase, ...given }))
          }}
        />
      </div>
    </main>
  )
}
