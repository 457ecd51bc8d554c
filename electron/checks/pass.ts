import type { CheckedService, CheckPass } from '../../shared/check-view.ts'
import { VaultError } from '../../shared/errors.ts'
import type { PortalValue } from '../../shared/guides/guide.ts'
import { quarterly } from '../../shared/guides/quarterly.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { portalSubject, valueSource } from '../cases/portal-values.ts'
import { preflightValue } from '../cases/preflight.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, requireLive } from '../ledger/store.ts'
import type { OpenVault, Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { channelsOf } from './channels.ts'
import { taskLines } from './tasks.ts'

/** Every value that some item of the guide compares, in the guide's order. */
const COMPARED: readonly PortalValue[] = [
  ...new Set(quarterly.steps.flatMap((step) => step.values ?? [])),
]

/**
 * The checks of one pass. They must be of one entity: what is found about it holds for all its services.
 *
 * @throws VaultError `record-not-found`; `invalid-value` (field `ids`) for checks of several entities.
 */
export function requireChecks(
  store: RecordStore,
  ids: readonly RecordId[],
): LedgerRecord<'check'>[] {
  const checks = ids.map((id) => requireLive(store, 'check', id))
  if (new Set(checks.map(({ data }) => data.entityId)).size > 1) {
    throw invalidValue('ids', 'not-allowed')
  }
  return checks
}

/** @throws VaultError as `requireChecks` */
export function checkPass(open: OpenVault, ids: readonly RecordId[], now: number): CheckPass {
  const { ledger } = open
  const checks = requireChecks(ledger, ids)
  const entityId = checks[0]?.data.entityId ?? ''
  const checkIds = new Set(ids)
  return {
    entityId,
    entityName: liveRecord(ledger, 'entity', entityId)?.data.name ?? '',
    services: checks.map((check) => checkedService(open, check, now)),
    channels: channelsOf(
      ledger,
      entityId,
      checks.map(({ data }) => data.serviceId),
    ),
    tasks: taskLines(ledger, now).filter(
      ({ data }) => data.checkId !== undefined && checkIds.has(data.checkId),
    ),
  }
}

/**
 * Copies what the ledger has of one value.
 *
 * @throws VaultError `record-not-found` when it has none, or when it is a part of somebody's ID number.
 */
export async function copyChecked(
  session: Session,
  checkId: RecordId,
  value: PortalValue,
): Promise<void> {
  const { ledger } = session.open()
  const { entityId, serviceId } = requireLive(ledger, 'check', checkId).data
  const subject = portalSubject(ledger, { entityId, serviceIds: [serviceId] }, { serviceId })
  const { text, secret } = valueSource(ledger, subject, value)
  if (text === undefined || secret !== undefined) {
    throw new VaultError('record-not-found', 'the ledger does not have it')
  }
  await session.host('clipboard.copyText', { text })
}

/** Items of the guide that have no result yet. */
export function openItems({ data }: LedgerRecord<'check'>): string[] {
  const known = new Set(data.items.map((item) => item.itemId))
  return quarterly.steps.filter((step) => !known.has(step.id)).map((step) => step.id)
}

function checkedService(
  open: OpenVault,
  check: LedgerRecord<'check'>,
  now: number,
): CheckedService {
  const { serviceId, entityId, items, startedOn, finishedOn } = check.data
  const service = liveRecord(open.ledger, 'service', serviceId)
  const subject = portalSubject(open.ledger, { entityId, serviceIds: [serviceId] }, { serviceId })
  const checked: CheckedService = {
    checkId: check.id,
    revision: check.revision,
    serviceId,
    name: service?.data.name ?? '',
    startedOn,
    items,
    values: COMPARED.map((value) => preflightValue(open, subject, value, now)),
    openItemIds: openItems(check),
  }
  if (service?.data.filingNumber !== undefined) checked.filingNumber = service.data.filingNumber
  if (finishedOn !== undefined) checked.finishedOn = finishedOn
  return checked
}
