import { ERROR_CODE_SOURCE, type ErrorCode } from '../../../../shared/guides/error-codes.ts'
import { useText } from '../../../i18n/text.ts'
import { guideName, stepTitle } from '../guide-names.ts'
import { useWords } from '../use-words.ts'
import { SourceList } from './SourceList.tsx'

type Props = { codes: readonly ErrorCode[]; onLook(guideId: string): void }

/** The dictionary of codes of the old filing interface. */
export function ErrorCodes({ codes, onLook }: Props) {
  const { recovery } = useText()
  const text = recovery.guides
  const pick = useWords()
  return (
    <article className="guide-page" aria-label={text.codes}>
      <h2>{text.codes}</h2>
      <p className="soft">{text.codesText}</p>
      <SourceList sources={[ERROR_CODE_SOURCE]} />
      <dl className="codes">
        {codes.map(({ code, meaning, advice, to }) => (
          <div key={code}>
            <dt className="mono">{code}</dt>
            <dd>
              <b>{pick(meaning)}</b>
              <p>{pick(advice)}</p>
              <button type="button" className="button-link" onClick={() => onLook(to.guide)}>
                {guideName(to.guide, pick)}
                {to.step !== undefined && ` · ${stepTitle(to.guide, to.step, pick)}`}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
