import { Button } from 'antd'
import type { CopyBeside } from '../../../shared/merge-view.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Section, Setting } from '../../components/Setting.tsx'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

const LOOKS: Readonly<Record<CopyBeside['standing'], TagLook>> = {
  forked: ['danger', 'triangle'],
  newer: ['due', 'half'],
  older: ['quiet', 'ring'],
  unknown: ['due', 'question'],
}

type Props = { copies: readonly CopyBeside[]; onOpen(fileName: string): void }

/** The copies that lie beside the vault, each with how it stands to it. */
export function CopyList({ copies, onOpen }: Props) {
  const { start } = useText().merge
  const language = useApp((state) => state.preferences.language)
  const canWrite = useCanWrite()
  if (copies.length === 0) {
    return <EmptyState drawing="documents" title={start.none} text={start.noneText} />
  }
  return (
    <Section title={start.title} note={start.text}>
      {copies.map(({ fileName, isConflictCopy, standing, modifiedAt }) => (
        <Setting
          key={fileName}
          label={fileName}
          hint={
            <span className="merge-standing">
              <Tag look={LOOKS[standing]} word={start.standing[standing]} />
              {isConflictCopy && <span>{start.conflictCopy}</span>}
              <span>{start.modified(formatMoment(modifiedAt, language))}</span>
            </span>
          }
        >
          <Button disabled={!canWrite || standing === 'older'} onClick={() => onOpen(fileName)}>
            {start.open}
          </Button>
        </Setting>
      ))}
    </Section>
  )
}
