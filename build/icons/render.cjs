// Draws icon.svg in every size a package needs; run by `npm run icons` in our Electron,
// whose renderer is the one the icon will be seen beside.
const { app, BrowserWindow } = require('electron')
const fs = require('node:fs')
const path = require('node:path')

const PNG_SIZES = [16, 32, 48, 64, 128, 256, 512, 1024]
const ICO_SIZES = [16, 32, 48, 64, 128, 256]
/** Apple's four letters for a PNG of so many pixels. */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]

app.whenReady().then(async () => {
  const svg = fs.readFileSync(path.join(__dirname, 'icon.svg'), 'utf8')
  const window = new BrowserWindow({ show: false })
  await window.loadURL('about:blank')
  /** @type {Map<number, Buffer>} */
  const pngs = new Map()
  for (const size of PNG_SIZES) {
    const address = await window.webContents.executeJavaScript(
      `(${draw})(${JSON.stringify(svg)}, ${size})`,
    )
    const png = Buffer.from(address.split(',')[1], 'base64')
    pngs.set(size, png)
    fs.mkdirSync(path.join(__dirname, 'png'), { recursive: true })
    fs.writeFileSync(path.join(__dirname, `png/${size}x${size}.png`), png)
  }
  const of = (/** @type {number} */ size) => pngs.get(size) ?? Buffer.alloc(0)
  fs.writeFileSync(path.join(__dirname, 'icon.ico'), ico(ICO_SIZES.map((size) => [size, of(size)])))
  fs.writeFileSync(
    path.join(__dirname, 'icon.icns'),
    icns(ICNS_TYPES.map(([type, size]) => [String(type), of(Number(size))])),
  )
  app.exit(0)
})

/**
 * Runs in the window.
 *
 * @param {string} svg
 * @param {number} size
 */
async function draw(svg, size) {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size })
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, size, size)
  return canvas.toDataURL('image/png')
}

/**
 * A Windows icon file: header, one 16-byte entry a picture, then the PNGs.
 *
 * @param {[number, Buffer][]} pictures
 */
function ico(pictures) {
  const header = Buffer.from([0, 0, 1, 0, pictures.length, 0])
  let offset = header.length + 16 * pictures.length
  const entries = pictures.map(([size, png]) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...pictures.map(([, png]) => png)])
}

/**
 * An Apple icon file: a header, then type, length and PNG of each picture.
 *
 * @param {[string, Buffer][]} pictures
 */
function icns(pictures) {
  const chunk = (/** @type {string} */ type, /** @type {Buffer} */ body) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(body.length + 8, 4)
    return Buffer.concat([head, body])
  }
  return chunk('icns', Buffer.concat(pictures.map(([type, png]) => chunk(type, png))))
}
