import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { CustodyNotice } from '../../shared/custodians.ts'
import { auditActionWords } from '../i18n/audit-words.ts'
import { formatMoment } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { useTell } from '../workspace/use-tell.ts'
import './custody.css'

/** What happened to the ways in since this person was told last; it stays until they say that they have read it. */
export function CustodyNotices() {
  const { custodians: words } = useText()
  const call = useApp((state) => state.call)
  // Not before the ledger is on screen: the unlock does not wait for it.
  const isReady = useApp(
    (state) => state.isLedgerLoaded && state.status?.session?.mode === 'normal',
  )
  const tell = useTell()
  const [notices, setNotices] = useState<readonly CustodyNotice[]>([])

  useEffect(() => {
    if (isReady) call('custodians.notices').then(setNotices, tell.failed)
  }, [isReady, call, tell])

  const last = notices.at(-1)
  if (last === undefined) return null
  const acknowledge = () => {
    setNotices([])
    call('custodians.acknowledge', { sequence: last.sequence }).catch(tell.failed)
  }
  return (
    <Modal
      open
      width={540}
      title={words.notices.title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={acknowledge}>
          {words.notices.acknowledge}
        </Button>
      }
    >
      <p className="soft">{words.notices.text}</p>
      <ul className="custody-notices" aria-label={words.notices.title}>
        {notices.map((notice) => (
          <NoticeLine key={notice.sequence} notice={notice} />
        ))}
      </ul>
    </Modal>
  )
}

function NoticeLine({ notice: { at, action, custodianName } }: { notice: CustodyNotice }) {
  const { custodians: words, auditActions } = useText()
  const language = useApp((state) => state.preferences.language)
  const isKit = action === 'vault.unlocked'
  return (
    <li>
      <span className="faint">{formatMoment(at, language)}</span>
      <span>
        <strong>{custodianName === '' ? words.notices.somebody : custodianName}</strong>{' '}
        {isKit ? words.notices.kit : auditActionWords(auditActions, action)}
        {isKit && <span className="custody-hint">{words.notices.kitText}</span>}
      </span>
    </li>
  )
}
