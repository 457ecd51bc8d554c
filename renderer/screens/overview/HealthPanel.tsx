import { Button } from 'antd'
import { CREDENTIAL_STATES } from '../../../shared/credential-state.ts'
import type { HealthSummary } from '../../../shared/views.ts'
import { CredentialStateTag } from '../../components/StateTag.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

/** After so many days a recovery kit wants a look. */
const KIT_OLD_DAYS = 365

/** How the passwords stand, in a bar and in words; then what else wants a look. */
export function HealthPanel({ health }: { health: HealthSummary }) {
  const { overview } = useText()
  return (
    <section className="panel" aria-label={overview.health}>
      <StateBar health={health} />
      <h2>{overview.checks}</h2>
      <Checks health={health} />
    </section>
  )
}

function StateBar({ health: { credentialStates, healthyShare } }: { health: HealthSummary }) {
  const { overview, common } = useText()
  const go = useApp((state) => state.go)
  const states = CREDENTIAL_STATES.filter((state) => credentialStates[state] > 0)
  if (states.length === 0) {
    return (
      <>
        <h2>{overview.health}</h2>
        <p className="soft">{overview.healthNone}</p>
        <p className="faint">{overview.healthNoneText}</p>
      </>
    )
  }
  const words = states.map((state) =>
    overview.stateCount(common.credentialState[state], credentialStates[state]),
  )
  return (
    <>
      <h2>
        {overview.health}
        {healthyShare !== undefined && (
          <span className="faint">{overview.healthShare(percentWords(healthyShare))}</span>
        )}
      </h2>
      <div className="state-bar" role="img" aria-label={words.join('，')}>
        {states.map((state) => (
          <span
            key={state}
            className={`state-part state-part-${state}`}
            style={{ flexGrow: credentialStates[state] }}
          />
        ))}
      </div>
      <ul className="state-list">
        {states.map((state) => (
          <li key={state}>
            <button
              type="button"
              className="state-line"
              title={overview.showState(common.credentialState[state])}
              onClick={() => go('credentials', { filter: state })}
            >
              <span className={`state-key state-part-${state}`} aria-hidden="true" />
              <CredentialStateTag state={state} />
              <b>{credentialStates[state].toLocaleString()}</b>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Checks({ health }: { health: HealthSummary }) {
  const { overview } = useText()
  const go = useApp((state) => state.go)
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const { withoutProvider, providersToFill, withoutFilingNumber, kitAgeDays } = health
  return (
    <ul className="checks">
      <li className={withoutProvider > 0 ? 'check-danger' : undefined}>
        <span>
          {overview.withoutProvider}
          <span className="faint">{overview.withoutProviderText}</span>
        </span>
        <b>{withoutProvider > 0 ? withoutProvider : overview.fine}</b>
        {withoutProvider > 0 && (
          <Button size="small" onClick={() => go('ledger', { filter: 'no-provider' })}>
            {overview.look}
          </Button>
        )}
      </li>
      {providersToFill > 0 && (
        <li>
          <span>
            {overview.providersToFill}
            <span className="faint">{overview.providersToFillText}</span>
          </span>
          <b>{providersToFill}</b>
          <Button size="small" onClick={() => go('ledger', { filter: 'provider-unknown' })}>
            {overview.look}
          </Button>
        </li>
      )}
      <li>
        <span>
          {overview.withoutNumber}
          <span className="faint">{overview.withoutNumberText}</span>
        </span>
        <b>{withoutFilingNumber > 0 ? withoutFilingNumber : overview.fine}</b>
        {withoutFilingNumber > 0 && (
          <Button size="small" onClick={() => go('ledger', { filter: 'no-number' })}>
            {overview.look}
          </Button>
        )}
      </li>
      <li className={kitAgeDays === undefined ? 'check-danger' : undefined}>
        <span>
          {kitAgeDays === undefined ? overview.kitNone : overview.kit}
          <span className="faint">
            {kitAgeDays === undefined
              ? overview.kitNoneText
              : kitAgeDays > KIT_OLD_DAYS
                ? overview.kitOld
                : overview.kitFine}
          </span>
        </span>
        {kitAgeDays !== undefined && <b>{overview.kitAge(kitAgeDays)}</b>}
        {(kitAgeDays === undefined || kitAgeDays > KIT_OLD_DAYS) && canWrite && (
          <Button size="small" onClick={() => showForm({ form: 'kit' })}>
            {overview.makeKit}
          </Button>
        )}
      </li>
    </ul>
  )
}

/** Never says 100 % while one is missing. */
function percentWords(share: number): string {
  return `${Math.floor(share * 100)}%`
}
