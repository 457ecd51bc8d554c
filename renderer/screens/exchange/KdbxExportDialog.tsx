import { Checkbox } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/Field.tsx'
import { RecordsPicker } from '../../components/RecordPicker.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { ExportForm } from './ExportForm.tsx'

const MIB = 1024 * 1024

/** Asks what goes out, why, and under which passphrase, and says what that means. */
export function KdbxExportDialog({ onClose }: { onClose(): void }) {
  const { out } = useText().exchange
  const call = useApp((state) => state.call)
  const [entityIds, setEntityIds] = useState<string[]>([])
  const [withRetired, setRetired] = useState(true)
  const [withPapers, setPapers] = useState(false)
  const scope = {
    withRetired,
    withPapers,
    ...(entityIds.length > 0 && { entityIds }),
  }
  const { value: counts } = useAnswer('exchange.countKdbx', scope)

  return (
    <ExportForm
      id="export"
      words={{
        title: out.kdbxTitle,
        start: out.export,
        reasonHint: out.reasonHint,
        passphrase: out.passphrase,
        passphraseHint: out.passphraseHint,
        steps: out.kdbxSteps,
      }}
      canSubmit={counts !== undefined && counts.credentials + counts.papers > 0}
      note={
        <div className="problem problem-due" role="note">
          {counts && <strong>{out.kdbxLeaves(counts.credentials)}</strong>}
          {counts && counts.papers > 0 && (
            <p>{out.papersLeave(counts.papers, (counts.paperBytes / MIB).toFixed(1))}</p>
          )}
          <p>{out.warning}</p>
        </div>
      }
      fields={(isWorking) => (
        <>
          <Field id="export-scope" label={out.scope} hint={out.scopeHint}>
            <RecordsPicker
              id="export-scope"
              kind="entity"
              value={entityIds}
              onChange={setEntityIds}
              placeholder={out.scopeAll}
              disabled={isWorking}
            />
          </Field>
          <Checkbox
            checked={withRetired}
            disabled={isWorking}
            onChange={({ target }) => setRetired(target.checked)}
          >
            {out.withRetired}
          </Checkbox>
          <Checkbox
            checked={withPapers}
            disabled={isWorking}
            onChange={({ target }) => setPapers(target.checked)}
          >
            {out.withPapers}
          </Checkbox>
        </>
      )}
      send={async (typed) => {
        const done = await call('exchange.exportKdbx', { scope, ...typed })
        return done && out.done(done.fileName, done.credentials)
      }}
      onClose={onClose}
    />
  )
}
