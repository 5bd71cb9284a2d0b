import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB and two passes, as OWASP recommends: 40 ms on a slow core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Of a password that nobody knows, at the same cost: what an unknown address is compared with, so that it takes as long. */
export const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$hQxgXzJ1mH0e2s2cQ9b5Aw$u0m0q3m5c1bqk0m3kqVnJr3xw0rZx7cJYVwJ7t8b1mE'

/** Hashes a password for keeping. The same password typed on another keyboard gives the same bytes (NFKC). */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

/** Whether this is the password behind the hash. Without a hash it never is, after the same time. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? NOBODYS, password.normalize('NFKC'))
  return isRight && passwordHash !== null
}
