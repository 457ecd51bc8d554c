import { existsSync } from 'node:fs'
import path from 'node:path'
import { DEMO_FILE_NAME, DEMO_PASSPHRASE } from '../shared/demo.ts'
import { demoChanges } from './demo/demo.ts'
import { demoPapers } from './demo/demo-documents.ts'
import { createStore } from './ledger/store.ts'
import { openVaultOf } from './open-vault.ts'
import type { SessionControl } from './session.ts'
import { KDF_BOUNDS } from './vault/passphrase.ts'
import { Vault } from './vault/vault.ts'

/**
 * Makes and opens the throw-away vault of `--demo` in the app's (throw-away) folder. After a lock it
 * is there already and stays locked, so that the unlock screen can be tried too.
 */
export async function openDemoVault(session: SessionControl): Promise<void> {
  const file = path.join(session.hostState.dataFolder, DEMO_FILE_NAME)
  session.choose(file)
  if (existsSync(file)) return

  // The cheapest cost allowed: this passphrase is printed in the source.
  const kdf = { opsLimit: KDF_BOUNDS.minOpsLimit, memLimitBytes: KDF_BOUNDS.minMemLimitBytes }
  const passphrase = new TextEncoder().encode(DEMO_PASSPHRASE)
  const options = { passphrase, custodianName: '演示保管人', kdf }
  const vault = await Vault.create(file, options, await session.context())
  const at = session.now()
  const filled = { action: 'demo.filled', at, custodianId: vault.custodianId }
  vault.write(demoChanges(at), [filled])
  const { changes, attachments } = demoPapers(createStore(vault.records()), at)
  vault.write(changes, [filled], attachments)
  session.adopt(openVaultOf(vault))
  await session.host('recent.remember', { path: file })
  await session.host('session.opened', { fileName: path.basename(file) })
}
