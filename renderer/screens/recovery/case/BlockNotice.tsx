import { Button } from 'antd'
import type { CaseBlock } from '../../../../shared/case-view.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { formatMoment } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'

/** 立即修改: a password that others have seen. Only a registered new one ends it. */
export function BlockNotice({ block }: { block: CaseBlock }) {
  const { recovery } = useText()
  const text = recovery.block
  const showForm = useApp((state) => state.showForm)
  const language = useApp((state) => state.preferences.language)
  const canWrite = useCanWrite()
  const { label, reason, validUntilAt, credentialId } = block
  return (
    <section className="block-notice" role="alert" aria-label={text.title}>
      <div>
        <h2>{text.title}</h2>
        <p>{text.why[reason](label)}</p>
        {validUntilAt !== undefined && <p>{text.until(formatMoment(validUntilAt, language))}</p>}
      </div>
      {canWrite && (
        <Button type="primary" danger onClick={() => showForm({ form: 'register', credentialId })}>
          {recovery.step.register}
        </Button>
      )}
    </section>
  )
}
