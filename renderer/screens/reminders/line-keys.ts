import type { KeyboardEvent } from 'react'

/**
 * Arrow up and down on a list: from the line that has the focus to the same button of the next one, or to its
 * first button where it has no such. Lines are `li`; they may lie in several lists inside the same element.
 */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof Element)) return
  const line = event.target.closest('li')
  if (line === null || !event.currentTarget.contains(line)) return
  const lines = [...event.currentTarget.querySelectorAll('li')]
  const next = lines[lines.indexOf(line) + step]
  if (next === undefined) return
  const place = [...line.querySelectorAll<Element>('button')].indexOf(event.target)
  const buttons = [...next.querySelectorAll('button')]
  const target = buttons[place] ?? buttons[0]
  target?.focus()
  event.preventDefault()
}
