import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './support/test.ts'

// Only a Linux can be without a keychain; the set-up of the tests brings it a keyring.
if (process.platform === 'linux') {
  test('without a real keychain no key is sealed: a constant key would protect nothing', async ({
    openedApp: app,
  }) => {
    expect(existsSync(path.join(app.dataFolder, 'anchors'))).toBe(true)
    expect(existsSync(path.join(app.dataFolder, 'anchor-key'))).toBe(false)
  })

  test('with a keyring the key for anchors is sealed by it', async ({ launch }) => {
    const app = await launch({ hasKeyring: true, args: ['--password-store=gnome-libsecret'] })
    const file = path.join(app.dataFolder, 'anchor-key')
    await expect.poll(() => existsSync(file)).toBe(true)
    const key = await app.electron.evaluate(
      ({ safeStorage }, sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
      readFileSync(file).toString('base64'),
    )
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
    expect(readFileSync(file).includes(key)).toBe(false)
  })
}
