import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPreferences } from '../../../electron/shell/preferences.ts'
import { openRecent } from '../../../electron/shell/recent.ts'
import { DEFAULT_PREFERENCES } from '../../../shared/preferences.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('preferences', () => {
  it('are the defaults on a new machine', () => {
    expect(openPreferences(temporaryFolder()).read()).toEqual(DEFAULT_PREFERENCES)
  })

  it('survive a restart, and leave no half-written file', () => {
    const folder = temporaryFolder()
    openPreferences(folder).save({ ...DEFAULT_PREFERENCES, theme: 'dark', idleLockMinutes: 15 })
    expect(openPreferences(folder).read()).toMatchObject({ theme: 'dark', idleLockMinutes: 15 })
    expect(readdirSync(folder)).toEqual(['preferences.json'])
  })

  it.each([
    ['no JSON', '{"language":'],
    ['an unknown value', JSON.stringify({ ...DEFAULT_PREFERENCES, idleLockMinutes: 100_000 })],
    ['an unknown key', JSON.stringify({ ...DEFAULT_PREFERENCES, plugin: 'x' })],
    ['a binary file', '\0\x01\x02'],
  ])('are the defaults again when the file is %s, which is kept aside', (_what, content) => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'preferences.json'), content)
    expect(openPreferences(folder).read()).toEqual(DEFAULT_PREFERENCES)
    expect(readFileSync(path.join(folder, 'preferences.json.corrupt'), 'utf8')).toBe(content)
  })

  it('tell who follows them of the present state and of each change', () => {
    const store = openPreferences(temporaryFolder())
    const themes: string[] = []
    store.follow(({ theme }) => themes.push(theme))
    store.save({ ...DEFAULT_PREFERENCES, theme: 'light' })
    expect(themes).toEqual(['system', 'light'])
  })
})

describe('recent vaults', () => {
  it('stand in the order of their last opening, each once, ten at most', () => {
    const folder = temporaryFolder()
    const recent = openRecent(folder)
    for (let index = 0; index < 12; index += 1) recent.remember(`/srv/${index}.beian`)
    recent.remember('/srv/5.beian')
    const paths = openRecent(folder).paths()
    expect(paths.slice(0, 3)).toEqual(['/srv/5.beian', '/srv/11.beian', '/srv/10.beian'])
    expect(paths).toHaveLength(10)
  })

  it('forget one on request', () => {
    const recent = openRecent(temporaryFolder())
    recent.remember('/srv/a.beian')
    recent.remember('/srv/b.beian')
    recent.forget('/srv/a.beian')
    expect(recent.paths()).toEqual(['/srv/b.beian'])
  })
})
