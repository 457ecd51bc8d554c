import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { Custodians } from '../custodians/Custodians.tsx'
import { CheckSheet } from './CheckSheet.tsx'
import { HandoverList } from './HandoverList.tsx'
import { HandoverPage } from './HandoverPage.tsx'
import { StartHandover } from './StartHandover.tsx'
import '../../components/led-work.css'
import './handover.css'

const TABS = ['handovers', 'custodians'] as const
type Tab = (typeof TABS)[number]

/** 交接: who leaves, step by step, and who can open the vault. The target names a handover, or the tab. */
export function HandoverScreen() {
  const { handover, frame } = useText()
  const { tab, recordId } = useApp((state) => state.target)
  const go = useApp((state) => state.go)
  const canWrite = useCanWrite()
  const [isStarting, setStarting] = useState(false)
  const shown = TABS.find((one) => one === tab) ?? 'handovers'

  if (shown === 'handovers' && recordId !== undefined) {
    return <HandoverPage key={recordId} id={recordId} />
  }
  const start = () => setStarting(true)
  return (
    <>
      <ScreenHeader title={frame.screens.handover}>
        <Segmented<Tab>
          aria-label={frame.screens.handover}
          value={shown}
          onChange={(next) => go('handover', { tab: next })}
          options={TABS.map((one) => ({ value: one, label: handover.tabs[one] }))}
        />
        {shown === 'handovers' && (
          <>
            <CheckSheet />
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              disabled={!canWrite}
              onClick={start}
            >
              {handover.start}
            </Button>
          </>
        )}
      </ScreenHeader>
      {shown === 'handovers' ? (
        <HandoverList {...(canWrite && { onStart: start })} />
      ) : (
        <div className="screen-scroll">
          <Custodians />
        </div>
      )}
      {isStarting && <StartHandover onClose={() => setStarting(false)} />}
    </>
  )
}
