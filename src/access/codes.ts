import { Secret, TOTP } from 'otpauth'
import type { IdSource } from '../schools/index.ts'
import { sha256 } from './secret.ts'

const PERIOD_SECONDS = 30
const SECRET_BYTES = 20
/** The clock of a phone may be a step early or late. */
const STEPS_OFF_MAX = 1
const RECOVERY_CODES = 10
/** Without I, L, O and U: nothing is taken for something else, or spells a word. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TYPED_LENGTH = 12

/** A new secret of an authenticator. */
export function newSecret(ids: IdSource): Uint8Array {
  return new Uint8Array(ids.random(SECRET_BYTES))
}

/** The secret as somebody types it into an app, and the address that a QR code carries. */
export function shownSecret(secret: Uint8Array, email: string): { readonly secret: string; readonly address: string } {
  const totp = totpOf(secret, email)
  return { secret: totp.secret.base32, address: totp.toString() }
}

/** The step of 30 seconds whose code this is; null: it is no code of this time. */
export function stepOf(secret: Uint8Array, code: string, at: Date): number | null {
  const timestamp = at.getTime()
  const off = totpOf(secret, '').validate({ token: code, timestamp, window: STEPS_OFF_MAX })
  return off === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + off
}

/** A code without what people put between its signs. */
export function plainCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase()
}

/** New recovery codes, of 60 bits each: `7K3Q-9PXA-R2MD`. */
export function newRecoveryCodes(ids: IdSource): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => newTypedSecret(ids))
}

/** 60 random bits as somebody can read them out and type them. */
export function newTypedSecret(ids: IdSource): string {
  const signs = Array.from(ids.random(TYPED_LENGTH), (byte) => LETTERS[byte % LETTERS.length])
  return (signs.join('').match(/.{4}/g) ?? []).join('-')
}

/** What is kept of a recovery code. */
export function recoveryHash(code: string): Buffer {
  return sha256(plainCode(code))
}

function totpOf(secret: Uint8Array, label: string): TOTP {
  const bytes = new Uint8Array(secret)
  return new TOTP({ issuer: 'Muster', label, secret: new Secret({ buffer: bytes.buffer }), period: PERIOD_SECONDS, digits: 6 })
}
