import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { OwnJoinRequest } from '../../shared/custodians.ts'
import { VaultError } from '../../shared/errors.ts'
import { writeAtomically } from '../atomic-file.ts'
import type { SessionControl } from '../session.ts'
import { type JoinRequest, parseJoinRequest } from '../vault/join-request.ts'
import { encodeBase45 } from './base45.ts'

/** Both files are smaller than this. */
const MAX_FILE_BYTES = 8192
const MAX_REQUESTS = 5
const NAME = /^([0-9a-f]{32})\.beian-key$/

/** Requests to join that were made here: the public part and, sealed under its passphrase, the private one. */
export type JoinRequests = {
  list(): OwnJoinRequest[]
  /** @throws VaultError `join-request-not-here` */
  read(id: string): { request: Uint8Array; local: Uint8Array }
  keep(request: Uint8Array, local: Uint8Array): OwnJoinRequest
  discard(id: string): void
}

/** Where the app keeps them. */
export function joinFolder({ hostState }: SessionControl): string {
  return path.join(hostState.dataFolder, 'joining')
}

/** Keeps them in `folder`, two files each. What is not ours there is left alone. */
export function joinRequests(folder: string): JoinRequests {
  const requestFile = (id: string) => path.join(folder, `${id}.beian-key`)
  const localFile = (id: string) => path.join(folder, `${id}.sealed`)

  const read = (id: string) => {
    try {
      return {
        request: readSmall(requestFile(id)),
        local: readSmall(localFile(id)),
      }
    } catch {
      throw new VaultError('join-request-not-here', 'there is no such request')
    }
  }

  const list = () =>
    namesIn(folder)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .flatMap((id) => describe(id, () => read(id).request))
      .sort((a, b) => b.createdAt - a.createdAt)
      .slice(0, MAX_REQUESTS)

  return {
    list,
    read,
    keep(request, local) {
      const parsed = parseJoinRequest(request)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // The private part first: a request without it could never be used.
      writeAtomically(localFile(parsed.id), local)
      writeAtomically(requestFile(parsed.id), request)
      return viewOf(parsed, request)
    },
    discard(id) {
      for (const file of [requestFile(id), localFile(id)]) rmSync(file, { force: true })
    },
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function describe(id: string, read: () => Uint8Array): OwnJoinRequest[] {
  try {
    const request = read()
    const parsed = parseJoinRequest(request)
    return parsed.id === id ? [viewOf(parsed, request)] : []
  } catch (error) {
    if (error instanceof VaultError) return []
    throw error
  }
}

function viewOf(parsed: JoinRequest, request: Uint8Array): OwnJoinRequest {
  const { id, name, createdAt, fingerprint } = parsed
  return { id, name, createdAt, words: fingerprint, code: encodeBase45(request) }
}

function readSmall(file: string): Uint8Array {
  if (statSync(file).size > MAX_FILE_BYTES) {
    throw new VaultError('join-request-unreadable', 'too large for a request')
  }
  return new Uint8Array(readFileSync(file))
}
