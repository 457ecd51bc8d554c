type Props = { title: string; steps: readonly string[]; place: number }

/** The title of a wizard, with its steps and where it stands. */
export function WizardTitle({ title, steps, place }: Props) {
  return (
    <div className="import-title">
      <span>{title}</span>
      <ol className="import-steps">
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < place ? 'import-step-past' : undefined}
            aria-current={index === place ? 'step' : undefined}
          >
            <span className="import-step-number">{index < place ? '✓' : index + 1}</span>
            {step}
          </li>
        ))}
      </ol>
    </div>
  )
}
