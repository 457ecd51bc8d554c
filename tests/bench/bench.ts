import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Figures } from './figure.ts'
import { importFigures } from './import.ts'
import { kdfFigures } from './kdf.ts'
import { peerFigures } from './peer.ts'
import { vaultFigures } from './vault.ts'
import { livedInFigures, windowFigures } from './window.ts'

const PARTS = {
  kdf: kdfFigures,
  vault: vaultFigures,
  peer: peerFigures,
  import: importFigures,
  window: windowFigures,
  'lived-in': livedInFigures,
} as const

const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string', multiple: true } },
})

const figures: Figures = {}
for (const [name, measure] of Object.entries(PARTS)) {
  if (values.only !== undefined && !values.only.includes(name)) continue
  console.log(`\n${name}`)
  const measured = await measure()
  for (const [figure, { value, unit, floor, peer, note }] of Object.entries(measured)) {
    const beside = [
      floor === undefined ? '' : `floor ${floor}`,
      peer === undefined ? '' : `peer ${peer}`,
      note ?? '',
    ].filter((text) => text !== '')
    console.log(
      `  ${figure.padEnd(28)} ${value} ${unit}${beside.length > 0 ? `  (${beside.join('; ')})` : ''}`,
    )
  }
  Object.assign(figures, measured)
}

console.log(
  `\n${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
