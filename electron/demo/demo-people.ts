import { residentCheckCharacter } from '../../shared/field/resident-id.ts'

/**
 * An ID number that its arithmetic holds for and that nobody has: area codes that end in 00 are those of
 * a whole prefecture and are not given to people, and the order number is 000.
 */
export function inventedResidentId(prefectureCode: string, birthday: string): string {
  const body = `${prefectureCode}${birthday.replaceAll('-', '')}000`
  return body + residentCheckCharacter(body)
}

/** A mobile number that nobody has: 154 was never given to an operator. */
export function inventedMobile(index: number): string {
  return `1540000${String(1000 + index).padStart(4, '0')}`
}
