import { CopyOutlined, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { CredentialView } from '../../../shared/views.ts'
import { CountdownRing } from '../../components/CountdownRing.tsx'
import { useSeesSecrets } from '../../hooks/use-sees-secrets.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { REVEAL_MS, useRevealed } from './use-revealed.ts'

/** The secret of a credential: hidden, shown for 30 s, or copied without being shown. */
export function SecretLine({ credential }: { credential: CredentialView }) {
  const { credentials: text, custodians } = useText()
  const seesSecrets = useSeesSecrets()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { revealed, reveal, hide } = useRevealed(credential.id, credential.revision)
  const isTotp = credential.data.kind === 'totp'

  if (!credential.hasSecret) {
    return (
      <p className="secret-none">
        {text.noValue}
        <span className="faint"> {text.noValueText}</span>
      </p>
    )
  }

  if (!seesSecrets) return <p className="secret-none faint">{custodians.auditorSecret}</p>

  const show = () => reveal().catch(tell.failed)
  const copy = async () => {
    try {
      const { clearsAfterSeconds } = await call(
        isTotp ? 'credentials.copyTotp' : 'credentials.copyPassword',
        { id: credential.id },
      )
      tell.said(text.copied(clearsAfterSeconds))
    } catch (error) {
      tell.failed(error)
    }
  }

  const shownSeconds = Math.min(REVEAL_MS / 1000, revealed?.totp?.secondsLeft ?? REVEAL_MS / 1000)
  return (
    <div className="secret">
      <div className="secret-value">
        {revealed === undefined ? (
          <span className="secret-dots" aria-hidden="true">
            ••••••••
          </span>
        ) : (
          <output className="mono secret-text">{revealed.totp?.code ?? revealed.value}</output>
        )}
        {revealed !== undefined && (
          <CountdownRing
            key={revealed.totp?.code ?? 'value'}
            seconds={shownSeconds}
            words={text.secondsLeft}
          />
        )}
      </div>
      <div className="secret-buttons">
        <Button
          size="small"
          icon={
            revealed === undefined ? (
              <EyeOutlined aria-hidden />
            ) : (
              <EyeInvisibleOutlined aria-hidden />
            )
          }
          onClick={() => (revealed === undefined ? void show() : hide())}
        >
          {revealed !== undefined ? text.hide : isTotp ? text.revealCode : text.reveal}
        </Button>
        <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {isTotp ? text.copyCode : text.copy}
        </Button>
      </div>
      {revealed?.privateNotes !== undefined && (
        <div className="secret-notes">
          <span className="faint">{text.privateNotes}</span>
          <p>{revealed.privateNotes}</p>
        </div>
      )}
    </div>
  )
}
