import { open, say } from './bare-writer.ts'

/**
 * A process that takes all of another copy into a vault, contents included, and then waits to be killed. It says
 * on standard output what it has begun and what is done.
 *
 * Arguments: the vault's path, the path of the other copy, the passphrase.
 */
const [path = '', other = '', passphrase = ''] = process.argv.slice(2)

const [vault, copy] = [await open(path, passphrase, false), await open(other, passphrase, true)]
const changes = [...copy.records()].map(({ id, overview }) => ({
  type: 'put' as const,
  id,
  overview,
  secret: copy.peekSecret(id) ?? null,
}))
const audit = [{ action: 'vault.merged', at: 1, custodianId: '00'.repeat(16) }]
say(`begun ${vault.revision}`)
await vault.mergeFrom(copy, { changes, attachmentIds: copy.attachmentIds() }, audit)
say(`done ${vault.revision}`)
setInterval(() => {}, 1000)
