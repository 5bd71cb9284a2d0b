import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_LENGTH = 12
const TAG_LENGTH = 16

/** Encrypts a chunk with a key made from the installation's (AES-256-GCM): nonce, tag, text. */
export function seal(installationKey: Uint8Array, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_LENGTH)
  const cipher = createCipheriv('aes-256-gcm', uploadKey(installationKey), nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** Undoes `seal`; throws when the key is another one or a byte has changed. */
export function unseal(installationKey: Uint8Array, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', uploadKey(installationKey), sealed.subarray(0, NONCE_LENGTH))
  decipher.setAuthTag(sealed.subarray(NONCE_LENGTH, NONCE_LENGTH + TAG_LENGTH))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_LENGTH + TAG_LENGTH)), decipher.final()])
}

function uploadKey(installationKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', installationKey, new Uint8Array(), 'muster upload', 32))
}
