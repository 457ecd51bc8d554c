import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** Checks an exported trail as somebody outside would: with Node, and the program that lies beside it. */
export function verifyTrail(file: string): { status: number; said: string } {
  const program = path.join(path.dirname(file), 'verify-audit.mjs')
  try {
    return { status: 0, said: execFileSync('node', [program, file], { encoding: 'utf8' }) }
  } catch (error) {
    // `as`: execFileSync throws with what the program wrote.
    const { status, stdout } = error as { status: number; stdout: string }
    return { status, said: stdout }
  }
}
