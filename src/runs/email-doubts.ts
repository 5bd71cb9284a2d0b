import { doubtEmail, type EmailDoubt } from '../review/index.ts'
import { recordKey } from '../roster/index.ts'
import type { ReviewFacts } from './review-facts.ts'

/** Says of a pupil of the source why their address may not be their own: by its words, and by who else has it. */
export function emailDoubts({ read, directory }: ReviewFacts): (sourceId: string) => EmailDoubt | null {
  const { current } = read.snapshot
  const holders = new Map<string, number>()
  const count = (email: string | null | undefined): void => {
    const folded = (email ?? '').trim().toLowerCase()
    if (folded !== '') holders.set(folded, (holders.get(folded) ?? 0) + 1)
  }
  for (const record of current.values()) if (record.kind !== 'class') count(record.body.fields.email)
  const staffHere = new Set(
    [...directory.people.values()].flatMap(({ kind, fields }) => (kind === 'staff' ? [(fields.email ?? '').toLowerCase()] : [])),
  )
  const isShared = (folded: string): boolean => (holders.get(folded) ?? 0) > 1 || staffHere.has(folded)
  return (sourceId) => {
    const record = current.get(recordKey('pupil', sourceId))
    if (record === undefined || record.kind === 'class') return null
    const { email, firstName, knownAsFirstName } = record.body.fields
    const forenames = [firstName, knownAsFirstName].filter((it) => it != null)
    return email == null ? null : doubtEmail({ email, forenames }, isShared)
  }
}
