/** What one types into; a choice shown as buttons is none. */
const TYPED_INTO =
  'input:not(:disabled, [type="hidden"], [type="radio"], [type="checkbox"]), textarea:not(:disabled)'

/** Puts the focus into the first field of a form that was just opened, unless one of its fields has it. */
export function focusFirstField(form: Element | null): void {
  if (form === null || isTypedInto(form)) return
  form.querySelector<HTMLElement>(TYPED_INTO)?.focus()
}

/** Brings the first field of a form that was refused into view and into focus. */
export function focusFirstRefusal(form: Element | null): void {
  const refused = form?.querySelector<HTMLElement>('.field-finding-refused, [aria-invalid="true"]')
  const field = refused?.matches('.field-finding-refused') ? refused.closest('.field') : refused
  field?.scrollIntoView({ block: 'center' })
  const input = field?.matches(TYPED_INTO) ? refused : field?.querySelector<HTMLElement>(TYPED_INTO)
  input?.focus()
}

function isTypedInto(form: Element): boolean {
  const { activeElement } = document
  return activeElement !== null && form.contains(activeElement) && activeElement.matches(TYPED_INTO)
}
