import { Select } from 'antd'

type Props<Choice extends string> = {
  id: string
  words: {
    duplicates: string
    choice: Readonly<Record<Choice, string>>
    choiceHint: Readonly<Record<Choice, string>>
  }
  choices: readonly Choice[]
  value: Choice
  onChange(choice: Choice): void
}

/** What becomes of rows that are known already, unless one of them says otherwise. */
export function DuplicateSelect<Choice extends string>(props: Props<Choice>) {
  const { id, words, choices, value, onChange } = props
  return (
    <label className="wizard-pick" htmlFor={id}>
      {words.duplicates}
      <Select<Choice>
        id={id}
        size="small"
        popupMatchSelectWidth={false}
        value={value}
        options={choiceOptions(choices, words)}
        onChange={onChange}
      />
    </label>
  )
}

/** Each choice with its word, and what it means for who points at it. */
export function choiceOptions<Choice extends string>(
  choices: readonly Choice[],
  { choice, choiceHint }: Pick<Props<Choice>['words'], 'choice' | 'choiceHint'>,
) {
  return choices.map((one) => ({ value: one, label: choice[one], title: choiceHint[one] }))
}
