/**
 * What a validator says of one value.
 * `refused` is wrong arithmetic or shape: cannot be saved. `warning` is a loose fact of the world: can.
 */
export type FieldFinding = {
  severity: 'refused' | 'warning'
  /** Key of the words in the dictionaries, such as `credit-code-check-digit`. */
  code: string
  /** Dotted path of the field, such as `creditCode`. */
  field?: string
  facts?: Readonly<Record<string, string | number>>
}

/** A value a person typed, after normalising, with everything to be said of it. `value` is absent when refused. */
export type Checked = { value?: string; findings: FieldFinding[] }
