// The floor of launch and memory: Electron, one sandboxed window, one line of text, nothing else.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
  window.loadURL('data:text/html,<html data-ready="bare"><body>bare</body></html>')
})
app.on('window-all-closed', () => app.quit())
