import type { z } from 'zod'
import type { CallName, CallOutput, Contract } from '../shared/contract.ts'

/**
 * What answers each call of the contract. Inputs arrive checked. A handler throws `VaultError` for
 * what a person can be told; any other throw is a bug and reaches the window as `internal`.
 *
 * Each file in `electron/handlers` makes the part of the table its noun names; `dispatch.ts` joins them.
 */
export type Handlers = {
  [N in CallName]: (input: z.output<Contract[N]['input']>) => CallOutput<N> | Promise<CallOutput<N>>
}
