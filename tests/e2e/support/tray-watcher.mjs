// Stands for the tray of a Linux desktop: owns the name by which a desktop says that it has one, on the bus
// of this session, and says so on stdout. It answers no message: what the app puts into the tray is looked
// at in the app. It ends with the bus.
import { connect } from 'node:net'
import { userInfo } from 'node:os'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const BUS = 'org.freedesktop.DBus'

const address = process.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''
const [, kind, name] = /unix:(path|abstract)=([^,;]+)/.exec(address) ?? []
const socket = connect(kind === 'abstract' ? `\0${name}` : name)
let received = ''

socket.on('connect', () => {
  const id = Buffer.from(String(userInfo().uid)).toString('hex')
  socket.write(`\0AUTH EXTERNAL ${id}\r\n`)
})
socket.on('data', (chunk) => {
  const before = received
  received += chunk.toString('latin1')
  if (!before.includes('OK ') && received.includes('OK ')) {
    socket.write('BEGIN\r\n')
    socket.write(methodCall(1, 'Hello', '', Buffer.alloc(0)))
    const flags = Buffer.alloc(4)
    socket.write(
      methodCall(2, 'RequestName', 'su', Buffer.concat([padded(text(WATCHER), 4), flags])),
    )
  }
  // The bus tells of a name that was acquired.
  if (!before.includes(WATCHER) && received.includes(WATCHER)) process.stdout.write('ready\n')
})
socket.on('close', () => process.exit())

/** A call of the bus itself, as the D-Bus specification marshals it, little endian. */
function methodCall(serial, member, signature, body) {
  const fields = [
    field(1, 'o', text('/org/freedesktop/DBus')),
    field(2, 's', text(BUS)),
    field(3, 's', text(member)),
    field(6, 's', text(BUS)),
    ...(signature === '' ? [] : [field(8, 'g', signatureOf(signature))]),
  ]
  const list = fields.reduce((all, one) => Buffer.concat([padded(all, 8), one]), Buffer.alloc(0))
  const head = Buffer.alloc(16)
  head.write('l', 0)
  head.writeUInt8(1, 1)
  head.writeUInt8(1, 3)
  head.writeUInt32LE(body.length, 4)
  head.writeUInt32LE(serial, 8)
  head.writeUInt32LE(list.length, 12)
  return Buffer.concat([padded(Buffer.concat([head, list]), 8), body])
}

function field(code, type, value) {
  return Buffer.concat([Buffer.from([code]), signatureOf(type), value])
}

/** Length, characters, a zero. */
function text(value) {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, bytes, Buffer.alloc(1)])
}

function signatureOf(value) {
  return Buffer.concat([Buffer.from([value.length]), Buffer.from(value), Buffer.alloc(1)])
}

function padded(buffer, step) {
  const missing = (step - (buffer.length % step)) % step
  return Buffer.concat([buffer, Buffer.alloc(missing)])
}
