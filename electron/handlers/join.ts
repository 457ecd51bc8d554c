import path from 'node:path'
import type { CUSTODIAN_CALLS } from '../../shared/contract/custodians.ts'
import { VaultError } from '../../shared/errors.ts'
import { joinFolder, joinRequests } from '../custodians/join-requests.ts'
import type { Handlers } from '../handlers.ts'
import { requireStrong } from '../passwords/passphrase.ts'
import type { SessionControl } from '../session.ts'
import { createJoinRequest } from '../vault/join-request.ts'
import { calibrateKdf } from '../vault/kdf.ts'
import { Vault } from '../vault/vault.ts'
import { withBytes } from '../with-bytes.ts'
import { writeForPerson } from '../written-file.ts'

type JoinHandlers = Pick<Handlers, Extract<keyof typeof CUSTODIAN_CALLS, `join.${string}`>>

/** 加入别人的保险库: what happens on the machine of who joins, before the vault is open. */
export function joinHandlers(session: SessionControl): JoinHandlers {
  const requests = joinRequests(joinFolder(session))

  return {
    'join.begin': async ({ name, passphrase }) => {
      requireLocked(session)
      await requireStrong(passphrase)
      const { deriveKey } = await session.context()
      const { cost } = await calibrateKdf(deriveKey)
      const made = await withBytes(passphrase, (bytes) =>
        createJoinRequest(bytes, cost, { name, createdAt: session.now() }, deriveKey),
      )
      return requests.keep(made.request, made.local)
    },
    'join.list': () => requests.list(),
    'join.saveKeyFile': async ({ id }) => {
      const { request } = requests.read(id)
      const name = requests.list().find((one) => one.id === id)?.name ?? ''
      const file = await session.host('dialog.saveFile', {
        suggestedName: `${fileWord(name)}.beian-key`,
        extension: 'beian-key',
      })
      if (file === undefined) return undefined
      writeForPerson(file, request)
      return { fileName: path.basename(file) }
    },
    'join.discard': ({ id }) => requests.discard(id),
    'join.look': async ({ id, passphrase }) => {
      requireLocked(session)
      const file = session.chosenPath()
      if (file === undefined) throw new VaultError('no-vault-chosen', 'no vault is chosen')
      const { local } = requests.read(id)
      const context = await session.context()
      const { words, token, custodianName, scope, expiresAt } = await withBytes(
        passphrase,
        (bytes) => Vault.joinFingerprint(file, local, bytes, context),
      )
      return { words, confirmed: token, custodianName, isAuditor: scope === 'ledger', expiresAt }
    },
  }
}

function requireLocked(session: SessionControl): void {
  if (session.isOpen()) throw new VaultError('refused', 'a vault is open already')
}

/** A name as part of a file name. */
function fileWord(name: string): string {
  const plain = [...name].filter((character) => !/[\p{Cc}\\/:*?"<>|]/u.test(character))
  return `备案匣加入申请 ${plain.join('')}`.trim()
}
