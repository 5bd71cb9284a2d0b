import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'

export const CUSTOM_ID = declareLevels('custom_id', 'same', 'different')

/** Admission number, student ID, staff code (S-74). Numbers may be given out anew, so a difference says little. */
export function compareCustomIds({ model, directory, source, left, right }: Compared, into: Finding): void {
  into.clear()
  const ours = directory.customId[left] ?? -1
  const theirs = source.customId[right] ?? -1
  if (ours < 0 || theirs < 0) return
  const { customIdBits } = model.weights
  if (ours !== theirs) into.set(CUSTOM_ID.of.different, customIdBits.different, ours, theirs)
  else if (!model.customIds.has(ours)) into.set(CUSTOM_ID.of.same, customIdBits.same, ours, theirs)
}
