type Props = {
  word: string
  /** Said while it works; without it the word stays. */
  working?: string
  isWorking: boolean
  isDisabled?: boolean
  /** Without it the button submits its form. */
  onClick?(): void
}

/** The button that matters, with a spinner while its work is done. */
export function WorkButton({ word, working, isWorking, isDisabled = false, onClick }: Props) {
  return (
    <button
      type={onClick === undefined ? 'submit' : 'button'}
      className="button button-primary"
      disabled={isWorking || isDisabled}
      onClick={onClick}
    >
      {isWorking && <span className="spinner" />}
      {(isWorking && working) || word}
    </button>
  )
}
