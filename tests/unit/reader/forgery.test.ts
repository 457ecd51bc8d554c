import { createPrivateKey, randomBytes, sign } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { ascii, concat, uint } from '../../reader/bytes.ts'
import { type Certificate, parseCertificate } from '../../reader/certificates.ts'
import { readTables, type SlotRow } from '../../reader/container.ts'
import { headMac } from '../../reader/head.ts'
import { hash, ledgerKeys, mac, secretKeys } from '../../reader/keys.ts'
import { readVault } from '../../reader/reading.ts'
import { contextOf, type Place } from '../../reader/sealed.ts'
import { signingPublicKey } from '../../reader/signature.ts'
import { type LivedInVault, makeLivedInVault } from './lived-in-vault.ts'

let made: LivedInVault

beforeAll(async () => {
  made = await makeLivedInVault()
}, 60_000)

afterAll(() => rmSync(path.dirname(made.path), { recursive: true, force: true }))

/**
 * A forger has the file, so also each slot's public key. They seal roots of their own to it, name
 * everybody in a new certificate and compute a head that fits.
 */
function forge(options: { forgerJoins: boolean; replacesLast: boolean }): string {
  const file = path.join(path.dirname(made.path), `forged-${Math.random()}.beian`)
  copyFileSync(made.path, file)
  onTestFinished(() => rmSync(file))
  const tables = readTables(file)
  const last = parseCertificate(tables.certificates.at(-1)?.body ?? new Uint8Array())
  const roots = { ledger: new Uint8Array(randomBytes(32)), secret: new Uint8Array(randomBytes(32)) }
  const seed = new Uint8Array(randomBytes(32))
  const certificate = forgedCertificate(last, roots, seed, options)

  const db = new DatabaseSync(file)
  if (options.replacesLast) db.exec('DELETE FROM certificate')
  db.prepare('INSERT INTO certificate VALUES (?, ?)').run(certificate.sequence, certificate.bytes)
  for (const row of tables.slots) {
    const sealed = sealRoots(tables.vault.vault_id, row, certificate, roots)
    db.prepare('UPDATE slot SET sealed_roots = ? WHERE id = ?').run(sealed, row.id)
  }
  db.prepare('UPDATE head SET generation = ?').run(certificate.generation)
  db.close()
  const forgedMac = headMac(ledgerKeys(roots.ledger).head, readTables(file))
  const again = new DatabaseSync(file)
  again.prepare('UPDATE head SET mac = ?').run(forgedMac)
  again.close()
  return file
}

type Roots = { ledger: Uint8Array; secret: Uint8Array }

function forgedCertificate(
  last: Certificate,
  roots: Roots,
  seed: Uint8Array,
  { forgerJoins, replacesLast }: { forgerJoins: boolean; replacesLast: boolean },
): Certificate {
  const signer = last.members[0]
  if (signer === undefined) throw new Error('no members')
  // Signed in the name of a member, with the forger's key in that member's place.
  const members = last.members.map((member) =>
    forgerJoins && member === signer ? { ...member, signingKey: signingPublicKey(seed) } : member,
  )
  const body = concat(
    ascii('BEIANCRT'),
    uint(1, 2),
    last.vaultId,
    uint(replacesLast ? 1 : last.sequence + 1, 4),
    uint(last.generation + 1, 4),
    replacesLast ? new Uint8Array(32) : hash(last.bytes),
    ledgerKeys(roots.ledger).commitment,
    secretKeys(roots.secret).commitment,
    signer.slotId,
    uint(members.length, 2),
    ...members.map((member) =>
      concat(
        member.slotId,
        uint(member.kind, 1),
        member.custodianId,
        member.signingKey,
        member.publicKeyHash,
      ),
    ),
  )
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
  return parseCertificate(concat(body, sign(null, body, key)))
}

function sealRoots(
  vaultId: Uint8Array,
  row: SlotRow,
  certificate: Certificate,
  roots: Roots,
): Uint8Array {
  const { cipherText, sharedSecret } = xWing.encapsulate(row.public_key)
  const key = mac(
    sharedSecret,
    ascii('beian-slot-roots'),
    vaultId,
    row.id,
    uint(certificate.generation, 4),
    certificate.ledgerCommitment,
    certificate.secretCommitment,
    row.public_key,
    cipherText,
  )
  const { generation } = certificate
  const place: Place = { vaultId, table: 'slot', part: 3, row: row.id, generation, revision: 0 }
  const padded = new Uint8Array(256)
  padded.set(concat(roots.ledger, roots.secret))
  padded[64] = 0x80
  const nonce = new Uint8Array(randomBytes(24))
  const sealed = xchacha20poly1305(key, nonce, contextOf(place)).encrypt(padded)
  return concat(cipherText, nonce, sealed)
}

describe('a vault forged to the public keys in the file', () => {
  it.each([
    ['signed by nobody whom the pin names', { forgerJoins: false, replacesLast: false }],
    ['with the forger’s key in a member’s place', { forgerJoins: true, replacesLast: false }],
    [
      'with a chain of its own from the first certificate',
      { forgerJoins: true, replacesLast: true },
    ],
  ])('is refused: %s', (_, options) => {
    const forged = forge(options)
    expect(() => readVault(forged, { kind: 'recovery-kit', code: made.kitCode })).toThrow(
      expect.objectContaining({ name: 'Refusal', code: 'forged' }),
    )
  })
})
