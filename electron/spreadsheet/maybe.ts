/** `{ key: value }`, or nothing when there is no value: absent is not the same as undefined. */
export function maybe<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // `as`: TypeScript widens a computed key to string.
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}
