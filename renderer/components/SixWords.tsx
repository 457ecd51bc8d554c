import './six-words.css'

/** Words to be compared aloud, each with its number. */
export function SixWords({ label, words }: { label: string; words: readonly string[] }) {
  return (
    <ol className="six-words" aria-label={label}>
      {words.map((word, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice; the list never changes its order
        <li key={place}>
          <span className="faint">{place + 1}</span>
          <b>{word}</b>
        </li>
      ))}
    </ol>
  )
}
