/** The statements of section 2, in the order in which `sqlite_schema` holds them. */
export const SCHEMA: readonly { name: string; sql: string }[] = [
  {
    name: 'vault',
    sql: 'CREATE TABLE vault (singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1), vault_id BLOB NOT NULL CHECK (length(vault_id) = 16), constants BLOB NOT NULL) STRICT',
  },
  {
    name: 'certificate',
    sql: 'CREATE TABLE certificate (sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence BETWEEN 1 AND 4294967295), body BLOB NOT NULL) STRICT',
  },
  {
    name: 'slot',
    sql: 'CREATE TABLE slot (id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255), parameters BLOB NOT NULL, public_key BLOB NOT NULL CHECK (length(public_key) = 1216), commitment BLOB NOT NULL CHECK (length(commitment) = 32), wrapped_seed BLOB NOT NULL, pin BLOB NOT NULL, sealed_roots BLOB NOT NULL, sealed_label BLOB NOT NULL) STRICT, WITHOUT ROWID',
  },
  {
    name: 'record',
    sql: 'CREATE TABLE record (id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), generation INTEGER NOT NULL CHECK (generation BETWEEN 1 AND 4294967295), revision INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 9007199254740991), overview BLOB NOT NULL, secret_revision INTEGER CHECK (secret_revision BETWEEN 1 AND 9007199254740991), secret BLOB, CHECK ((secret IS NULL) = (secret_revision IS NULL))) STRICT, WITHOUT ROWID',
  },
  {
    name: 'attachment',
    sql: 'CREATE TABLE attachment (id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), generation INTEGER NOT NULL CHECK (generation BETWEEN 1 AND 4294967295), revision INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 9007199254740991), manifest BLOB NOT NULL) STRICT, WITHOUT ROWID',
  },
  {
    name: 'attachment_chunk',
    sql: 'CREATE TABLE attachment_chunk (attachment_id BLOB NOT NULL CHECK (length(attachment_id) = 16), position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 4294967295), chunk BLOB NOT NULL, PRIMARY KEY (attachment_id, position)) STRICT, WITHOUT ROWID',
  },
  {
    name: 'audit',
    sql: 'CREATE TABLE audit (sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence BETWEEN 1 AND 9007199254740991), generation INTEGER NOT NULL CHECK (generation BETWEEN 1 AND 4294967295), entry BLOB NOT NULL) STRICT',
  },
  {
    name: 'head',
    sql: 'CREATE TABLE head (singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1), revision INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 9007199254740991), generation INTEGER NOT NULL CHECK (generation BETWEEN 1 AND 4294967295), mac BLOB NOT NULL CHECK (length(mac) = 32)) STRICT',
  },
]
