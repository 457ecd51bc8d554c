import { CopyOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { PreflightValue } from '../../../../shared/case-view.ts'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { findingWords } from '../../../i18n/finding-words.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useTell } from '../../../workspace/use-tell.ts'
import { useEditRecord } from '../use-edit-record.ts'

type Chosen = { serviceId?: string; domainId?: string }
type Props = { caseId: string; stepId: string }

/** What will be typed on the portal, as the ledger has it, each with a button that copies it. */
export function PortalValues({ caseId, stepId }: Props) {
  const { recovery } = useText()
  const [chosen, setChosen] = useState<Chosen>({})
  const { value } = useAnswer('cases.preflight', { id: caseId, stepId, ...chosen })
  return (
    <section className="values" aria-label={recovery.values.title}>
      <h3>{recovery.values.title}</h3>
      <ul>
        {(value?.values ?? []).map((one) => (
          <ValueLine
            key={one.value}
            caseId={caseId}
            line={one}
            chosen={chosen}
            onChoose={(change) => setChosen({ ...chosen, ...change })}
          />
        ))}
      </ul>
    </section>
  )
}

type LineProps = {
  caseId: string
  line: PreflightValue
  chosen: Chosen
  onChoose(change: Chosen): void
}

function ValueLine({ caseId, line, chosen, onChoose }: LineProps) {
  const { recovery, portalValues, findings: text, common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const edit = useEditRecord()
  const { value, text: shown, recordId, recordTitle, findings, choices } = line
  const name = portalValues[value]
  const isRefused = findings.some(({ severity }) => severity === 'refused')

  const copy = () => {
    call('cases.copyValue', { id: caseId, value, ...chosen }).then(
      ({ clearsAfterSeconds }) =>
        tell.said(
          clearsAfterSeconds === undefined
            ? common.copied
            : recovery.values.copiedSecret(clearsAfterSeconds),
        ),
      tell.failed,
    )
  }

  return (
    <li className={isRefused ? 'value value-refused' : 'value'} aria-label={name}>
      <span className="value-name">{name}</span>
      <span className="value-text">
        {choices.length > 0 ? (
          <Select<string>
            size="small"
            aria-label={name}
            popupMatchSelectWidth={false}
            value={
              (value === 'domain' ? chosen.domainId : chosen.serviceId) ??
              choices[0]?.recordId ??
              null
            }
            options={choices.map((one) => ({ value: one.recordId, label: one.text }))}
            onChange={(id: string) =>
              onChoose(value === 'domain' ? { domainId: id } : { serviceId: id })
            }
          />
        ) : (
          <span className="mono">{shown ?? recovery.values.absent}</span>
        )}
      </span>
      <span className="value-acts">
        {shown !== undefined && (
          <Button
            size="small"
            icon={<CopyOutlined aria-hidden />}
            aria-label={recovery.values.copy(name)}
            onClick={copy}
          >
            {common.copy}
          </Button>
        )}
        {canWrite && recordId !== undefined && findings.length > 0 && (
          <Button
            size="small"
            type="text"
            icon={<EditOutlined aria-hidden />}
            aria-label={recovery.values.mend(recordTitle ?? name)}
            title={recovery.values.mend(recordTitle ?? name)}
            onClick={() => void edit(recordId)}
          />
        )}
      </span>
      {findings.length > 0 && (
        <span className="value-findings">
          {findings.map((finding) => (
            <span key={finding.code} className={`field-finding field-finding-${finding.severity}`}>
              {findingWords(text, finding)}
            </span>
          ))}
        </span>
      )}
    </li>
  )
}
