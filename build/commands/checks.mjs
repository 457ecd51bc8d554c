import { tool } from '../setup/tools.mjs'

/** @param {string[]} args */
export function lint(args) {
  return tool('biome', ['check', ...args])
}

/** @param {string[]} args */
export function types(args) {
  return tool('tsc', ['-b', ...args])
}

/** @param {string[]} args */
export function format(args) {
  return tool('biome', ['check', '--write', ...args])
}
