import { randomBytes } from 'node:crypto'
import type { IdSource } from '../src/schools/index.ts'

/** Real time and real random numbers. */
export const systemIds: IdSource = { clock: () => new Date(), random: (count) => randomBytes(count) }
