import { KeyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import type { ForeignSource } from '../../../shared/exchange.ts'
import { Drawing } from '../../components/Drawing.tsx'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { Problem } from '../../start/Problem.tsx'

/** What went wrong, in the words of this import where the usual ones are about spreadsheets. */
export function ForeignProblem({ error }: { error: VaultError }) {
  const { problems } = useText().exchange
  const words = problems[error.code]
  if (words === undefined) return <Problem error={error} />
  return (
    <div role="alert" className="problem">
      <strong>{words.title}</strong>
      <p>{words.kept}</p>
      <p>{words.next}</p>
    </div>
  )
}

type ChooseProps = { problem: VaultError | undefined; isBusy: boolean; onChoose(): void }

/** Where the file is chosen. */
export function ForeignChoose({ problem, isBusy, onChoose }: ChooseProps) {
  const { choose } = useText().exchange
  return (
    <div className="import-choose">
      <Drawing name="paper" />
      <h2>{choose.title}</h2>
      <p className="soft">{choose.text}</p>
      {problem && problem.code !== 'cancelled' && (
        <div className="import-problem">
          <ForeignProblem error={problem} />
        </div>
      )}
      <Button
        type="primary"
        size="large"
        icon={<KeyOutlined aria-hidden />}
        autoFocus
        loading={isBusy && { delay: 200 }}
        onClick={onChoose}
      >
        {choose.pick}
      </Button>
      <ul className="import-points">
        {choose.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="faint">{choose.bitwarden}</p>
    </div>
  )
}

type UnlockProps = {
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
export function ForeignUnlock(props: UnlockProps) {
  const { source, keyFileName, problem, isBusy } = props
  const { unlock } = useText().exchange
  const [password, setPassword] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isBusy) input.current?.focus()
  }, [isBusy])
  const canOpen = password !== '' || keyFileName !== undefined
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (canOpen && !isBusy) props.onOpen(password)
  }
  return (
    <form className="import-choose foreign-unlock" onSubmit={submit}>
      <h2>{unlock.title(source.fileName)}</h2>
      <p className="soft">{unlock.text}</p>
      {problem && problem.code !== 'cancelled' && (
        <div className="import-problem">
          <ForeignProblem error={problem} />
        </div>
      )}
      <PassphraseInput
        id="foreign-password"
        inputRef={input}
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
        <div className="import-reading" role="status">
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
