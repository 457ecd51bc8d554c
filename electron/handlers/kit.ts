import { randomInt } from 'node:crypto'
import path from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { requireSecondPerson, requireWayInApproval } from '../custodians/second-person.ts'
import type { Handlers } from '../handlers.ts'
import { type KitSheet, renderKitSheet } from '../kit-sheet.ts'
import { noteWaysIn } from '../open-vault.ts'
import type { Session } from '../session.ts'

type KitHandlers = Pick<
  Handlers,
  | 'kit.prepare'
  | 'kit.print'
  | 'kit.confirm'
  | 'kit.discard'
  | 'kit.prepareSplit'
  | 'kit.printShare'
  | 'kit.confirmSplit'
>

type Sheet = { sheet: KitSheet; askedGroups: [number, number] }

/** Recovery kits, whole or in parts: shown once, printed, two groups of each retyped before it counts. */
export function kitHandlers(session: Session): KitHandlers {
  let pending: Sheet | undefined
  let shares: Sheet[] | undefined

  const prepared = () => {
    if (pending === undefined) throw notPrepared()
    return pending
  }
  const sheetOf = (code: string, facts: Pick<KitSheet, 'checkWords' | 'vaultId' | 'revision'>) => {
    const { vault } = session.open()
    const sheet: KitSheet = {
      groups: code.split('-'),
      ...facts,
      fileName: path.basename(vault.path),
      custodianName: vault.custodianName,
      preparedAt: session.now(),
    }
    return { sheet, askedGroups: twoOf(sheet.groups.length) }
  }
  const print = async (sheet: KitSheet) => {
    const isPrinted = await session.host('print.page', {
      html: renderKitSheet(sheet),
      title: '恢复包',
    })
    if (isPrinted) {
      const { vault } = session.open()
      const entry = { action: 'kit.printed', at: session.now(), custodianId: vault.custodianId }
      const holder = sheet.share?.holder
      vault.appendAudit([holder === undefined ? entry : { ...entry, facts: { holder } }])
    }
    return isPrinted
  }

  return {
    'kit.prepare': () => {
      const { vault } = session.open()
      requireSecondPerson(session, 'print-secrets', { action: 'kit.printed' })
      const kit = vault.prepareRecoveryKit()
      shares = undefined
      pending = sheetOf(kit.code, factsOf(kit))
      const { sheet, askedGroups } = pending
      const { groups, checkWords, revision, vaultId } = sheet
      return { groups, askedGroups, checkWords, revision, vaultId }
    },
    'kit.print': () => print(prepared().sheet),
    'kit.confirm': ({ groups }) => {
      const { askedGroups } = prepared()
      const open = session.open()
      open.vault.confirmRecoveryKit(retyped(askedGroups, groups))
      noteWaysIn(open)
      pending = undefined
    },
    'kit.discard': () => {
      pending = undefined
      shares = undefined
    },

    'kit.prepareSplit': ({ shares: count, holders }) => {
      const { vault } = session.open()
      if (holders.length !== count || new Set(holders).size !== count) {
        throw new VaultError('invalid-value', 'each part has a holder of its own', {
          facts: { field: 'holders' },
        })
      }
      const facts = { shares: count, holders: holders.join('、') }
      // Its parts let in somebody new, so it is asked for with any rule.
      requireWayInApproval(session, { action: 'kit.printed', facts })
      const kit = vault.prepareSplitKit({ threshold: 2, shares: count, holders })
      pending = undefined
      shares = kit.shares.map(({ holder, code }, index) => {
        const made = sheetOf(code, factsOf(kit))
        return { ...made, sheet: { ...made.sheet, share: { holder, number: index + 1, count } } }
      })
      return {
        shares: shares.map(({ sheet, askedGroups }, index) => ({
          holder: kit.shares[index]?.holder ?? '',
          groups: sheet.groups,
          askedGroups,
        })),
        checkWords: kit.words,
        revision: kit.revision,
        vaultId: kit.vaultIdHex,
      }
    },
    'kit.printShare': ({ index }) => {
      const share = shares?.[index]
      if (share === undefined) throw notPrepared()
      return print(share.sheet)
    },
    'kit.confirmSplit': ({ shares: typed }) => {
      if (shares === undefined || shares.length !== typed.length) throw notPrepared()
      const open = session.open()
      open.vault.confirmSplitKit(
        shares.map(({ askedGroups }, share) => ({
          share,
          groups: retyped(askedGroups, typed[share] ?? ['', '']),
        })),
      )
      noteWaysIn(open)
      shares = undefined
    },
  }
}

function factsOf(kit: { words: string[]; vaultIdHex: string; revision: number }) {
  return { checkWords: kit.words, vaultId: kit.vaultIdHex, revision: kit.revision }
}

function retyped([first, second]: [number, number], typed: [string, string]) {
  return [
    { index: first, text: typed[0] },
    { index: second, text: typed[1] },
  ]
}

function notPrepared(): VaultError {
  return new VaultError('kit-mismatch', 'no kit was prepared')
}

/** Two different indexes below `count`, in order. */
function twoOf(count: number): [number, number] {
  const first = randomInt(count)
  const second = (first + 1 + randomInt(count - 1)) % count
  return first < second ? [first, second] : [second, first]
}
