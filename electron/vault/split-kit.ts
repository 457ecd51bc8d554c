/** Who holds the shares: two or three names. Any two shares open the vault. */
export type SplitKitPlan = { threshold: 2; shares: 2 | 3; holders: readonly string[] }

/** What is printed: a sheet for each holder. */
export type SplitKitSheet = {
  shares: { holder: string; code: string }[]
  /** Names the set: four groups of a share are the same on all its sheets' beginnings. */
  setId: string
  words: string[]
  vaultIdHex: string
  revision: number
}

/** Groups of one share as retyped from paper; `share` and `index` from 0. */
export type RetypedShare = { share: number; groups: readonly { index: number; text: string }[] }
