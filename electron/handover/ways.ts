import type { Handover } from '../../shared/records/handover.ts'
import type { RecordId, SlotSummary } from '../vault/vault.ts'

/** Their ways into the vault, of whatever kind. */
export function waysOf(slots: readonly SlotSummary[], { leaver }: Handover): SlotSummary[] {
  const { custodianId } = leaver
  return custodianId === undefined ? [] : slots.filter((slot) => isWayOf(slot, custodianId))
}

/** A kit in parts is a way in of its maker: whoever made it saw every share. */
export function isWayOf({ custodianId, split }: SlotSummary, id: RecordId): boolean {
  return custodianId === id || split?.madeBy === id
}
