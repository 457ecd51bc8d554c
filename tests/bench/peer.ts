import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Figures, median, rounded } from './figure.ts'
import { coldUnlockMs, largeVault } from './large-vault.ts'

const ENTRIES = 10_000
const ROUNDS = 5

/**
 * Open and find one of 10,000 entries, ours against keepassxc-cli, in turns, each time in a new process, the key
 * derivation taken off both. The peer's is measured as its time on a vault with one entry, which also holds its start.
 */
export async function peerFigures(): Promise<Figures> {
  const { file, remove } = await largeVault(ENTRIES)
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-peer-'))
  try {
    const large = keepassVault(folder, 'large', ENTRIES)
    const one = keepassVault(folder, 'one', 1)
    const ours: number[] = []
    const peers: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(coldUnlockMs(file, '9999'))
      peers.push(searchMs(large, `service ${ENTRIES}`) - searchMs(one, 'service 1'))
    }
    const value = median(ours)
    const peer = median(peers)
    return {
      unlock_vs_peer: {
        value: rounded(value / peer),
        unit: 'ratio',
        peer: rounded(peer),
        note: `ours ${rounded(value)} ms, keepassxc-cli ${rounded(peer)} ms`,
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    remove()
  }
}

function searchMs(file: string, title: string): number {
  const start = performance.now()
  keepass(['search', '-q', file, title], 'bench\n')
  return performance.now() - start
}

/** A KDBX with `count` entries, made by importing the XML that keepassxc-cli itself understands. */
function keepassVault(folder: string, name: string, count: number): string {
  const entries = Array.from(
    { length: count },
    (_, index) =>
      `<Entry><String><Key>Title</Key><Value>service ${index + 1}</Value></String><String><Key>UserName</Key><Value>admin${index}</Value></String><String><Key>Password</Key><Value ProtectInMemory="True">Bench-${index}-value</Value></String><String><Key>URL</Key><Value>https://s${index}.example.com</Value></String></Entry>`,
  )
  const xml = path.join(folder, `${name}.xml`)
  const file = path.join(folder, `${name}.kdbx`)
  writeFileSync(
    xml,
    `<?xml version="1.0"?><KeePassFile><Meta><DatabaseName>bench</DatabaseName></Meta><Root><Group><Name>Root</Name>${entries.join('')}</Group></Root></KeePassFile>`,
  )
  keepass(['import', '-p', '-t', '100', xml, file], 'bench\nbench\n')
  return file
}

function keepass(args: string[], input: string): void {
  const { error, status } = spawnSync('keepassxc-cli', args, { input, encoding: 'utf8' })
  if (error !== undefined)
    throw new Error('the peer `keepassxc-cli` is needed: apt-get install keepassxc')
  if (status !== 0) throw new Error(`keepassxc-cli ${args[0]} failed`)
}
