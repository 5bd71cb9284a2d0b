import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IdSource } from '../schools/index.ts'

/** How many random bytes a token has: nobody guesses 256 bits. */
const TOKEN_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** A new token for a cookie or a link. */
export function newToken(ids: IdSource): string {
  return Buffer.from(ids.random(TOKEN_BYTES)).toString('base64url')
}

/**
 * The token of a link that goes by e-mail: follows from the installation's key and the id of what it opens, so that it is kept
 * nowhere and yet is the same when the e-mail is tried again.
 */
export function linkToken(key: Uint8Array, id: string): string {
  return createHmac('sha256', key).update(`muster link ${id}`).digest('base64url')
}

/** What is kept of a token. Null: this text is none. */
export function tokenHash(token: string): Buffer | null {
  return TOKEN.test(token) ? sha256(token) : null
}

/** The token that pages of a session send with every change: follows from the session's, and does not give it away. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('muster csrf').digest('base64url')
}

/** Compares secrets in the same time wherever they differ, and however long they are. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other))
}

/** SHA-256 of a text. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
