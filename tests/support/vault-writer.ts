import { createHash } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { type Unlock, Vault } from '../../electron/vault/vault.ts'

/**
 * A process that writes to a vault until it is killed. It says on standard output what is durable, in
 * lines of `begun N` and `done N`.
 *
 * Arguments: the vault's path, what to do (`records`, `import`, `rekey`, `join`, or `look`: only to open it), the
 * passphrase, two ids; for `join` the file with the joiner's keys and the token of the words.
 */
const [path = '', task = '', passphrase = '', first = '', second = ''] = process.argv.slice(2)

// Written at once, not through a stream that a kill would empty.
const say = (line: string) => writeSync(1, `${line}\n`)

const bytes = new TextEncoder().encode(passphrase)
const unlock: Unlock =
  task === 'join'
    ? { kind: 'join', local: readFileSync(first), passphrase: bytes, confirmed: second }
    : { kind: 'passphrase', passphrase: bytes }
if (task === 'join') say('begun 0')

const vault = await Vault.open(
  path,
  unlock,
  {},
  {
    now: Date.now,
    anchors: { read: () => undefined, write: () => {} },
    // The same stand-in for Argon2id as in vault.ts beside this; that file needs vitest, this one runs bare.
    deriveKey: (typed, salt, cost) =>
      Promise.resolve(
        new Uint8Array(
          createHash('sha256')
            .update(salt)
            .update(`${cost.opsLimit}:${cost.memLimitBytes}:`)
            .update(typed)
            .digest(),
        ),
      ),
    who: { host: 'writer', user: 'writer', pid: process.pid },
  },
)
const audit = [{ action: 'test.written', at: 1, custodianId: '00'.repeat(16) }]

say(`ready ${vault.revision}`)
if (task === 'look') process.exit(0)
if (task === 'join') {
  say(`done ${vault.revision}`)
  // Until the kill comes: nothing else is to be written.
  await new Promise((resolve) => setTimeout(resolve, 60_000))
}
for (let round = 1; ; round++) {
  say(`begun ${vault.revision}`)
  if (task === 'rekey') await vault.rekey({ keepSlots: () => true, reason: 'test' })
  else if (task === 'import') await vault.writeMany(batchOf(round), audit)
  else vault.write(pairOf(vault.revision + 1), audit)
  say(`done ${vault.revision}`)
}

/** Two records that always carry the same number: never one without the other. */
function pairOf(number: number) {
  return [first, second].map((id) => ({
    type: 'put' as const,
    id,
    overview: { number },
    secret: { number },
  }))
}

/** Three hundred new records that come together or not at all. */
function batchOf(round: number) {
  return Array.from({ length: 300 }, (_, index) => ({
    type: 'put' as const,
    id: createHash('md5').update(`${process.pid}:${round}:${index}`).digest('hex'),
    overview: { batch: `${process.pid}:${round}`, filler: '备'.repeat(100) },
    secret: { index },
  }))
}
