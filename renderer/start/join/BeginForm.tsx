import type { OwnJoinRequest } from '../../../shared/custodians.ts'
import { useJoinText } from '../../i18n/join-text.ts'
import { useApp } from '../../state/app-context.ts'
import { NewCustodianForm } from '../NewCustodianForm.tsx'

/** Name and 主口令 of who joins; a request is made of them. */
export function BeginForm({ onMade }: { onMade(request: OwnJoinRequest): void }) {
  const text = useJoinText()
  const call = useApp((state) => state.call)
  return (
    <NewCustodianForm
      idPrefix="join"
      nameWords={{ label: text.name, hint: text.nameHint }}
      words={{
        passphrase: text.passphrase,
        repeat: text.repeat,
        hint: text.passphraseHint,
        submit: text.begin,
        submitting: text.beginning,
      }}
      head={<p className="soft">{text.lead}</p>}
      submit={async (given) => onMade(await call('join.begin', given))}
    />
  )
}
