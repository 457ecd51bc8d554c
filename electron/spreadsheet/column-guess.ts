import type { CalendarDay } from '../../shared/calendar-day.ts'
import { checkCreditCode } from '../../shared/field/credit-code.ts'
import { checkDomainName } from '../../shared/field/domain-name.ts'
import { checkEmail } from '../../shared/field/email.ts'
import { parseIcpNumber } from '../../shared/field/icp-number.ts'
import { checkMobile } from '../../shared/field/mobile.ts'
import { checkPoliceNumber } from '../../shared/field/police-number.ts'
import { checkResidentId } from '../../shared/field/resident-id.ts'
import type { ImportField } from '../../shared/import.ts'
import { meaningOf, splitDomains } from './cell-text.ts'

/** Cells of a column that are looked at. */
const SAMPLE_SIZE = 60
/** Share of them that must agree. */
const AGREEMENT = 0.7

/** What a column holds by its content alone; undefined when it is not plain. */
export function guessField(cells: readonly string[], today: CalendarDay): ImportField | undefined {
  const texts = cells
    .map(meaningOf)
    .filter((text) => text !== undefined)
    .slice(0, SAMPLE_SIZE)
  if (texts.length === 0) return undefined
  const isMost = (test: (text: string) => boolean) =>
    texts.filter(test).length >= texts.length * AGREEMENT
  if (isMost((text) => checkCreditCode(text).value !== undefined)) return 'entity.creditCode'
  if (isMost((text) => checkPoliceNumber(text).value !== undefined)) return 'service.policeNumber'
  if (isMost((text) => parseIcpNumber(text) !== undefined)) {
    const hasSerial = texts.some((text) => parseIcpNumber(text)?.serial !== undefined)
    return hasSerial ? 'service.filingNumber' : 'entity.filingNumber'
  }
  if (isMost((text) => checkResidentId(text, today).value !== undefined)) return 'contact.idNumber'
  if (isMost((text) => checkMobile(text).value !== undefined)) return 'contact.phone'
  if (isMost((text) => checkEmail(text).value !== undefined)) return 'contact.email'
  if (isMost(isDomainList)) return 'domain.names'
  if (
    isMost((text) =>
      /^[\p{Script=Han}()（）·a-z0-9]{4,}(公司|中心|集团|厂|店|局|院|学校|大学|协会|委员会|事务所|工作室|合作社)$/iu.test(
        text,
      ),
    )
  ) {
    return 'entity.name'
  }
  return undefined
}

/** Whether most values look like passwords: letters with digits or signs, and nothing else known. */
export function looksSecret(cells: readonly string[]): boolean {
  const texts = cells.filter((cell) => meaningOf(cell) !== undefined).slice(0, SAMPLE_SIZE)
  if (texts.length === 0) return false
  return texts.filter(isPasswordLike).length >= texts.length * AGREEMENT
}

function isPasswordLike(text: string): boolean {
  if (!/^[!-~]{6,32}$/.test(text) || /^https?:|@.*\.[a-z]+$/i.test(text)) return false
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((one) => one.test(text)).length
  if (/^\d+([-/.:]\d+)*$/.test(text) || parseIcpNumber(text) !== undefined) return false
  return classes >= 3 || (classes >= 2 && /[^A-Za-z\d.\-_/:]/.test(text))
}

function isDomainList(text: string): boolean {
  const names = splitDomains(text)
  return names.length > 0 && names.every((name) => checkDomainName(name).value !== undefined)
}
