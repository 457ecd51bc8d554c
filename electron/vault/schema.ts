/** `application_id`: "Beia". */
export const APPLICATION_ID = 0x42656961
/** `user_version`: the format, and with it the cipher suite. */
export const FORMAT = 1
export const PAGE_SIZE_BYTES = 8192

const U32 = 'BETWEEN 1 AND 4294967295'
const U53 = 'BETWEEN 1 AND 9007199254740991'

/**
 * The whole schema, word for word as `sqlite_schema` must show it. A file with any other word is not
 * opened: a view named `record` or a trigger would run somebody else's code in our queries.
 * docs/format.md explains the columns.
 */
export const SCHEMA = [
  'CREATE TABLE vault (singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1), ' +
    'vault_id BLOB NOT NULL CHECK (length(vault_id) = 16), constants BLOB NOT NULL) STRICT',
  `CREATE TABLE certificate (sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence ${U32}), ` +
    'body BLOB NOT NULL) STRICT',
  'CREATE TABLE slot (id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), ' +
    'kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255), parameters BLOB NOT NULL, ' +
    'public_key BLOB NOT NULL CHECK (length(public_key) = 1216), ' +
    'commitment BLOB NOT NULL CHECK (length(commitment) = 32), wrapped_seed BLOB NOT NULL, ' +
    'pin BLOB NOT NULL, sealed_roots BLOB NOT NULL, sealed_label BLOB NOT NULL) STRICT, WITHOUT ROWID',
  'CREATE TABLE record (id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), ' +
    `generation INTEGER NOT NULL CHECK (generation ${U32}), ` +
    `revision INTEGER NOT NULL CHECK (revision ${U53}), overview BLOB NOT NULL, ` +
    `secret_revision INTEGER CHECK (secret_revision ${U53}), secret BLOB, ` +
    'CHECK ((secret IS NULL) = (secret_revision IS NULL))) STRICT, WITHOUT ROWID',
  'CREATE TABLE attachment (id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), ' +
    `generation INTEGER NOT NULL CHECK (generation ${U32}), ` +
    `revision INTEGER NOT NULL CHECK (revision ${U53}), manifest BLOB NOT NULL) STRICT, WITHOUT ROWID`,
  'CREATE TABLE attachment_chunk (attachment_id BLOB NOT NULL CHECK (length(attachment_id) = 16), ' +
    'position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 4294967295), chunk BLOB NOT NULL, ' +
    'PRIMARY KEY (attachment_id, position)) STRICT, WITHOUT ROWID',
  `CREATE TABLE audit (sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence ${U53}), ` +
    `generation INTEGER NOT NULL CHECK (generation ${U32}), entry BLOB NOT NULL) STRICT`,
  'CREATE TABLE head (singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1), ' +
    `revision INTEGER NOT NULL CHECK (revision ${U53}), ` +
    `generation INTEGER NOT NULL CHECK (generation ${U32}), ` +
    'mac BLOB NOT NULL CHECK (length(mac) = 32)) STRICT',
] as const
