import { CopyOutlined, EditOutlined, MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { CallInput } from '../../../shared/contract.ts'
import type { CredentialView } from '../../../shared/views.ts'
import { CredentialStateTag } from '../../components/StateTag.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { CredentialHistory } from './CredentialHistory.tsx'
import { SecretLine } from './SecretLine.tsx'
import './credentials.css'

type Props = {
  credential: CredentialView
  /** Which filing it belongs to, where that is not plain from the place. */
  isWithSubject?: boolean
}

/** A credential with all that is done with it. */
export function CredentialCard({ credential, isWithSubject }: Props) {
  const { credentials: text, common, recovery, audit } = useText()
  const showForm = useApp((state) => state.showForm)
  const go = useApp((state) => state.go)
  const canWrite = useCanWrite()
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const { data, state } = credential
  const isTotp = data.kind === 'totp'

  return (
    <article className="credential" aria-label={data.label}>
      <header className="credential-head">
        <div className="credential-title">
          <strong className="ellipsis" title={data.label}>
            {data.label}
          </strong>
          <span className="faint">
            {common.credentialKind[data.kind]}
            {isWithSubject && credential.subject !== undefined && ` · ${credential.subject}`}
          </span>
        </div>
        <CredentialStateTag state={state} />
        <CredentialMenu credential={credential} />
      </header>
      {data.mustChangeReason !== undefined && !data.isRetired && (
        <p className="credential-must">
          {text.mustChange(common.mustChangeReason[data.mustChangeReason])}
        </p>
      )}
      <SecretLine credential={credential} />
      <CredentialFacts credential={credential} />
      <div className="credential-buttons">
        {canWrite && !isTotp && (
          <>
            <Button
              size="small"
              type={state === 'issued' || state === 'overdue' ? 'primary' : 'default'}
              onClick={() => showForm({ form: 'register', credentialId: credential.id })}
            >
              {text.register}
            </Button>
            <Button
              size="small"
              onClick={() =>
                showForm({ form: 'register', credentialId: credential.id, isGenerating: true })
              }
            >
              {text.generate}
            </Button>
          </>
        )}
        {canWrite && !data.isRetired && (
          <Button
            size="small"
            onClick={() => go('recovery', { tab: 'start', recordId: credential.id })}
          >
            {recovery.recover}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => go('audit', { recordId: credential.id, filter: 'secret' })}
        >
          {audit.whoSaw}
        </Button>
        {!isTotp && (
          <Button
            size="small"
            aria-expanded={isHistoryOpen}
            onClick={() => setHistoryOpen(!isHistoryOpen)}
          >
            {isHistoryOpen ? text.hideHistory : text.history}
          </Button>
        )}
      </div>
      {isHistoryOpen && <CredentialHistory id={credential.id} />}
      {data.notes !== undefined && <p className="credential-notes">{data.notes}</p>}
    </article>
  )
}

function CredentialFacts({
  credential: { data, state, dueOn, overdueOn, id },
}: {
  credential: CredentialView
}) {
  const { credentials: text, common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { value: channel } = useAnswer(
    'records.read',
    data.channelId === undefined ? undefined : { id: data.channelId },
  )
  // 动态口令 and 授权码 are current without a day: nothing of them is rotated.
  const isRotated = !data.isRetired && (dueOn !== undefined || state !== 'current')
  const copyAccount = () =>
    call('credentials.copyAccount', { id }).then(() => tell.said(text.accountCopied), tell.failed)

  return (
    <dl className="facts">
      {data.account !== undefined && (
        <>
          <dt>{text.account}</dt>
          <dd className="facts-copy">
            <span className="ellipsis" title={data.account}>
              {data.account}
            </span>
            <button
              type="button"
              className="button-quiet"
              aria-label={text.copyAccount}
              onClick={() => void copyAccount()}
            >
              <CopyOutlined aria-hidden />
            </button>
          </dd>
        </>
      )}
      {data.portal !== undefined && (
        <>
          <dt>{text.portal}</dt>
          <dd>{data.portal}</dd>
        </>
      )}
      <dt>{text.columns.changed}</dt>
      <dd>{data.changedOn === undefined ? text.neverChanged : text.changedOn(data.changedOn)}</dd>
      {isRotated && (
        <>
          <dt>{text.columns.due}</dt>
          <dd>
            {dueOn === undefined ? '—' : text.dueOn(dueOn)}
            <span className="faint">
              {overdueOn !== undefined && ` · ${text.overdueOn(overdueOn)}`} ·{' '}
              {text.rotation(data.rotationMonths)}
            </span>
          </dd>
        </>
      )}
      <dt>{text.obtained}</dt>
      <dd>
        {common.credentialOrigin[data.origin]}
        {data.obtainedFrom !== undefined && <span className="faint"> · {data.obtainedFrom}</span>}
      </dd>
      {channel?.kind === 'channel' && (
        <>
          <dt>{text.channel}</dt>
          <dd>{channel.data.value}</dd>
        </>
      )}
    </dl>
  )
}

type MustChangeReason = CallInput<'credentials.setMustChange'>['reason']

function CredentialMenu({ credential }: { credential: CredentialView }) {
  const { credentials: text, common } = useText()
  const call = useApp((state) => state.call)
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  const tell = useTell()
  if (!canWrite) return null

  const mark = async (reason: MustChangeReason) => {
    try {
      const { undoToken } = await call('credentials.setMustChange', { id: credential.id, reason })
      tell.undoable(reason === null ? text.unmarked : text.marked, undoToken)
    } catch (error) {
      tell.failed(error)
    }
  }
  const trash = async () => {
    try {
      const { undoToken, count } = await call('records.trash', { ids: [credential.id] })
      tell.undoable(common.trashed(count), undoToken)
    } catch (error) {
      tell.failed(error)
    }
  }
  const reasons = ['handover', 'leaked', 'agency-ended'] as const
  const items = [
    ...(credential.data.mustChangeReason === undefined
      ? [
          {
            key: 'mark',
            label: text.markMustChange,
            children: reasons.map((reason) => ({
              key: reason,
              label: text.markReasons[reason],
              onClick: () => void mark(reason),
            })),
          },
        ]
      : [{ key: 'unmark', label: text.unmark, onClick: () => void mark(null) }]),
    { type: 'divider' as const },
    { key: 'trash', danger: true, label: common.remove, onClick: () => void trash() },
  ]

  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<EditOutlined aria-hidden />}
        aria-label={text.edit}
        onClick={() => showForm({ form: 'record', kind: 'credential', id: credential.id })}
      />
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button
          size="small"
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={common.more}
        />
      </Dropdown>
    </>
  )
}
