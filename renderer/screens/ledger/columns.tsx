import type { LedgerRow } from '../../../shared/ledger-row.ts'
import { KindIcon } from '../../components/KindIcon.tsx'
import { CredentialStateTag, ServiceStatusTag } from '../../components/StateTag.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import type { Text } from '../../i18n/text.ts'
import { SORT_KEYS, type SortKey } from './rows-view.ts'

/** Widths in CSS pixels; name, entity and domain share what is left. */
const WIDTHS: Readonly<Partial<Record<SortKey, number>>> = {
  number: 176,
  provider: 88,
  responsible: 68,
  status: 80,
  credential: 98,
  due: 94,
}

/** A company's name of usual length is longer than that of its service and its domain. */
const SHARES: Readonly<Partial<Record<SortKey, number>>> = { name: 0.95, entity: 1.4, domain: 1.1 }

/** What a narrow window leaves out: the drawer has it. Passwords and days stay. */
const WIDE_ONLY: ReadonlySet<SortKey> = new Set(['domain', 'provider', 'responsible'])

/**
 * The columns of 台账 in the words of one language. Make them once: rows are memoised by them. Cells hold as few
 * elements as they can: a fast scroll fills some thirty rows a frame.
 */
export function ledgerColumns({ ledger, common }: Text, isNarrow: boolean): Column<LedgerRow>[] {
  const cells: Readonly<Record<SortKey, Pick<Column<LedgerRow>, 'render' | 'titleOf'>>> = {
    name: {
      render: ({ serviceKind, name }) => (
        <>
          <KindIcon kind={serviceKind} />
          {serviceKind === undefined ? ledger.entityOnly : name}
        </>
      ),
      titleOf: ({ serviceKind, name }) =>
        serviceKind === undefined ? name : `${name}（${common.serviceKind[serviceKind]}）`,
    },
    entity: { render: ({ entityName }) => entityName, titleOf: ({ entityName }) => entityName },
    number: {
      render: ({ filingNumber }) => filingNumber,
      titleOf: ({ filingNumber }) => filingNumber,
    },
    domain: {
      render: ({ domains }) =>
        domains.length > 1 ? (
          <>
            {domains[0]} <span className="faint">{ledger.moreDomains(domains.length - 1)}</span>
          </>
        ) : (
          domains[0]
        ),
      titleOf: ({ domains }) => domains.join('\n'),
    },
    provider: {
      render: ({ providerNames, serviceKind, status, isProviderUnknown }) => {
        if (isProviderUnknown) return <span className="faint">{ledger.providerUnknown}</span>
        const isHollow =
          serviceKind !== undefined && status === 'active' && providerNames.length === 0
        return isHollow ? (
          <span className="ledger-hollow">{ledger.noProvider}</span>
        ) : (
          providerNames[0]
        )
      },
      titleOf: ({ providerNames }) => providerNames.join('、'),
    },
    responsible: {
      render: ({ responsibleName }) => responsibleName,
      titleOf: ({ responsibleName }) => responsibleName,
    },
    status: { render: ({ status }) => <ServiceStatusTag status={status} /> },
    credential: {
      render: ({ credentialState }) =>
        credentialState === undefined ? (
          <span className="faint">{ledger.noCredential}</span>
        ) : (
          <CredentialStateTag state={credentialState} />
        ),
    },
    due: { render: ({ dueOn }) => dueOn },
  }
  const shown = SORT_KEYS.filter((key) => !isNarrow || !WIDE_ONLY.has(key))
  return shown.map((key) => {
    const widthPx = WIDTHS[key]
    const share = SHARES[key]
    return {
      key,
      title: ledger.columns[key],
      isSortable: true,
      ...cells[key],
      ...(widthPx !== undefined && { widthPx }),
      ...(share !== undefined && { share }),
    }
  })
}
