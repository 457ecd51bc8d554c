// Becomes resources/app/main.js of the fallback Electron, which ships no default_app.asar: runs the
// app folder named on the command line as Electron's own default app would, after the module that
// `-r` names.
const { app } = require('electron')
const fs = require('node:fs')
const path = require('node:path')

process.defaultApp = true
process.env.BEIAN_TEST_RUNTIME = '1'

const words = process.argv.slice(1)
const preloaded = words.indexOf('-r')
if (preloaded !== -1) require(path.resolve(words.splice(preloaded, 2)[1]))

const folder = path.resolve(words.find((word) => !word.startsWith('-')) ?? '.')
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
require(path.join(folder, manifest.main))
