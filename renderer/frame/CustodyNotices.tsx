import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { CustodyNotice } from '../../shared/custodians.ts'
import { auditActionWords } from '../i18n/audit-words.ts'
import { formatMoment } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { useTell } from '../workspace/use-tell.ts'
import './custody.css'

/** What put another state of the vault in place: secrets and records may be others than the person knows. */
const STATES: ReadonlySet<string> = new Set([
  'vault.merged',
  'vault.restored',
  'vault.rollback-accepted',
])

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
    if (!isReady) return
    let isStale = false
    // With a long trail this takes a while: a lock in between is no failure.
    call('custodians.notices').then(
      (found) => {
        if (!isStale) setNotices(found)
      },
      (error: unknown) => {
        if (!isStale) tell.failed(error)
      },
    )
    return () => {
      isStale = true
    }
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

function NoticeLine({ notice: { at, action, custodianName, facts } }: { notice: CustodyNotice }) {
  const { custodians: words, auditActions } = useText()
  const language = useApp((state) => state.preferences.language)
  const isKit = action === 'vault.unlocked'
  const isState = STATES.has(action)
  // The person, who holds the parts, the computer, or the file.
  const whom = facts?.['name'] ?? facts?.['holders'] ?? facts?.['label'] ?? facts?.['fileName']
  return (
    <li>
      <span className="faint">{formatMoment(at, language)}</span>
      <span>
        <strong>{custodianName === '' ? words.notices.somebody : custodianName}</strong>{' '}
        {isKit ? words.notices.kit : auditActionWords(auditActions, action)}
        {!isKit && whom !== undefined && whom !== custodianName && <> · {whom}</>}
        {isKit && <span className="custody-hint">{words.notices.kitText}</span>}
        {isState && <span className="custody-hint">{words.notices.stateText}</span>}
      </span>
    </li>
  )
}
