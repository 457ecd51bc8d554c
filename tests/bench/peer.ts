import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { searchRows } from '../../electron/ledger/search/search-tables.ts'
import { durations, type Figures, median, rounded } from './figure.ts'
import { largeVault, openLargeVault } from './large-vault.ts'

const ENTRIES = 10_000
const ROUNDS = 5

/**
 * Open and find one of 10,000 entries, ours against keepassxc-cli, the key derivation taken off both.
 * The peer's derivation is measured as its time on a vault with one entry, which also holds its start.
 */
export async function peerFigures(): Promise<Figures> {
  const { file, remove } = await largeVault(ENTRIES)
  try {
    const ours: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const { ledger, restMs, close } = await openLargeVault(file)
      const start = performance.now()
      searchRows(ledger.search, ledger, ledger.rowTable, '9999')
      ours.push(restMs + performance.now() - start)
      close()
    }
    const peer = await keepassMs()
    const value = median(ours.slice(1))
    return {
      unlock_vs_peer: {
        value: rounded(value / peer),
        unit: 'ratio',
        peer: rounded(peer),
        note: `ours ${rounded(value)} ms, keepassxc-cli ${rounded(peer)} ms`,
      },
    }
  } finally {
    remove()
  }
}

async function keepassMs(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-peer-'))
  try {
    const large = keepassVault(folder, 'large', ENTRIES)
    const one = keepassVault(folder, 'one', 1)
    const search = (file: string) =>
      durations(ROUNDS, () => keepass(['search', '-q', file, 'service 1'], 'bench\n'))
    return median(await search(large)) - median(await search(one))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
  const { error } = spawnSync('keepassxc-cli', args, { input, encoding: 'utf8' })
  if (error !== undefined)
    throw new Error('the peer `keepassxc-cli` is needed: apt-get install keepassxc')
}
