import path from 'node:path'
import { countInMemory, encodings } from './support/memory.ts'
import { callOver, takePort } from './support/port.ts'
import { PASSPHRASE, StartPage } from './support/start-page.ts'
import { expect, test } from './support/test.ts'
import { CANARY, IDS, rootKeysOf, writeVault } from './support/vault-file.ts'

test('after a lock no process holds passphrase, root keys or a revealed password', async ({
  launch,
}) => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  test.slow()
  const file = path.join(test.info().outputPath(), '蓝鲸.beian')
  await writeVault(file)
  const app = await launch({ args: [file] })
  await takePort(app.page())
  await new StartPage(app.page()).unlock()
  expect(await callOver(app.page(), 'credentials.reveal', { id: IDS.credential })).toMatchObject({
    ok: true,
    value: { value: CANARY },
  })

  const secrets = { ...encodings('passphrase', PASSPHRASE), ...encodings('password', CANARY) }
  // The search itself is sound: while the vault is open, the password is found.
  const before = countInMemory(await app.processIds(), secrets)
  expect(before['password, UTF-8']).toBeGreaterThan(0)

  await app.lockBy(() => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')))

  const roots = await rootKeysOf(file)
  const needles = { ...secrets, 'ledger root': roots.ledger, 'secret root': roots.secret }
  const after = countInMemory(await app.processIds(), needles)
  expect(after).toEqual(Object.fromEntries(Object.keys(needles).map((name) => [name, 0])))
})
