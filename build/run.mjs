// Every npm script comes through here: brings up what the machine lacks, then does what was asked.
// Node built-ins only, on Node 20 or newer, since nothing is installed yet when it starts.
import { ensureNode } from './setup/node.mjs'
import { installPackages } from './setup/packages.mjs'
import { SetupError } from './setup/shell.mjs'

const [name = 'start', ...args] = process.argv.slice(2)

try {
  ensureNode(process.argv.slice(1))
  installPackages()
  const { COMMANDS } = await import('./commands/list.mjs')
  const command = COMMANDS.get(name)
  if (command === undefined) {
    throw new SetupError(`No command "${name}". There are: ${[...COMMANDS.keys()].join(', ')}.`)
  }
  process.exitCode = await command(args)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`\n[set-up] ${error.message}`)
  process.exitCode = 1
}
