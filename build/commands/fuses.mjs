import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** Byte of the fuse wire: '1'. Anything else is off, removed or unknown. */
const ON = 0x31

/**
 * Reads the fuses of a packed program and compares.
 *
 * @param {string} program Executable or .app.
 * @param {Readonly<Record<string, boolean>>} wanted By electron-builder's names.
 * @returns {Promise<string[]>} the names of those that differ.
 */
export async function differingFuses(program, wanted) {
  const wire = await getCurrentFuseWire(program)
  return Object.entries(wanted)
    .filter(([name, isOn]) => (wire[fuseIndex(name)] === ON) !== isOn)
    .map(([name]) => name)
}

/**
 * @param {string} name Such as `runAsNode`.
 * @returns {FuseV1Options}
 */
function fuseIndex(name) {
  const key = `${name[0]?.toUpperCase()}${name.slice(1)}`
  const found = Object.entries(FuseV1Options).find(([option]) => option === key)
  if (found === undefined) throw new Error(`no such fuse: ${name}`)
  return Number(found[1])
}
