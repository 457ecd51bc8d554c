import { parseIcpNumber } from '../../shared/field/icp-number.ts'
import type { Province } from '../../shared/field/province.ts'
import { provinceOfIcp } from '../../shared/field/province.ts'
import type { RecordStore } from '../ledger/store.ts'
import { recordOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import type { Office } from './additions.ts'

type Filed = {
  entityId: RecordId
  serviceIds: readonly RecordId[]
  providerId?: RecordId | undefined
}

/** The number by which a bureau is in charge: the entity's, else that of one of its services. */
export function filingNumberOf(store: RecordStore, filed: Filed): string | undefined {
  const ofEntity = recordOf(store, 'entity', filed.entityId)?.data.filingNumber
  if (ofEntity !== undefined) return ofEntity
  for (const id of filed.serviceIds) {
    const number = recordOf(store, 'service', id)?.data.filingNumber
    if (number !== undefined) return number
  }
  return undefined
}

/** The province whose bureau is in charge: the number's prefix decides, not today's address. */
export function provinceOfCase(store: RecordStore, filed: Filed): Province | undefined {
  const prefix = parseIcpNumber(filingNumberOf(store, filed) ?? '')?.prefix
  const own = recordOf(store, 'entity', filed.entityId)?.data.province
  return provinceOfIcp(prefix ?? '') ?? provinceOfIcp(own ?? '')
}

/** Whose figures and notes hold for a case. */
export function officeOf(store: RecordStore, filed: Filed): Office {
  return { providerId: filed.providerId, province: provinceOfCase(store, filed)?.icpPrefix }
}
