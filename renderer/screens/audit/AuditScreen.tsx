import { Segmented } from 'antd'
import { useState } from 'react'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { CheckStrip } from './CheckStrip.tsx'
import { ReportsView } from './reports/ReportsView.tsx'
import { TrailActs, type TrailExported } from './TrailActs.tsx'
import { TrailView } from './TrailView.tsx'
import { useTrailCheck } from './use-trail-check.ts'
import './audit.css'

type Tab = 'trail' | 'reports'

/** 审计: the trail, whether it is whole, and what is made of it for an inspection. */
export function AuditScreen() {
  const { audit, frame } = useText()
  const target = useApp((state) => state.target)
  const go = useApp((state) => state.go)
  const check = useTrailCheck()
  const [exported, setExported] = useState<TrailExported>()
  const tab: Tab = target.tab === 'reports' ? 'reports' : 'trail'
  return (
    <>
      <ScreenHeader title={frame.screens.audit} note={tab === 'trail' ? audit.note : undefined}>
        {tab === 'trail' && <TrailActs check={check} onExported={setExported} />}
        <Segmented<Tab>
          aria-label={frame.screens.audit}
          value={tab}
          options={(['trail', 'reports'] as const).map((value) => ({
            value,
            label: audit.tabs[value],
          }))}
          onChange={(chosen) => go('audit', chosen === 'reports' ? { tab: chosen } : {})}
        />
      </ScreenHeader>
      {tab === 'reports' && <ReportsView />}
      {tab === 'trail' && exported !== undefined && (
        <p role="status" className="audit-check">
          {audit.exported(exported)} <code>{audit.verifyCommand(exported)}</code>
        </p>
      )}
      {tab === 'trail' && <CheckStrip check={check} />}
      {tab === 'trail' && <TrailView key={`${target.recordId} ${target.filter}`} />}
    </>
  )
}
