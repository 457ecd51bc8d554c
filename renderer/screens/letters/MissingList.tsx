import { Button } from 'antd'
import type { MissingBlank } from '../../../shared/letters/filled-letter.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useOpenLetter } from './letter-context.ts'

/** 还缺: every empty blank, with the way to where it is filled. */
export function MissingList() {
  const { letters } = useText()
  const { view } = useOpenLetter()
  const { missing } = view
  return (
    <section className="letter-missing" aria-label={letters.missing(missing.length)}>
      <h2>{letters.missing(missing.length)}</h2>
      <p className="faint">{missing.length === 0 ? letters.missingNone : letters.missingHint}</p>
      <ul>
        {missing.map((blank) => (
          <MissingLine key={blank.name} blank={blank} />
        ))}
      </ul>
    </section>
  )
}

function MissingLine({ blank }: { blank: MissingBlank }) {
  const { letters } = useText()
  const { canEdit } = useOpenLetter()
  const language = useApp((state) => state.preferences.language)
  const showForm = useApp((state) => state.showForm)
  const label = language === 'en' ? blank.label.en : blank.label.zh
  const { form, role, isProvider, isSecret } = blank
  if (!canEdit) return <li>{label}</li>
  return (
    <li>
      <span className="letter-missing-name" title={label}>
        {label}
      </span>
      {role !== undefined && (
        <Button size="small" type="link" onClick={() => focusField(`letter-role-${role}`)}>
          {letters.choosePerson}
        </Button>
      )}
      {isProvider && (
        <Button size="small" type="link" onClick={() => focusField('letter-provider')}>
          {letters.chooseProvider}
        </Button>
      )}
      {role === undefined && isProvider === undefined && isSecret === undefined && (
        <Button size="small" type="link" onClick={() => openBlank(blank.name)}>
          {letters.fillHere}
        </Button>
      )}
      {form && (
        <Button size="small" type="link" onClick={() => showForm({ form: 'record', ...form })}>
          {letters.fillInLedger}
        </Button>
      )}
    </li>
  )
}

function focusField(id: string): void {
  const field = document.getElementById(id)
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}

/** The blank's own button on the paper opens it. */
function openBlank(name: string): void {
  const button = document.querySelector<HTMLElement>(`[data-blank="${CSS.escape(name)}"]`)
  button?.scrollIntoView({ block: 'center' })
  button?.click()
}
