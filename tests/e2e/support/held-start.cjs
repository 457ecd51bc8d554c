// Electron loads this before the app (`-r`). It holds the app until Playwright watches it: a window
// that loads while Playwright attaches is sometimes never seen by it as loaded. Playwright brings the
// same for an Electron it finds itself, but not for one it is pointed to.
const { app } = require('electron')

// The app reads its command line by an allow-list, and these two words are not its own.
process.argv.splice(process.argv.indexOf('-r'), 2)

const isReady = app.whenReady()
let release
const isReleased = new Promise((resolve) => {
  release = resolve
})
app.whenReady = () => isReleased.then(() => isReady)

/** Playwright calls this by its name once it is attached. */
globalThis.__playwright_run = async () => release()
