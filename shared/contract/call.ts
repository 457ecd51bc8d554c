import { z } from 'zod'
import { RecordId } from '../records/fields.ts'

/** One call of the window to the vault process: what goes in is checked at run time, what comes out is typed. */
export type CallShape<I extends z.ZodType, O> = { input: I; output: O }

/** `output` exists for the type only. */
export function call<I extends z.ZodType>(input: I) {
  return <O>(): CallShape<I, O> => ({ input, output: undefined as O })
}

export const none = z.undefined()
export const id = z.strictObject({ id: RecordId })
