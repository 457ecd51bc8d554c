import type { CalendarDay } from '../../shared/calendar-day.ts'
import { addDays, daysBetween } from '../../shared/calendar-day.ts'
import type { LetterNotice, MissingBlank } from '../../shared/letters/filled-letter.ts'
import {
  ANSWER_DAYS,
  dayFromChinese,
  freshUntil,
  letterState,
} from '../../shared/letters/letter-rules.ts'
import { ROLE_NAMES } from '../../shared/letters/template.ts'
import { blankValue } from './blank-values.ts'
import type { LetterContext } from './letter-context.ts'

/** A term that ends within so many days is worth saying. */
const SOON_DAYS = 30

/** When the provider itself was complained to, as the letter says. */
function complaintDay(context: LetterContext): CalendarDay | undefined {
  return dayFromChinese(
    context.letter.values['acceptedOn'] ?? blankValue(context, 'acceptedOn') ?? '',
  )
}

/** What should be known before the paper is sealed or carried away, worst first. */
export function letterNotices(
  context: LetterContext,
  missing: readonly MissingBlank[],
): LetterNotice[] {
  const { letter, template, today, people } = context
  const state = letterState(letter, today)
  if (state === 'revoked') return []
  const notices: LetterNotice[] = []
  const say = (
    code: LetterNotice['code'],
    tone: LetterNotice['tone'],
    facts: LetterNotice['facts'] = {},
  ) => notices.push({ code, tone, facts })

  for (const role of ROLE_NAMES) {
    const person = people.get(role)?.data
    // Who hands over leaves most often; that is what the sheet is for.
    if (role === 'giver' || person?.leftOn === undefined || person.leftOn > today) continue
    say('person-left', 'danger', { name: person.name, day: person.leftOn })
  }
  const lastDay = freshUntil(letter)
  if (lastDay !== undefined && today > lastDay) {
    say('date-old', 'danger', { day: letter.writtenOn, days: daysBetween(letter.writtenOn, today) })
  }
  if (letter.writtenOn > today) say('date-ahead', 'due', { day: letter.writtenOn })
  if (template.validity !== undefined) {
    const { validUntilOn } = letter
    if (letter.validFromOn === undefined || validUntilOn === undefined) {
      say('validity-missing', 'due')
    } else if (validUntilOn < today) say('validity-over', 'danger', { day: validUntilOn })
    else if (state === 'signed' && daysBetween(today, validUntilOn) <= SOON_DAYS) {
      say('validity-ends-soon', 'due', {
        day: validUntilOn,
        days: daysBetween(today, validUntilOn),
      })
    }
  }
  if (state !== 'draft') return notices
  if (letter.serviceIds.length === 0) say('nothing-chosen', 'due')
  if (missing.length > 0) say('blanks-missing', 'due', { count: missing.length })
  if (letter.kind === 'transfer-agreement') say('ask-lawyer', 'note')
  const complainedOn = context.variant === 'appeal' ? complaintDay(context) : undefined
  if (complainedOn !== undefined) {
    const from = addDays(complainedOn, ANSWER_DAYS)
    if (letter.writtenOn < from) say('appeal-early', 'due', { day: complainedOn, from })
  }
  return notices
}
