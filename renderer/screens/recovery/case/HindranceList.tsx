import type { CaseView, Hindrance } from '../../../../shared/case-view.ts'
import { type Text, useText } from '../../../i18n/text.ts'
import { guideName, stepTitle } from '../guide-names.ts'
import { useWords } from '../use-words.ts'

/** What still stands between a case and its end. */
export function HindranceList({ view }: { view: CaseView }) {
  const { recovery } = useText()
  const pick = useWords()
  return (
    <ul className="hindrances" aria-label={recovery.closing.hindrances}>
      {view.hindrances.map((hindrance) => {
        const words = hindranceWords(hindrance, view, recovery, pick)
        return <li key={words}>{words}</li>
      })}
    </ul>
  )
}

function hindranceWords(
  hindrance: Hindrance,
  view: CaseView,
  { closing }: Text['recovery'],
  pick: (words: { zh: string; en: string }) => string,
): string {
  const { hindrance: words } = closing
  const title = (stepId: string) => stepTitle(view.record.data.guideId, stepId, pick)
  switch (hindrance.kind) {
    case 'step':
      return words.step(pick(hindrance.title))
    case 'outcome':
      return words.outcome
    case 'registration':
      return words.registration(hindrance.label)
    case 'return-to-guide':
      return words.returnToGuide(guideName(hindrance.guideId, pick))
    case 'switch-guide':
      return words.switchGuide(title(hindrance.stepId), guideName(hindrance.guideId, pick))
    case 'not-possible':
      return words.notPossible(title(hindrance.stepId))
    case 'guide-unknown':
      return words.guideUnknown(hindrance.guideId)
  }
}
