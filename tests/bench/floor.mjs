import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import sodium from 'libsodium-wrappers-sumo'

// The floor of an unlock: bare SQLite scan of every column and bare AEAD of every overview, in a fresh
// process, without a digest, a JSON object, an index or a row. Prints milliseconds. JavaScript, because it
// runs on the app's own runtime too, which may be too old to leave types out.
const [, , file] = process.argv
if (file === undefined) throw new Error('which vault?')
await sodium.ready
const key = randomBytes(32)
const nonce = randomBytes(24)
const context = randomBytes(60)

const db = new Database(file, { readonly: true })
const sizes = db.prepare('SELECT length(overview) FROM record').pluck().all()
// Sealing is not part of an unlock: one blob a size stands for all of that size.
const sealed = new Map(
  [...new Set(sizes)].map((size) => [
    size,
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      randomBytes(size - 40),
      context,
      null,
      nonce,
      key,
    ),
  ]),
)
db.close()

const start = performance.now()
const scan = new Database(file, { readonly: true })
const rows = scan.prepare('SELECT * FROM record').raw().all()
for (const size of sizes) {
  const blob = sealed.get(size)
  if (blob === undefined) throw new Error('a size was not sealed')
  sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, blob, context, nonce, key)
}
const ms = performance.now() - start
if (rows.length !== sizes.length) throw new Error('the scan missed rows')
process.stdout.write(String(ms))
