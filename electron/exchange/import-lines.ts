import { VaultError } from '../../shared/errors.ts'
import type { ForeignLine, PlacedEntry } from '../../shared/exchange.ts'
import type { OpenVault } from '../session.ts'
import { kindOf } from './credential-kind.ts'
import { createDuplicateFinder, type DuplicateFinder } from './duplicates.ts'
import type { ForeignEntry } from './foreign-entry.ts'
import { divideEntry } from './private-notes.ts'
import { createTargetMatcher } from './target-match.ts'

/** What a person decides by: each entry with where it may belong. That there is a secret, never which. */
export function foreignLines(
  { vault, ledger }: Pick<OpenVault, 'vault' | 'ledger'>,
  entries: readonly ForeignEntry[],
): ForeignLine[] {
  const targetOf = createTargetMatcher(ledger)
  const duplicateOf = createDuplicateFinder(ledger)
  return entries.map((entry, index) => {
    const divided = divideEntry(entry)
    const { label, account, portal } = divided
    const kind = kindOf(entry)
    const { target, targetBy } = targetOf(entry)
    const known = duplicateOf({ label, account, portal, kind, target })
    const address = portal ?? entry.urls[0]
    const line: ForeignLine = {
      index,
      title: label,
      group: entry.group.join(' / '),
      hasPassword: entry.password !== undefined,
      hasTotp: entry.totpUri !== undefined,
      pastCount: entry.history.length,
      privateParts: divided.parts,
      files: divided.files.map(({ file, fate }) => ({
        name: file.name,
        sizeBytes: file.bytes.length,
        fate,
      })),
      isTrashed: entry.isTrashed,
      kind,
      target,
    }
    if (account !== undefined) line.account = account
    if (address !== undefined) line.address = address.slice(0, 300)
    if (targetBy !== undefined) line.targetBy = targetBy
    if (known !== undefined) line.duplicate = duplicateView(vault, known, divided.value)
    return line
  })
}

/** Which of the entries are known, placed as a person did. */
export function recognise(
  { vault, ledger }: Pick<OpenVault, 'vault' | 'ledger'>,
  entries: readonly ForeignEntry[],
  placed: readonly PlacedEntry[],
): { index: number; duplicate?: NonNullable<ForeignLine['duplicate']> }[] {
  const duplicateOf = createDuplicateFinder(ledger)
  return placed.map(({ index, kind, ...target }) => {
    const entry = entries[index]
    if (entry === undefined) throw new VaultError('refused', 'there is no such entry')
    const divided = divideEntry(entry)
    const known = duplicateOf({ ...divided, kind, target })
    if (known === undefined) return { index }
    return { index, duplicate: duplicateView(vault, known, divided.value) }
  })
}

function duplicateView(
  vault: OpenVault['vault'],
  known: NonNullable<ReturnType<DuplicateFinder>>,
  value: string | undefined,
): NonNullable<ForeignLine['duplicate']> {
  const before = known.hasSecret ? vault.peekSecret(known.id)?.['value'] : undefined
  return { id: known.id, label: known.data.label, isSameValue: before === value }
}
