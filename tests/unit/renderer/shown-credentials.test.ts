import { describe, expect, it } from 'vitest'
import {
  countStates,
  shownCredentials,
} from '../../../renderer/screens/credentials/shown-credentials.ts'
import type { CredentialState } from '../../../shared/credential-state.ts'
import type { CredentialView } from '../../../shared/views.ts'

function credential(label: string, state: CredentialState, dueOn?: string): CredentialView {
  return {
    id: label,
    kind: 'credential',
    revision: 1,
    hasSecret: true,
    createdAt: 0,
    updatedAt: 0,
    data: {
      kind: 'filing-password',
      label,
      account: `${label}@example.com`,
      origin: 'chosen',
      rotationMonths: 3,
      isRetired: false,
    },
    state,
    subject: '云岭官网',
    ...(dueOn !== undefined && { dueOn }),
  }
}

const labels = (credentials: readonly CredentialView[]) => credentials.map(({ data }) => data.label)

describe('the list of credentials', () => {
  const all = [
    credential('fine', 'current', '2027-02-01'),
    credential('later', 'due', '2026-12-20'),
    credential('issued', 'issued'),
    credential('sooner', 'due', '2026-12-01'),
  ]

  it('shows the worst first, then what is due earliest', () => {
    expect(labels(shownCredentials(all, '', undefined))).toEqual([
      'issued',
      'sooner',
      'later',
      'fine',
    ])
  })

  it('keeps one state only when asked', () => {
    expect(labels(shownCredentials(all, '', 'due'))).toEqual(['sooner', 'later'])
  })

  it('finds by every word, in name, account and filing', () => {
    expect(labels(shownCredentials(all, '云岭 ISSUED@', undefined))).toEqual(['issued'])
    expect(shownCredentials(all, '云岭 nothing', undefined)).toEqual([])
  })

  it('counts each state, also those nobody is in', () => {
    expect(countStates(all)).toEqual({
      issued: 1,
      overdue: 0,
      unknown: 0,
      due: 2,
      current: 1,
      retired: 0,
    })
  })
})
