import { App as AntApp, Button, Modal } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { CustodianLine, WayIn } from '../../../shared/custodians.ts'
import { SixWords } from '../../components/SixWords.tsx'
import { Tag } from '../../components/StateTag.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useSeesSecrets } from '../../hooks/use-sees-secrets.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type Props = { line: CustodianLine; onEdit(): void; onChanged(): void }

/** A custodian: who it is, how they open the vault, and what can be done about it. */
export function CustodianRow({ line, onEdit, onChanged }: Props) {
  const { custodians: words } = useText()
  const canWrite = useCanWrite()
  const seesSecrets = useSeesSecrets()
  const invitation = line.ways.find(({ kind }) => kind === 'next-custodian')
  return (
    <article className="custodian" aria-label={line.name}>
      <div className="custodian-who">
        <div className="custodian-name">
          <strong>{line.name}</strong>
          {line.isSelf && <span className="custodian-self">{words.self}</span>}
          <span className="soft" title={words.roleHint[line.role]}>
            {words.role[line.role]}
          </span>
        </div>
        <Facts line={line} />
        <Ways line={line} />
        {line.notes !== undefined && <p className="custodian-facts">{line.notes}</p>}
        {invitation?.isExpired && <p className="setting-danger">{words.expiredText}</p>}
      </div>
      <div className="custodian-acts">
        {invitation && <InvitationActs line={line} invitation={invitation} onChanged={onChanged} />}
        {seesSecrets && (
          <Button disabled={!canWrite} onClick={onEdit}>
            {words.edit}
          </Button>
        )}
      </div>
    </article>
  )
}

function Facts({ line }: { line: CustodianLine }) {
  const { custodians: words } = useText()
  const { post, staffNumber, joinedOn, leftOn, lastUnlockAt, canOpen } = line
  const facts = [
    post,
    staffNumber && words.staff(staffNumber),
    joinedOn && (canOpen || leftOn !== undefined ? words.joined : words.invited)(joinedOn),
    leftOn && words.left(leftOn),
    canOpen &&
      (lastUnlockAt === undefined ? words.neverUnlocked : words.lastUnlock(dayOf(lastUnlockAt))),
  ]
  return <p className="custodian-facts">{facts.filter(Boolean).join(' · ')}</p>
}

function Ways({ line: { ways } }: { line: CustodianLine }) {
  const { custodians: words } = useText()
  return (
    <p className="custodian-ways">
      {ways.length === 0 && <Tag look={['quiet', 'bar']} word={words.noWay} />}
      {ways.map((way) => (
        <Way key={way.slotId} way={way} />
      ))}
    </p>
  )
}

function Way({ way }: { way: WayIn }) {
  const { custodians: words } = useText()
  const language = useApp((state) => state.preferences.language)
  const { kind, isExpired, expiresAt, split } = way
  if (isExpired) {
    return <Tag look={['danger', 'diamond']} word={`${words.way[kind]} · ${words.expired}`} />
  }
  const word = split === undefined ? words.way[kind] : words.waySplit(split.holders.join('、'))
  return (
    <span>
      <Tag look={kind === 'next-custodian' ? ['due', 'half'] : ['good', 'check']} word={word} />
      {expiresAt !== undefined && (
        <span className="custodian-until">{words.until(formatMoment(expiresAt, language))}</span>
      )}
    </span>
  )
}

type InvitationProps = { line: CustodianLine; invitation: WayIn; onChanged(): void }

function InvitationActs({ line, invitation, onChanged }: InvitationProps) {
  const { custodians: words, common } = useText()
  const { modal } = AntApp.useApp()
  const call = useApp((state) => state.call)
  const canWrite = useCanWrite()
  const seesSecrets = useSeesSecrets()
  const tell = useTell()
  const [isReading, setReading] = useState(false)

  const withdraw = () =>
    modal.confirm({
      title: words.withdrawTitle(line.name),
      content: words.withdrawText,
      okText: words.withdraw,
      cancelText: common.cancel,
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await call('custodians.withdraw', { slotId: invitation.slotId })
          tell.said(words.withdrawn(line.name))
        } catch (error) {
          tell.failed(error)
        }
        onChanged()
      },
    })

  return (
    <>
      {!invitation.isExpired && <Button onClick={() => setReading(true)}>{words.readWords}</Button>}
      {seesSecrets && (
        <Button disabled={!canWrite} onClick={withdraw}>
          {words.withdraw}
        </Button>
      )}
      {isReading && (
        <VaultWordsDialog slotId={invitation.slotId} onClose={() => setReading(false)} />
      )}
    </>
  )
}

function VaultWordsDialog({ slotId, onClose }: { slotId: string; onClose(): void }) {
  const { custodians: words } = useText()
  const { value, problem } = useAnswer('custodians.vaultWords', { slotId })
  return (
    <Modal
      open
      width={520}
      title={words.readWordsTitle}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <div className="start-form settings-form">
        <p className="soft">{words.readWordsText}</p>
        {problem && <Problem error={problem} />}
        {value && <SixWords label={words.readWordsTitle} words={value.words} />}
      </div>
    </Modal>
  )
}
