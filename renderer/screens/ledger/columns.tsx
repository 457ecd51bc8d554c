import {
  AppstoreOutlined,
  GlobalOutlined,
  HomeOutlined,
  MobileOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { LedgerRow } from '../../../shared/ledger-row.ts'
import type { ServiceKind } from '../../../shared/records/service.ts'
import { CredentialStateTag, ServiceStatusTag } from '../../components/StateTag.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import type { Text } from '../../i18n/text.ts'
import { SORT_KEYS, type SortKey } from './rows-view.ts'

export const KIND_ICONS: Readonly<Record<ServiceKind, ComponentType>> = {
  website: GlobalOutlined,
  app: MobileOutlined,
  'mini-program': AppstoreOutlined,
  'quick-app': ThunderboltOutlined,
}

/** Widths in CSS pixels; name, entity and domain share what is left. */
const WIDTHS: Readonly<Partial<Record<SortKey, number>>> = {
  number: 176,
  provider: 88,
  responsible: 76,
  status: 88,
  credential: 98,
  due: 94,
}

/** The columns of 台账 in the words of one language. Make them once: rows are memoised by them. */
export function ledgerColumns({ ledger, common }: Text): Column<LedgerRow>[] {
  const cells: Readonly<Record<SortKey, (row: LedgerRow) => React.ReactNode>> = {
    name: (row) => {
      const Icon = row.serviceKind === undefined ? HomeOutlined : KIND_ICONS[row.serviceKind]
      return (
        <span className="ledger-name" title={row.name}>
          <span
            className="ledger-kind"
            title={row.serviceKind ? common.serviceKind[row.serviceKind] : ledger.entityOnly}
          >
            <Icon />
          </span>
          <span className="ellipsis">
            {row.serviceKind === undefined ? (
              <span className="faint">{ledger.entityOnly}</span>
            ) : (
              row.name
            )}
          </span>
        </span>
      )
    },
    entity: (row) => <span title={row.entityName}>{row.entityName}</span>,
    number: (row) => <span title={row.filingNumber}>{row.filingNumber}</span>,
    domain: (row) => (
      <span title={row.domains.join('\n')}>
        {row.domains[0]}
        {row.domains.length > 1 && (
          <span className="faint"> {ledger.moreDomains(row.domains.length - 1)}</span>
        )}
      </span>
    ),
    provider: (row) =>
      row.providerNames.length > 0 ? (
        <span title={row.providerNames.join('、')}>{row.providerNames[0]}</span>
      ) : (
        row.serviceKind !== undefined &&
        row.status === 'active' && <span className="ledger-hollow">{ledger.noProvider}</span>
      ),
    responsible: (row) => <span title={row.responsibleName}>{row.responsibleName}</span>,
    status: (row) => <ServiceStatusTag status={row.status} />,
    credential: (row) =>
      row.credentialState === undefined ? (
        <span className="faint">{ledger.noCredential}</span>
      ) : (
        <CredentialStateTag state={row.credentialState} />
      ),
    due: (row) => row.dueOn,
  }
  return SORT_KEYS.map((key) => {
    const widthPx = WIDTHS[key]
    return {
      key,
      title: ledger.columns[key],
      render: cells[key],
      isSortable: true,
      ...(widthPx !== undefined && { widthPx }),
    }
  })
}
