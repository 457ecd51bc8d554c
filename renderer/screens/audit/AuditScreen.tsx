import { useState } from 'react'
import type { AuditCheck } from '../../../shared/audit-view.ts'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { CheckResult, TrailActs } from './TrailActs.tsx'
import { TrailView } from './TrailView.tsx'
import './audit.css'

/** 审计: the trail, whether it is whole, and what is made of it for an inspection. */
export function AuditScreen() {
  const { audit, frame } = useText()
  const target = useApp((state) => state.target)
  const [check, setCheck] = useState<AuditCheck>()
  return (
    <>
      <ScreenHeader title={frame.screens.audit} note={audit.note}>
        <TrailActs onChecked={setCheck} />
      </ScreenHeader>
      {check !== undefined && <CheckResult check={check} />}
      <TrailView key={`${target.recordId} ${target.filter}`} />
    </>
  )
}
