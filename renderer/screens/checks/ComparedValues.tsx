import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { CheckedService } from '../../../shared/check-view.ts'
import type { PortalValue } from '../../../shared/guides/guide.ts'
import { findingWords } from '../../i18n/finding-words.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = { services: readonly CheckedService[]; values: readonly PortalValue[] }

/** What the ledger says, to be held against the portal: one column a service, one line what all share. */
export function ComparedValues({ services, values }: Props) {
  const { checks, portalValues } = useText()
  return (
    <div className="pass-values">
      <h3>{checks.compare}</h3>
      <dl>
        {values.map((value) => {
          const cells = services.map((service) => ({
            service,
            found: service.values.find((one) => one.value === value),
          }))
          const texts = new Set(cells.map(({ found }) => found?.text ?? ''))
          const shown = texts.size === 1 ? cells.slice(0, 1) : cells
          return (
            <div key={value} className="pass-value">
              <dt>{portalValues[value]}</dt>
              <dd>
                {shown.map(({ service, found }) => (
                  <ValueLine
                    key={service.checkId}
                    checkId={service.checkId}
                    value={value}
                    name={portalValues[value]}
                    of={texts.size === 1 ? undefined : service.name}
                    text={found?.text}
                    isMasked={found?.isMasked === true}
                    findings={found?.findings ?? []}
                  />
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

type LineProps = {
  checkId: string
  value: PortalValue
  name: string
  of: string | undefined
  text: string | undefined
  isMasked: boolean
  findings: CheckedService['values'][number]['findings']
}

function ValueLine({ checkId, value, name, of, text, isMasked, findings }: LineProps) {
  const { checks, findings: words } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const copy = () => {
    call('checks.copyValue', { id: checkId, value })
      .then(() => tell.said(checks.copied))
      .catch(tell.failed)
  }
  return (
    <div className="pass-value-line">
      {of !== undefined && <span className="faint">{of}</span>}
      {text === undefined ? (
        <span className="faint">{checks.notInLedger}</span>
      ) : (
        <span className="pass-value-text">{text}</span>
      )}
      {text !== undefined && !isMasked && (
        <Button
          type="text"
          size="small"
          icon={<CopyOutlined aria-hidden />}
          aria-label={checks.copy(name)}
          onClick={copy}
        />
      )}
      {text !== undefined &&
        findings.map((finding) => (
          <span key={finding.code} className={`field-finding field-finding-${finding.severity}`}>
            {findingWords(words, finding)}
          </span>
        ))}
    </div>
  )
}
