// By pinyin, and numbers in a name as numbers: 站点2 before 站点10. One for all: making it takes longer than using it.
const collator = new Intl.Collator('zh-CN', { numeric: true })

/** A total order: names that the collator takes for the same go by their code units. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0
  return collator.compare(a, b) || (a < b ? -1 : 1)
}
