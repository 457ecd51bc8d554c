/** The domains a person typed into one field: a line each, or with commas, semicolons or spaces between; each once. */
export function splitDomains(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter(Boolean))]
}
