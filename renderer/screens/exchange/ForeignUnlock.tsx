import { Button } from 'antd'
import { type SyntheticEvent, useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import type { ForeignSource } from '../../../shared/exchange.ts'
import { WizardProblem } from '../../components/wizard/WizardProblem.tsx'
import { focusFirstField } from '../../forms/focus.ts'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'

type Props = {
  source: ForeignSource
  keyFileName: string | undefined
  problem: VaultError | undefined
  isBusy: boolean
  onOpen(password: string): void
  onStop(): void
  onChooseKeyFile(): void
  onDropKeyFile(): void
}

/** Asks for what opens the file. The password lives here and nowhere else in the window. */
export function ForeignUnlock(props: Props) {
  const { source, keyFileName, problem, isBusy } = props
  const { unlock, problems } = useText().exchange
  const [password, setPassword] = useState('')
  const canOpen = password !== '' || keyFileName !== undefined
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (canOpen && !isBusy) props.onOpen(password)
  }
  return (
    <form ref={focusFirstField} className="wizard-choose foreign-unlock" onSubmit={submit}>
      <h2>{unlock.title(source.fileName)}</h2>
      <p className="soft">{unlock.text}</p>
      <WizardProblem error={problem} words={problems} />
      <PassphraseInput
        id="foreign-password"
        label={unlock.password}
        value={password}
        onChange={setPassword}
        disabled={isBusy}
      />
      {source.need === 'password-or-key-file' && (
        <p className="foreign-key-file">
          <span>{unlock.keyFile}</span>
          {keyFileName === undefined ? (
            <Button size="small" disabled={isBusy} onClick={props.onChooseKeyFile}>
              {unlock.chooseKeyFile}
            </Button>
          ) : (
            <>
              <b className="ellipsis">{keyFileName}</b>
              <Button size="small" disabled={isBusy} onClick={props.onDropKeyFile}>
                {unlock.dropKeyFile}
              </Button>
            </>
          )}
          <span className="faint">{unlock.keyFileHint}</span>
        </p>
      )}
      {isBusy ? (
        <div className="wizard-reading" role="status">
          <span className="spinner" />
          {unlock.opening}
          <Button size="small" onClick={props.onStop}>
            {unlock.stop}
          </Button>
        </div>
      ) : (
        <Button type="primary" size="large" htmlType="submit" disabled={!canOpen}>
          {unlock.open}
        </Button>
      )}
    </form>
  )
}
