import { Button } from 'antd'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { CheckedChannel, CheckPass } from '../../../shared/check-view.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = { pass: CheckPass; ids: string[]; kind: 'phone' | 'mailbox' }

/** Phones or mailboxes, each with a button that says it worked today. */
export function ChannelLines({ pass, ids, kind }: Props) {
  const { checks } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const today = dayOf(Date.now())
  const channels = pass.channels.filter((channel) => channel.kind === kind)
  const verify = ({ channelId, holderId = '' }: CheckedChannel) => {
    const channel = channelId === undefined ? { holderId, kind } : { channelId }
    call('checks.verifyChannel', { ids, channel, on: today })
      .then(({ undoToken }) => tell.undoable(checks.verified, undoToken))
      .catch(tell.failed)
  }
  return (
    <div className="pass-values">
      <h3>{checks.channels}</h3>
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
                disabled={channel.verifiedOn === today}
                aria-label={`${checks.rangToday} ${channel.value}`}
                onClick={() => verify(channel)}
              >
                {checks.rangToday}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
