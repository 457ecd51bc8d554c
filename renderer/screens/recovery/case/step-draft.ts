import type { CalendarDay } from '../../../../shared/calendar-day.ts'
import type { CallInput } from '../../../../shared/contract.ts'

/** What a person is writing about a step: empty texts stand for nothing said. */
export type StepDraft = {
  answer: string | undefined
  doneOn: CalendarDay | undefined
  doneTime: string
  person: string
  channel: string
  reference: string
  note: string
  documentIds: string[]
}

export const EMPTY_DRAFT: StepDraft = {
  answer: undefined,
  doneOn: undefined,
  doneTime: '',
  person: '',
  channel: '',
  reference: '',
  note: '',
  documentIds: [],
}

type Told = Pick<
  CallInput<'cases.recordStep'>,
  'doneOn' | 'doneTime' | 'person' | 'channel' | 'reference' | 'note' | 'documentIds'
>

/** The draft as the calls take it, without what was not said. */
export function toldBy(draft: StepDraft): Told {
  const told: Told = {}
  const { doneOn, doneTime, documentIds } = draft
  if (doneOn !== undefined) told.doneOn = doneOn
  if (doneTime !== '') told.doneTime = doneTime
  for (const name of ['person', 'channel', 'reference', 'note'] as const) {
    const text = draft[name].trim()
    if (text !== '') told[name] = text
  }
  if (documentIds.length > 0) told.documentIds = documentIds
  return told
}
