import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { CUSTODIAN_CALLS } from '../../shared/contract/custodians.ts'
import type { JoinRequestView } from '../../shared/custodians.ts'
import { VaultError } from '../../shared/errors.ts'
import { decodeBase45 } from '../custodians/base45.ts'
import { setRule } from '../custodians/company-rule.ts'
import { acknowledge, custodyNotices } from '../custodians/notices.ts'
import { custodiansView } from '../custodians/people.ts'
import { inviteCustodian, saveCustodian, withdrawInvitation } from '../custodians/roster.ts'
import { approve } from '../custodians/second-person.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'
import { parseJoinRequest } from '../vault/join-request.ts'
import { withBytes } from '../with-bytes.ts'

/** More than a request ever has, in bytes. */
const MAX_REQUEST_BYTES = 4096

type CustodianHandlers = Pick<
  Handlers,
  Extract<keyof typeof CUSTODIAN_CALLS, `custodians.${string}` | `approvals.${string}`>
>

/** 保管人: who can open the vault, who may join, and what two persons are asked for. */
export function custodiansHandlers(session: Session): CustodianHandlers {
  /** The request that was read last, until its words were compared. */
  let read: Uint8Array | undefined

  const take = (request: Uint8Array): JoinRequestView => {
    const { name, createdAt, fingerprint } = parseJoinRequest(request)
    read = request
    return { name, createdAt, words: fingerprint }
  }

  return {
    'custodians.list': () => custodiansView(session.open(), session.now()),
    'custodians.save': (facts) => saveCustodian(session, facts),

    'custodians.chooseRequest': async () => {
      session.open()
      const file = await session.host('dialog.openKeyFile', undefined)
      return file === undefined ? undefined : take(readRequest(file))
    },
    'custodians.readRequest': ({ code }) => {
      session.open()
      const request = decodeBase45(code)
      if (request === undefined) throw unreadable()
      return take(request)
    },
    'custodians.invite': ({ areWordsSame: _compared, ...given }) => {
      if (read === undefined) throw unreadable()
      const invited = inviteCustodian(session, read, given)
      read = undefined
      return invited
    },
    'custodians.withdraw': ({ slotId }) => withdrawInvitation(session, slotId),
    'custodians.vaultWords': ({ slotId }) => ({
      words: session.open().vault.vaultFingerprint(slotId),
    }),

    'custodians.setRule': ({ twoPersonActs }) => setRule(session, twoPersonActs),
    'custodians.notices': () => custodyNotices(session.open()),
    'custodians.acknowledge': ({ sequence }) => acknowledge(session, sequence),
    'approvals.give': ({ request, passphrase }) =>
      withBytes(passphrase, (bytes) => approve(session, request, bytes)),
  }
}

function readRequest(file: string): Uint8Array {
  try {
    if (statSync(file).size <= MAX_REQUEST_BYTES) return new Uint8Array(readFileSync(file))
  } catch {
    throw new VaultError('io-failed', 'the file cannot be read', {
      facts: { fileName: path.basename(file) },
    })
  }
  throw unreadable()
}

function unreadable(): VaultError {
  return new VaultError('join-request-unreadable', 'no request to join')
}
