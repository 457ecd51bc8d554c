import { Button } from 'antd'
import { useState } from 'react'
import type { DrillLine, KitsToTry, LastDrill } from '../../../shared/backup-view.ts'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { DrillResult } from '../../../shared/drill-result.ts'
import type { DrillKind } from '../../../shared/records/drill.ts'
import { Section, Setting } from '../../components/Setting.tsx'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { DeputyDialog } from './DeputyDialog.tsx'
import { KitDrillDialog } from './KitDrillDialog.tsx'

type Props = { drills: readonly DrillLine[]; kits: KitsToTry; onOpenBackup(): void }

/** 演练: each kind with its last result, when it is wanted next, and its beginning. */
export function DrillSection({ drills, kits, onOpenBackup }: Props) {
  const { backups } = useText()
  const canWrite = useCanWrite()
  const [dialog, setDialog] = useState<DrillKind>()
  const start = (kind: DrillKind) => (kind === 'backup-opened' ? onOpenBackup() : setDialog(kind))
  const close = () => setDialog(undefined)
  return (
    <Section title={backups.drillsTitle} note={backups.drillsNote}>
      {drills.map((drill) => (
        <Setting
          key={drill.kind}
          label={backups.drill[drill.kind]}
          hint={
            <>
              {backups.drillHint[drill.kind]}
              <DrillStanding drill={drill} />
            </>
          }
        >
          <Button
            // By hand a deputy can be told of before any is registered.
            disabled={!canWrite || (!drill.isPossible && drill.kind !== 'deputy-unlocked')}
            aria-label={`${buttonWord(drill.kind, backups)} ${backups.drill[drill.kind]}`}
            onClick={() => start(drill.kind)}
          >
            {buttonWord(drill.kind, backups)}
          </Button>
        </Setting>
      ))}
      {dialog === 'kit-retyped' && <KitDrillDialog kits={kits} onClose={close} />}
      {dialog === 'deputy-unlocked' && <DeputyDialog onClose={close} />}
    </Section>
  )
}

function buttonWord(
  kind: DrillKind,
  { drillStart, drillRecord }: { drillStart: string; drillRecord: string },
): string {
  return kind === 'deputy-unlocked' ? drillRecord : drillStart
}

function DrillStanding({ drill: { kind, last, dueOn, isPossible } }: { drill: DrillLine }) {
  const { backups } = useText()
  const isDue = isPossible && dueOn !== undefined && dueOn <= dayOf(Date.now())
  return (
    <span className="drill-standing">
      {last === undefined ? (
        <Tag
          look={['quiet', 'ring']}
          word={isPossible ? backups.drillNever : backups.drillImpossible[kind]}
        />
      ) : (
        <LastResult last={last} />
      )}
      {isDue && <Tag look={['due', 'half']} word={backups.drillOverdue} />}
      {isPossible && !isDue && dueOn !== undefined && (
        <span className="faint">{backups.drillDue(dueOn)}</span>
      )}
    </span>
  )
}

const LOOKS: Readonly<Record<DrillResult, TagLook>> = {
  passed: ['good', 'check'],
  partial: ['due', 'half'],
  failed: ['danger', 'triangle'],
}

function LastResult({ last: { on, person, result, shares = [] } }: { last: LastDrill }) {
  const { kit, drillResult } = useText().backups
  return (
    <>
      <Tag look={LOOKS[result]} word={drillResult[result](on, person)} />
      {shares.length > 0 && <span className="faint">{kit.shares(shares)}</span>}
    </>
  )
}
