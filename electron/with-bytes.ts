/** Runs `work` with the UTF-8 bytes of `text`, which are zeroed after it. The string itself cannot be. */
export async function withBytes<T>(
  text: string,
  work: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  const bytes = new TextEncoder().encode(text)
  try {
    return await work(bytes)
  } finally {
    bytes.fill(0)
  }
}
