import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_LENGTH = 12
const TAG_LENGTH = 16

/** The installation's key, and what is sealed: each purpose has a key of its own, made from it. */
export interface SealingKey {
  readonly key: Uint8Array
  readonly purpose: 'upload' | 'authenticator'
}

/** Encrypts bytes (AES-256-GCM): nonce, tag, text. */
export function seal(sealing: SealingKey, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', keyOf(sealing), nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** Undoes `seal`; throws when the key is another one or a byte has changed. */
export function unseal(sealing: SealingKey, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(sealing), sealed.subarray(0, NONCE_LENGTH))
  decipher.setAuthTag(sealed.subarray(NONCE_LENGTH, NONCE_LENGTH + TAG_LENGTH))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_LENGTH + TAG_LENGTH)), decipher.final()])
}

function keyOf({ key, purpose }: SealingKey): Buffer {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `muster ${purpose}`, 32))
}
