import { type CalendarDay, dayOf } from '../../shared/calendar-day.ts'
import type { DueList, DueListProblem } from '../../shared/due-list.ts'
import type { KeptKey } from './due-keys.ts'

/** After a look that failed, and between two looks at a file that keeps changing (a synced folder). */
const RETRY_MS = 10 * 60_000

/** What is known of one vault: the list of the day, or why there is none. */
export type DueStanding = { vaultId: string; path: string } & (
  | { state: 'waiting' }
  | { state: 'listed'; list: DueList }
  | { state: 'problem'; problem: DueListProblem }
)

/** What came of one look into a vault. */
export type DueAnswer = { list: DueList } | { problem: DueListProblem }

export type DueWatch = {
  /** One look at the clock; to be called every few seconds. */
  look(): void
  /** The machine was asleep or the person is back: look again, whatever was found before. */
  wake(): void
  /** The vault process has this vault open and says what is due. */
  told(vaultId: string, list: DueList): void
  standings(): DueStanding[]
}

type Known = {
  answer?: DueAnswer
  /** Unix ms of the last try. */
  triedAt: number
  /** When the file was changed last, as of that try. */
  changedAt: number | undefined
  /** To be looked at again at once; what was found stands until then. */
  isStale: boolean
}

/**
 * Decides when a vault is looked into: at the start, when a new day begins in Shanghai, when the file has
 * changed, and ten minutes after a look that failed. Never while somebody opens it or has it open here.
 *
 * @param read - opens the vault for reading, in a process of its own that ends with the answer; undefined
 * when it was stopped, because the person wants the file.
 * @param isHeld - whether the vault at this path is open, or being opened, in the window.
 * @param changed - told when `standings` are others than before.
 */
export function createDueWatch(parts: {
  now: () => number
  keys: () => readonly KeptKey[]
  read: (key: KeptKey, today: CalendarDay) => Promise<DueAnswer | undefined>
  isHeld: (path: string) => boolean
  changedAt: (path: string) => number | undefined
  expired: (key: KeptKey) => void
  changed: () => void
}): DueWatch {
  const known = new Map<string, Known>()
  let isReading = false

  const wants = (key: KeptKey, today: CalendarDay, now: number): boolean => {
    const before = known.get(key.vaultId)
    if (before?.answer === undefined || before.isStale) return true
    if (Math.abs(now - before.triedAt) < RETRY_MS) {
      return 'list' in before.answer && before.answer.list.day !== today
    }
    if ('problem' in before.answer) return true
    return before.answer.list.day !== today || before.changedAt !== parts.changedAt(key.path)
  }

  const take = (key: KeptKey, found: DueAnswer) => {
    const before = known.get(key.vaultId)?.answer
    // Who has it open elsewhere does not take away what is known of today.
    const isBusy = 'problem' in found && found.problem === 'vault-busy'
    const isKnown = before !== undefined && 'list' in before
    const answer = isBusy && isKnown && before.list.day === dayOf(parts.now()) ? before : found
    const changedAt = isBusy ? undefined : parts.changedAt(key.path)
    known.set(key.vaultId, { answer, triedAt: parts.now(), changedAt, isStale: false })
    parts.changed()
  }

  const expire = (key: KeptKey) => {
    const before = known.get(key.vaultId)?.answer
    if (before !== undefined && 'problem' in before && before.problem === 'expired') return
    if (key.sealedKey !== undefined) parts.expired(key)
    take(key, { problem: 'expired' })
  }

  const readOne = async (key: KeptKey, today: CalendarDay) => {
    isReading = true
    try {
      const answer = await parts.read(key, today)
      const isStillKept = parts.keys().some(({ slotId }) => slotId === key.slotId)
      if (answer !== undefined && isStillKept) take(key, answer)
    } finally {
      isReading = false
    }
  }

  const look = () => {
    const now = parts.now()
    const today = dayOf(now)
    for (const key of parts.keys()) {
      if (now >= key.expiresAt || key.sealedKey === undefined) {
        expire(key)
        continue
      }
      if (isReading || parts.isHeld(key.path) || !wants(key, today, now)) continue
      void readOne(key, today)
      return
    }
  }

  return {
    look,
    wake() {
      for (const one of known.values()) one.isStale = true
      look()
    },
    told(vaultId, list) {
      const key = parts.keys().find((one) => one.vaultId === vaultId)
      if (key !== undefined) take(key, { list })
    },
    standings: () =>
      parts.keys().map(({ vaultId, path }) => {
        const answer = known.get(vaultId)?.answer
        if (answer === undefined) return { vaultId, path, state: 'waiting' }
        if ('list' in answer) return { vaultId, path, state: 'listed', list: answer.list }
        return { vaultId, path, state: 'problem', problem: answer.problem }
      }),
  }
}
