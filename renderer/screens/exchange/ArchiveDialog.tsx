import { useState } from 'react'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { NewPassphraseFields, useNewPassphrase } from '../../start/NewPassphrase.tsx'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { WorkDialog } from '../settings/WorkDialog.tsx'
import { ReasonField } from './KdbxExportDialog.tsx'

/** Asks for the passphrase of an archive and why it is made. */
export function ArchiveDialog({ onClose }: { onClose(): void }) {
  const { out } = useText().exchange
  const call = useApp((state) => state.call)
  const tell = useTell()
  const withSecondPerson = useSecondPerson()
  const work = useWork()
  const typed = useNewPassphrase()
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)

  const submit = async () => {
    setTried(true)
    if (work.isWorking || !typed.isComplete || reason.trim() === '') return
    const { passphrase } = typed
    const isDone = await work.run(async () => {
      const done = await withSecondPerson(() =>
        call('exchange.exportArchive', { passphrase, reason }),
      )
      if (done === undefined) return false
      tell.said(out.archiveDone(done.fileName, done.records))
      return true
    })
    if (isDone) onClose()
  }

  return (
    <WorkDialog
      title={out.archiveTitle}
      okText={work.isWorking ? out.archiving : out.archive}
      isWorking={work.isWorking}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="soft">{out.archiveText}</p>
      <p className="soft">{out.archiveOpen}</p>
      <div className="problem problem-due" role="note">
        <p>{out.warning}</p>
      </div>
      {work.problem && work.problem.code !== 'second-person-needed' && (
        <Problem error={work.problem} />
      )}
      <ReasonField
        id="archive-reason"
        hint={out.archiveReasonHint}
        value={reason}
        onChange={setReason}
        isDisabled={work.isWorking}
      />
      <NewPassphraseFields
        typed={typed}
        idPrefix="archive-passphrase"
        label={out.archivePassphrase}
        repeatLabel={out.repeat}
        hint={out.archivePassphraseHint}
        hasTried={hasTried}
        isDisabled={work.isWorking}
      />
    </WorkDialog>
  )
}
