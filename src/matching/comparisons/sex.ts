import { bitsOf } from '../model/index.ts'
import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'

export const SEX = declareLevels('sex', 'same', 'different')

export function compareSex({ model, directory, source, left, right }: Compared, into: Finding): void {
  const ours = directory.sex[left] ?? 0
  const theirs = source.sex[right] ?? 0
  if (ours === 0 || theirs === 0) into.clear()
  else if (ours === theirs) into.set(SEX.of.same, bitsOf(model.weights.sex.same))
  else into.set(SEX.of.different, bitsOf(model.weights.sex.different))
}
