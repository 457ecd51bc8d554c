import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { ExportForm } from './ExportForm.tsx'

/** Asks for the passphrase of an archive and why it is made. */
export function ArchiveDialog({ onClose }: { onClose(): void }) {
  const { out } = useText().exchange
  const call = useApp((state) => state.call)
  return (
    <ExportForm
      id="archive"
      words={{
        title: out.archiveTitle,
        start: out.archive,
        reasonHint: out.archiveReasonHint,
        passphrase: out.archivePassphrase,
        passphraseHint: out.archivePassphraseHint,
        steps: out.archiveSteps,
      }}
      note={
        <>
          <p className="soft">{out.archiveText}</p>
          <p className="soft">{out.archiveOpen}</p>
          <div className="problem problem-due" role="note">
            <p>{out.warning}</p>
          </div>
        </>
      }
      send={async (typed) => {
        const done = await call('exchange.exportArchive', typed)
        return done && out.archiveDone(done.fileName, done.records)
      }}
      onClose={onClose}
    />
  )
}
