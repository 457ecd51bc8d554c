import { SixWords } from '../../components/SixWords.tsx'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

/** Who may join now, until when (Unix ms), and the words to read to them. */
export type InvitedFacts = { name: string; expiresAt: number; vaultWords: string[] }

/** What is left to be done once somebody was let in. */
export function Invited({ name, expiresAt, vaultWords }: InvitedFacts) {
  const { custodians: words } = useText()
  const language = useApp((state) => state.preferences.language)
  return (
    <>
      <h3>{words.join.doneTitle(name)}</h3>
      <p className="soft">{words.join.doneText(formatMoment(expiresAt, language))}</p>
      <strong>{words.join.vaultWords}</strong>
      <SixWords label={words.join.vaultWords} words={vaultWords} />
    </>
  )
}
