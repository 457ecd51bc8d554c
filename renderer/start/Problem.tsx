import { VaultError } from '../../shared/errors.ts'
import { findingWords } from '../i18n/finding-words.ts'
import { useStartText } from '../i18n/start-text.ts'
import type { ErrorWords } from '../i18n/zh/errors.ts'
import { useApp } from '../state/app-context.ts'

type Props = {
  error: VaultError
  /** Where the usual words would not fit the place. */
  words?: ErrorWords | undefined
}

/** An expected failure in words: what happened, what was kept, what to do. Read aloud as it appears. */
export function Problem({ error, words: own }: Props) {
  const { errors, findings } = useStartText()
  const words = own ?? errors[error.code](error.facts)
  const code = error.facts['code']
  const finding =
    typeof code === 'string'
      ? findingWords(findings, { severity: 'refused', code, facts: error.facts })
      : undefined
  return (
    <div role="alert" className="problem">
      <strong>{words.title}</strong>
      {finding !== undefined && <p>{finding}</p>}
      <p>{words.kept}</p>
      <p>{words.next}</p>
    </div>
  )
}

/** What `error` is for the person: a VaultError as it is, a bug as `internal`. */
export function problemOf(error: unknown): VaultError {
  if (error instanceof VaultError) return error
  return new VaultError('internal', 'a bug in the window', { cause: error })
}

/** Why the vault is closed, where the person did not close it. */
export function LostNotice() {
  const { errors } = useStartText()
  // After a death the page is loaded anew too, so only the status can tell of it.
  const lostWith = useApp((state) =>
    state.status?.lockedBy === 'vault-process-ended' ? 'vault-process-ended' : state.lostWith,
  )
  if (lostWith === undefined) return null
  const words = errors[lostWith]({})
  return (
    <div role="status" className="problem problem-due">
      <strong>{words.title}</strong>
      <p>{words.kept}</p>
      <p>{words.next}</p>
    </div>
  )
}
