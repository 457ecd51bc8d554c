import { useEffect, useState } from 'react'
import type { OwnJoinRequest } from '../../../shared/custodians.ts'
import type { VaultStatus } from '../../../shared/views.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useJoinText } from '../../i18n/join-text.ts'
import { useApp } from '../../state/app-context.ts'
import { Problem } from '../Problem.tsx'
import { BeginForm } from './BeginForm.tsx'
import { OpenAsJoiner } from './OpenAsJoiner.tsx'
import { RequestCard } from './RequestCard.tsx'
import './join.css'

type Props = { status: VaultStatus; onBack(): void }

/** 加入别人的保险库: a request is made here, and the vault opened with it once a custodian has let us in. */
export function JoinScreen({ status, onBack }: Props) {
  const text = useJoinText()
  const call = useApp((state) => state.call)
  const { problem, run } = useWork()
  const [requests, setRequests] = useState<readonly OwnJoinRequest[]>()
  const [request] = requests ?? []

  useEffect(() => {
    void run(async () => {
      setRequests(await call('join.list'))
      return true
    })
  }, [call, run])

  return (
    <div className="start-form join">
      <h2>{text.title}</h2>
      {problem && <Problem error={problem} />}
      {requests !== undefined && request === undefined && (
        <BeginForm onMade={(made) => setRequests([made])} />
      )}
      {request !== undefined && (
        <>
          <RequestCard request={request} onDiscarded={() => setRequests([])} />
          <OpenAsJoiner request={request} status={status} />
        </>
      )}
      <div className="start-links">
        <button type="button" className="button-link" onClick={onBack}>
          {text.back}
        </button>
      </div>
    </div>
  )
}
