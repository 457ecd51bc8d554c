import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { CheckedChannel, CheckPass } from '../../../shared/check-view.ts'
import { DayPicker } from '../../components/DayPicker.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = { pass: CheckPass; ids: string[]; kind: 'phone' | 'mailbox' }

/** Phones or mailboxes, each with a button that says it worked, on the day that is set above. */
export function ChannelLines({ pass, ids, kind }: Props) {
  const { checks } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const today = dayOf(Date.now())
  const [on, setOn] = useState(today)
  const channels = pass.channels.filter((channel) => channel.kind === kind)
  const verify = ({ channelId, holderId = '' }: CheckedChannel) => {
    const channel = channelId === undefined ? { holderId, kind } : { channelId }
    call('checks.verifyChannel', { ids, channel, on })
      .then(({ undoToken }) => tell.undoable(checks.verified(on), undoToken))
      .catch(tell.failed)
  }
  return (
    <div className="pass-values">
      <h3>{checks.channels}</h3>
      {canWrite && channels.length > 0 && (
        <div className="pass-day">
          <label htmlFor="channel-day">{checks.workedOn}</label>
          <DayPicker
            id="channel-day"
            value={on}
            max={today}
            onChange={(day) => setOn(day ?? today)}
          />
        </div>
      )}
      {channels.length === 0 && <p className="faint">{checks.noChannels}</p>}
      <ul className="pass-channels">
        {channels.map((channel) => (
          <li key={channel.value}>
            <span className="pass-value-text">{channel.value}</span>
            <span className="soft">{channel.holderName}</span>
            {channel.holderHasLeft && <span className="pass-danger">{checks.holderLeft}</span>}
            <span className="faint">
              {channel.verifiedOn === undefined
                ? checks.neverVerified
                : checks.verifiedOn(channel.verifiedOn)}
            </span>
            {canWrite && (
              <Button
                size="small"
                disabled={channel.verifiedOn === on}
                aria-label={`${checks.worked} ${channel.value}`}
                onClick={() => verify(channel)}
              >
                {checks.worked}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
