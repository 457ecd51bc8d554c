import { randomInt } from 'node:crypto'
import path from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import type { Handlers } from '../handlers.ts'
import { type KitSheet, renderKitSheet } from '../kit-sheet.ts'
import { noteWaysIn } from '../open-vault.ts'
import type { Session } from '../session.ts'

type KitHandlers = Pick<Handlers, 'kit.prepare' | 'kit.print' | 'kit.confirm' | 'kit.discard'>

/** The recovery kit: shown once, printed, two of its groups retyped before it counts. */
export function kitHandlers(session: Session): KitHandlers {
  let pending: { sheet: KitSheet; askedGroups: [number, number] } | undefined

  const prepared = () => {
    if (pending === undefined) throw new VaultError('kit-mismatch', 'no kit was prepared')
    return pending
  }

  return {
    'kit.prepare': () => {
      const { vault } = session.open()
      const kit = vault.prepareRecoveryKit()
      const sheet: KitSheet = {
        groups: kit.code.split('-'),
        checkWords: kit.words,
        vaultId: kit.vaultIdHex,
        revision: kit.revision,
        fileName: path.basename(vault.path),
        custodianName: vault.custodianName,
        preparedAt: session.now(),
      }
      pending = { sheet, askedGroups: twoOf(sheet.groups.length) }
      const { groups, checkWords, revision, vaultId } = sheet
      return { groups, askedGroups: pending.askedGroups, checkWords, revision, vaultId }
    },
    'kit.print': async () => {
      const { sheet } = prepared()
      const isPrinted = await session.host('print.page', {
        html: renderKitSheet(sheet),
        title: '恢复包',
      })
      if (isPrinted) {
        const { vault } = session.open()
        vault.appendAudit([
          { action: 'kit.printed', at: session.now(), custodianId: vault.custodianId },
        ])
      }
      return isPrinted
    },
    'kit.confirm': ({ groups }) => {
      const { askedGroups } = prepared()
      const open = session.open()
      open.vault.confirmRecoveryKit([
        { index: askedGroups[0], text: groups[0] },
        { index: askedGroups[1], text: groups[1] },
      ])
      noteWaysIn(open)
      pending = undefined
    },
    'kit.discard': () => {
      pending = undefined
    },
  }
}

/** Two different indexes below `count`, in order. */
function twoOf(count: number): [number, number] {
  const first = randomInt(count)
  const second = (first + 1 + randomInt(count - 1)) % count
  return first < second ? [first, second] : [second, first]
}
