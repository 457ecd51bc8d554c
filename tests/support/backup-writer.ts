import { context, open, say } from './bare-writer.ts'

/**
 * A process that backs a vault up, or restores it from a backup, again and again until it is killed. It says
 * on standard output what it has begun and what is done.
 *
 * Arguments: the vault's path, what to do (`backup`, `restore`), the passphrase, the folder or the backup.
 */
const [path = '', task = '', passphrase = '', place = ''] = process.argv.slice(2)

const audit = [{ action: 'test.restored', at: 1, custodianId: '00'.repeat(16) }]

if (task === 'backup') {
  const vault = await open(path, passphrase, false)
  for (let round = 1; ; round++) {
    say(`begun ${round}`)
    await vault.backUp({ folder: place, nameOf: (r, again) => `b-${r}-${round}-${again}.beian` })
    say(`done ${round}`)
  }
}
for (let round = 1; ; round++) {
  const backup = await open(place, passphrase, true)
  say(`begun ${round}`)
  const prepared = backup.prepareRestore(path, [], audit)
  prepared.putInPlace(context)
  say(`done ${round}`)
  backup.close()
}
