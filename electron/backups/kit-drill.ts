import type { KitsToTry, ShareDrill } from '../../shared/backup-view.ts'
import { drillResult } from '../../shared/drill-result.ts'
import type { DrillShare } from '../../shared/records/drill.ts'
import { latestEntries } from '../custodians/notices.ts'
import type { Session } from '../session.ts'
import type { Vault } from '../vault/vault.ts'
import { recordDrill } from './record-drill.ts'

/** Of a vault without a split kit; shares of others are looked at all the same. */
const USUAL_THRESHOLD = 2

/** Which kits there are: the person chooses the one at hand. */
export function kitsToTry(vault: Vault): KitsToTry {
  const kits = vault.slots().filter(({ kind }) => kind === 'recovery-kit')
  const split = kits.find((kit) => kit.split !== undefined)?.split
  return {
    hasWhole: kits.some((kit) => kit.split === undefined),
    ...(split && { split: { threshold: split.threshold, holders: split.holders } }),
  }
}

/**
 * Checks shares retyped from paper and keeps what came of it, with whose shares they are.
 *
 * @throws VaultError `wrong-recovery-kit` for a typing error; then nothing is kept
 */
export function drillShares(session: Session, codes: readonly string[]): ShareDrill {
  const { vault } = session.open()
  const { shares: checks, isOpening } = vault.checkShares(codes)
  const shares = checks.map(({ number, setId, finding, holder }): DrillShare => {
    if (finding === 'not-of-vault') return formerShare(vault, setId, number)
    return { number, finding, ...(holder !== undefined && { holder }) }
  })
  const isPassed = isOpening
  recordDrill(session, { kind: 'kit-retyped', person: vault.custodianName, isPassed, shares })
  const threshold = kitsToTry(vault).split?.threshold ?? USUAL_THRESHOLD
  return { result: drillResult({ isPassed, shares }), threshold, shares }
}

/** A share of no kit of today's: the trail may know the kit, and then whose it was. */
function formerShare(vault: Vault, setId: string, number: number): DrillShare {
  for (const { action, facts } of latestEntries(vault)) {
    if (action !== 'slot.split-kit-made' || facts?.['setId'] !== setId) continue
    const holders = String(facts['holders'] ?? '').split('、')
    const holder = holders.length === facts['shares'] ? holders[number - 1] : undefined
    return { number, finding: 'older-kit', ...(holder && { holder }) }
  }
  return { number, finding: 'other-kit' }
}
