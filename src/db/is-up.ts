import { sql } from 'kysely'
import type { Database } from './database.ts'

/** How long a healthy server may take to answer the smallest question. */
const ANSWER_MILLISECONDS_MAX = 2_000

/** Whether the database answers, for health checks. Never throws. */
export async function isUp(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ANSWER_MILLISECONDS_MAX, false)
  })
  const answer = sql`select 1`.execute(database.kysely).then(
    () => true,
    () => false,
  )
  const result = await Promise.race([answer, tooLate])
  clearTimeout(timer)
  return result
}
