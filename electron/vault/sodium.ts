import sodium from 'libsodium-wrappers-sumo'

/** libsodium. The sumo build: the plain one has no Argon2id. Nothing may be called before `sodiumReady`. */
export { sodium }

/** Resolves once the WebAssembly module is loaded. A promise, not a top-level await: the bundles are CommonJS. */
export const sodiumReady: Promise<void> = sodium.ready
