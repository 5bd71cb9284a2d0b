import type { RowSide } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'

/** Birth date, year and class of one side in a line; for staff what they are and their address. */
export function sideLine(say: Say, side: RowSide, kind: 'pupil' | 'staff'): string {
  const parts =
    kind === 'pupil'
      ? [side.birthDate === null ? say('review.no_birth_date') : say.date(side.birthDate), side.yearGroup, side.registrationClass]
      : [side.position, side.email]
  const known = side.knownAs === null || side.knownAs === side.name ? [] : [say('review.known_as', { name: side.knownAs })]
  return [...known, ...parts.filter((it) => it !== null && it !== '')].join(' · ')
}
