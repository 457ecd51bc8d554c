import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { CaseList } from './CaseList.tsx'
import { CalendarYears } from './calendar/CalendarYears.tsx'
import { CaseScreen } from './case/CaseScreen.tsx'
import { GuideLibrary } from './guides/GuideLibrary.tsx'
import { StartCase } from './start/StartCase.tsx'
import '../contacts/contacts.css'
import '../../components/led-work.css'
import './recovery.css'

const TABS = ['cases', 'guides', 'calendar'] as const
type Tab = (typeof TABS)[number]

/**
 * 找回: the cases, every guide, and the working-day calendar. The target tells which: a case by its id, `start` with
 * the entity, service or credential it is about, `guides` with a guide's id.
 */
export function RecoveryScreen() {
  const { recovery, frame } = useText()
  const { tab, recordId, filter } = useApp((state) => state.target)
  const go = useApp((state) => state.go)
  const canWrite = useCanWrite()

  if (tab === 'start') return <StartCase key={recordId ?? ''} aboutId={recordId} />
  const shown = TABS.find((one) => one === tab) ?? 'cases'
  if (shown === 'cases' && recordId !== undefined)
    return <CaseScreen key={recordId} id={recordId} />
  return (
    <>
      <ScreenHeader title={frame.screens.recovery}>
        <Segmented<Tab>
          aria-label={frame.screens.recovery}
          value={shown}
          onChange={(next) => go('recovery', { tab: next })}
          options={TABS.map((one) => ({ value: one, label: recovery.tabs[one] }))}
        />
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          disabled={!canWrite}
          onClick={() => go('recovery', { tab: 'start' })}
        >
          {recovery.start.button}
        </Button>
      </ScreenHeader>
      {shown === 'cases' && <CaseList startState={filter === 'finished' ? 'finished' : 'open'} />}
      {shown === 'guides' && <GuideLibrary guideId={recordId} />}
      {shown === 'calendar' && <CalendarYears />}
    </>
  )
}
