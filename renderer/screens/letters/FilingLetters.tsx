import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { LetterStateTag } from './LetterStateTag.tsx'
import { useLetterActs } from './use-letter-acts.ts'
import './letters.css'

type Props = { entityId: string; serviceId?: string }

/** The letters of a filing's entity, in its drawer. */
export function FilingLetters({ entityId, serviceId }: Props) {
  const { letters } = useText()
  const canWrite = useCanWrite()
  const acts = useLetterActs()
  const { value: lines } = useAnswer('letters.list')
  const own = lines?.filter((line) => line.entityId === entityId) ?? []
  return (
    <section className="drawer-section" aria-label={letters.drawerTitle}>
      <div className="drawer-section-head">
        <h3>{letters.drawerTitle}</h3>
        {canWrite && (
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined aria-hidden />}
            aria-label={letters.write}
            title={letters.write}
            onClick={() =>
              acts.write({
                entityId,
                ...(serviceId !== undefined && { serviceIds: [serviceId] }),
              })
            }
          />
        )}
      </div>
      {own.length === 0 && <p className="faint">{letters.drawerNone}</p>}
      <ul className="filing-letters">
        {own.map((line) => (
          <li key={line.id}>
            <button type="button" className="button-link" onClick={() => acts.open(line.id)}>
              {line.title}
            </button>
            <LetterStateTag state={line.state} />
            {line.validUntilOn !== undefined && (
              <span className="faint">{letters.validTo(line.validUntilOn)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
