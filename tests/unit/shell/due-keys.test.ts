import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openDueKeys } from '../../../electron/shell/due-keys.ts'
import { temporaryFolder } from '../../support/vault.ts'

const KEY = {
  vaultId: 'a'.repeat(32),
  slotId: 'b'.repeat(32),
  path: '/srv/公司.beian',
  expiresAt: 1_800_000_000_000,
  sealedKey: 'c2VhbGVk',
}

it('keeps one file a vault, which is gone when it is switched off', () => {
  const folder = temporaryFolder()
  openDueKeys(folder).keep(KEY)
  const other = { ...KEY, vaultId: 'c'.repeat(32) }
  openDueKeys(folder).keep(other)
  expect(openDueKeys(folder).all()).toEqual([KEY, other])

  const keys = openDueKeys(folder)
  keys.forget(KEY.vaultId)
  expect(keys.all()).toEqual([other])
  expect(readdirSync(path.join(folder, 'due-list'))).toEqual([`${other.vaultId}.json`])
})

it('changes what is kept in one step', () => {
  const folder = temporaryFolder()
  const keys = openDueKeys(folder)
  keys.keep(KEY)
  const looks = { dayCount: 2, firstOn: '2026-11-20', lastOn: '2026-11-22' }
  keys.keep({ ...KEY, looks })
  expect(openDueKeys(folder).all()).toEqual([{ ...KEY, looks }])
})

it('keeps a file aside that is not its own, and a file of another name is not read', () => {
  const folder = temporaryFolder()
  openDueKeys(folder).keep(KEY)
  const file = path.join(folder, 'due-list', `${KEY.vaultId}.json`)
  const copy = path.join(folder, 'due-list', `${'d'.repeat(32)}.json`)
  writeFileSync(copy, readFileSync(file))
  writeFileSync(file, '{"path":"/elsewhere"}')
  expect(openDueKeys(folder).all()).toEqual([])
  expect(existsSync(`${file}.corrupt`)).toBe(true)
})

it('starts empty where nothing was ever kept', () => {
  expect(openDueKeys(temporaryFolder()).all()).toEqual([])
})
