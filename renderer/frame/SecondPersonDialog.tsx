import { Modal } from 'antd'
import { type SyntheticEvent, useId, useState } from 'react'
import type { VaultErrorFacts } from '../../shared/errors.ts'
import { focusFirstField } from '../forms/focus.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { useWork } from '../hooks/use-work.ts'
import { auditActionWords } from '../i18n/audit-words.ts'
import { useText } from '../i18n/text.ts'
import { detailWords } from '../screens/audit/audit-lines.ts'
import { PassphraseInput } from '../start/PassphraseInput.tsx'
import { Problem } from '../start/Problem.tsx'
import { useApp } from '../state/app-context.ts'
import './custody.css'

/** Facts that say how it is asked, not what is asked for. */
const OWN_FACTS: ReadonlySet<string> = new Set(['request', 'act', 'action'])

/** Asks another custodian for their passphrase on this machine, where the company rule wants two persons. */
export function SecondPersonDialog() {
  const approval = useApp((state) => state.approval)
  return approval === undefined ? null : <Asked key={approval['request']} facts={approval} />
}

function Asked({ facts }: { facts: VaultErrorFacts }) {
  const text = useText()
  const { custodians: words, auditActions } = text
  const call = useApp((state) => state.call)
  const end = useApp((state) => state.endApproval)
  const { value: view } = useAnswer('custodians.list')
  const [passphrase, setPassphrase] = useState('')
  const work = useWork()
  const formId = useId()
  const scope = Object.fromEntries(Object.entries(facts).filter(([key]) => !OWN_FACTS.has(key)))
  const details = detailWords(scope, text)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (work.isWorking || passphrase === '') return
    setPassphrase('')
    const isGiven = await work.run(async () => {
      await call('approvals.give', { request: String(facts['request']), passphrase })
      return true
    })
    if (isGiven) end(true)
  }

  return (
    <Modal
      open
      width={480}
      title={words.second.title}
      okText={work.isWorking ? words.second.checking : words.second.approve}
      cancelText={text.common.cancel}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: passphrase === '' }}
      confirmLoading={work.isWorking}
      closable={!work.isWorking}
      mask={{ closable: false }}
      onCancel={() => end(false)}
      afterOpenChange={(isOpen) => isOpen && focusFirstField(document.getElementById(formId))}
    >
      <form
        id={formId}
        className="start-form settings-form"
        onSubmit={(event) => void submit(event)}
      >
        <p className="soft">{words.second.text(view?.approvers ?? [])}</p>
        <dl className="second-person">
          <dt>{words.second.act}</dt>
          <dd>
            {auditActionWords(auditActions, String(facts['action']))}
            {details !== '' && <span className="faint"> · {details}</span>}
          </dd>
        </dl>
        {work.problem && <Problem error={work.problem} />}
        <PassphraseInput
          id="second-passphrase"
          label={words.second.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          disabled={work.isWorking}
        />
      </form>
    </Modal>
  )
}
