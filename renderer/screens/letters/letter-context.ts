import { createContext, useContext } from 'react'
import type { CallInput } from '../../../shared/contract.ts'
import type { LetterView } from '../../../shared/letters/filled-letter.ts'

export type LetterChange = Omit<CallInput<'letters.save'>, 'id' | 'expectedRevision'>

/** The letter that is open, and the one way to change it. */
export type OpenLetter = {
  view: LetterView
  /** False: signed, or the vault is read-only. */
  canEdit: boolean
  change(change: LetterChange): Promise<void>
  /** The same for typed values; null: what ledger and template say again. */
  type(values: Readonly<Record<string, string | null>>): Promise<void>
}

const LetterContext = createContext<OpenLetter | undefined>(undefined)
export const LetterProvider = LetterContext.Provider

export function useOpenLetter(): OpenLetter {
  const open = useContext(LetterContext)
  if (open === undefined) throw new Error('no letter is open here')
  return open
}
