import pg from 'pg'

/** Whether a statement failed because a row with this unique value is there already; `constraint` is the name of the key. */
export function isTaken(error: unknown, constraint: string): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505' && error.constraint === constraint
}
