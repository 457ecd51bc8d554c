import { expect, it } from 'vitest'
import {
  DEFAULT_KDF_COST,
  type DeriveKey,
  type KdfCost,
} from '../../../electron/vault/passphrase.ts'
import { createVault, fastDeriveKey, PASSPHRASE } from '../../support/vault.ts'
import { openVaultSession } from '../../support/vault-session.ts'

const NEXT = '栗子 窗台 铁轨 七月的雨'

/** A vault that is open behind the calls, and the cost of each derivation that was made. */
async function unlockedSession() {
  const costs: KdfCost[] = []
  const deriveKey: DeriveKey = (passphrase, salt, cost) => {
    costs.push(cost)
    return fastDeriveKey(passphrase, salt, cost)
  }
  const { vault, path, context } = await createVault({ deriveKey })
  vault.close()
  const { call, session } = openVaultSession(path, context)
  await call['vault.unlock']({ secret: { kind: 'passphrase', passphrase: PASSPHRASE } })
  costs.length = 0
  return { call, session, costs }
}

const wrong = expect.objectContaining({ code: 'wrong-passphrase' })

it('says that the current passphrase is wrong before anything else is derived', async () => {
  const { call, session, costs } = await unlockedSession()
  await expect(call['vault.changePassphrase']({ current: 'wrong', next: NEXT })).rejects.toThrow(
    wrong,
  )
  await expect(call['vault.calibrate']({ passphrase: 'wrong' })).rejects.toThrow(wrong)
  expect(costs).toEqual([DEFAULT_KDF_COST, DEFAULT_KDF_COST])
  session.close()
})

it('changes the passphrase and its cost when the current one is right', async () => {
  const { call, session } = await unlockedSession()
  await call['vault.changePassphrase']({ current: PASSPHRASE, next: NEXT })
  await call['vault.calibrate']({ passphrase: NEXT })
  const actions = session
    .open()
    .vault.audit({ limit: 9 })
    .map(({ action }) => action)
  expect(actions.filter((action) => action === 'slot.passphrase-changed')).toHaveLength(2)
  session.close()
})
