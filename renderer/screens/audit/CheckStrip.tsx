import { Button } from 'antd'
import type { AuditCheck } from '../../../shared/audit-view.ts'
import { Late } from '../../components/Late.tsx'
import { WorkProgress } from '../../components/WorkProgress.tsx'
import { useProgress } from '../../hooks/use-progress.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { auditClock } from './audit-columns.tsx'
import type { TrailCheck } from './use-trail-check.ts'

/** The check of the trail under the screen's title: how far it is, then what it came to. */
export function CheckStrip({ check }: { check: TrailCheck }) {
  if (check.isChecking) {
    return (
      <Late>
        <Checking onCancel={check.cancel} />
      </Late>
    )
  }
  return check.result === undefined ? null : <CheckResult check={check.result} />
}

function Checking({ onCancel }: { onCancel(): void }) {
  const { audit, common } = useText()
  const progress = useProgress('verify')
  return (
    <div className="audit-check audit-checking">
      <WorkProgress
        label={audit.verifying}
        percent={progress?.percent ?? 0}
        detail={progress && audit.verified(progress.done, progress.total)}
      />
      <Button size="small" onClick={onCancel}>
        {common.cancel}
      </Button>
    </div>
  )
}

/** What the check came to: how many entries, and up to where they are signed by whom. */
function CheckResult({ check }: { check: AuditCheck }) {
  const { audit } = useText()
  const language = useApp((state) => state.preferences.language)
  if (!check.isIntact) {
    return (
      <p role="alert" className="audit-check audit-broken">
        {audit.broken}
        {check.brokenAt !== undefined && audit.brokenAt(check.brokenAt)} {audit.brokenText}
      </p>
    )
  }
  const last = check.lastCheckpoint
  return (
    <p role="status" className="audit-check audit-intact">
      <span>{audit.intact(check.entries)}</span>
      <span>
        {last === undefined
          ? audit.noCheckpoint
          : audit.lastCheckpoint(
              last.sequence,
              auditClock(language).format(last.at),
              last.custodianName === '' ? audit.formerCustodian : last.custodianName,
            )}
      </span>
      <span>{audit.fingerprint(check.fingerprint.join(' '))}</span>
    </p>
  )
}
