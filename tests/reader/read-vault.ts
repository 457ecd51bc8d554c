// Reads a vault with nothing of the app's own code and says what was checked:
// node tests/reader/read-vault.ts FILE --passphrase-stdin | --kit-stdin [--anchor FILE] [--json]
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { toHex } from './bytes.ts'
import { type AnchorSource, type Reading, readVault } from './reading.ts'
import { Refusal } from './refusal.ts'
import type { Credential } from './slots.ts'

const USAGE =
  'usage: node tests/reader/read-vault.ts FILE --passphrase-stdin | --kit-stdin [--anchor FILE] [--json]\n'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'passphrase-stdin': { type: 'boolean', default: false },
    'kit-stdin': { type: 'boolean', default: false },
    anchor: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const [path] = positionals
if (path === undefined || values['passphrase-stdin'] === values['kit-stdin']) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else {
  try {
    const reading = readVault(path, credentialFromStdin(), anchorAt(values.anchor))
    process.stdout.write(values.json ? json(reading) : text(reading))
    if (reading.checks.some((check) => !check.holds)) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`✗ refused (${error.code}): ${error.message}\n`)
    process.exitCode = 1
  }
}

/** The whole of standard input but one line end. */
function credentialFromStdin(): Credential {
  const typed = readFileSync(0)
    .toString('utf8')
    .replace(/\r?\n$/, '')
  return values['kit-stdin']
    ? { kind: 'recovery-kit', code: typed }
    : { kind: 'passphrase', passphrase: new TextEncoder().encode(typed) }
}

function anchorAt(file: string | undefined): AnchorSource | undefined {
  return file === undefined ? undefined : { bytes: readFileSync(file) }
}

function json(reading: Reading): string {
  const asText = (_: string, value: unknown) => (value instanceof Uint8Array ? toHex(value) : value)
  return `${JSON.stringify(reading, asText, 2)}\n`
}

function text(reading: Reading): string {
  const lines = [
    `vault ${reading.vaultId}, revision ${reading.revision}, generation ${reading.generation}`,
    `opened by slot ${reading.openedBy.slotId}, pinned certificate ${reading.openedBy.pinnedSequence}`,
    `check words ${reading.checkWords.join(' ')}`,
    ...reading.slots.map((one) => `slot ${one.id} kind ${one.kind} ${JSON.stringify(one.label)}`),
    ...reading.records.map(
      (one) =>
        `record ${one.id} revision ${one.revision} ${JSON.stringify(one.overview)} secret ${JSON.stringify(one.secret)}`,
    ),
    ...reading.attachments.map(
      (one) =>
        `attachment ${one.id} revision ${one.revision} ${one.manifest?.name} ${one.content?.length} bytes`,
    ),
    ...reading.audit.map(
      (one) =>
        `audit ${one.sequence} at revision ${one.vaultRevision} ${JSON.stringify(one.json)} ${JSON.stringify(one.changes)}`,
    ),
    ...reading.checks.map(
      (one) => `${one.holds ? '✓' : '✗'} ${one.name}${one.detail && `: ${one.detail}`}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}
