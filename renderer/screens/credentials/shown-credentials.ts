import { CREDENTIAL_STATES, type CredentialState } from '../../../shared/credential-state.ts'
import type { CredentialView } from '../../../shared/views.ts'

/** Credentials that fit, worst state first, then the earliest due day, then by name. */
export function shownCredentials(
  all: readonly CredentialView[],
  query: string,
  state: CredentialState | undefined,
): CredentialView[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return all
    .filter((one) => (state === undefined || one.state === state) && hasWords(one, words))
    .map((one) => ({ one, rank: CREDENTIAL_STATES.indexOf(one.state), due: one.dueOn ?? '9999' }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compareText(a.due, b.due) ||
        compareText(a.one.data.label, b.one.data.label),
    )
    .map(({ one }) => one)
}

function hasWords({ data, subject }: CredentialView, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text =
    `${data.label} ${data.account ?? ''} ${data.portal ?? ''} ${subject ?? ''}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** How many credentials are in each state. */
export function countStates(all: readonly CredentialView[]): Record<CredentialState, number> {
  const counts: Record<CredentialState, number> = {
    issued: 0,
    overdue: 0,
    unknown: 0,
    due: 0,
    current: 0,
    retired: 0,
  }
  for (const { state } of all) counts[state] += 1
  return counts
}
