import { createHash } from 'node:crypto'

/** The hexadecimal SHA-256 of a text: what plans, which are pure, are hashed with. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
