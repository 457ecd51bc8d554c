import { ERROR_CODES, type ErrorCode } from '../../../../shared/guides/error-codes.ts'
import type { Guide } from '../../../../shared/guides/guide.ts'

/** Guides in whose text every word of the query stands, in either language. */
export function foundGuides(guides: readonly Guide[], query: string): readonly Guide[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return guides
  return guides.filter((guide) => {
    const text = JSON.stringify(guide).toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** Old error codes by number or by what is said of them. */
export function foundCodes(query: string): readonly ErrorCode[] {
  const wanted = wordsOf(query)
  return ERROR_CODES.filter(({ code, meaning, advice }) => {
    const text = [code, meaning.zh, meaning.en, advice.zh, advice.en].join('\n').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}
