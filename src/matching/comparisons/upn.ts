import type { Compared } from './compared.ts'
import { declareLevels, type Finding } from './levels.ts'

export const UPN = declareLevels('upn', 'same', 'former', 'temporary', 'unchecked', 'shared', 'conflict')

/** UPN, former UPN too (S-75). Only a permanent one that stands once on each side is full evidence. */
export function compareUpns(pair: Compared, into: Finding): void {
  const { model, vocabulary, directory, source, left, right } = pair
  const { upnBits } = model.weights
  const ours = directory.upn[left] ?? -1
  const theirs = source.upn[right] ?? -1
  const both = sharedUpn(pair)
  if (both >= 0) {
    const kind = vocabulary.upnKindOf(both)
    if (model.upns.has(both)) into.set(UPN.of.shared, upnBits.weak, both)
    else if (kind === 'temporary') into.set(UPN.of.temporary, upnBits.weak, both)
    else if (kind === 'invalid') into.set(UPN.of.unchecked, upnBits.weak, both)
    else if (ours === theirs) into.set(UPN.of.same, upnBits.same, both)
    else into.set(UPN.of.former, upnBits.former, both)
  } else if (isPermanent(pair, ours) && isPermanent(pair, theirs)) into.set(UPN.of.conflict, upnBits.conflict, ours, theirs)
  else into.clear()
}

function isPermanent({ vocabulary }: Compared, upn: number): boolean {
  return upn >= 0 && vocabulary.upnKindOf(upn) === 'permanent'
}

/** The UPN, current or former, that both have; -1 for none. */
export function sharedUpn({ directory, source, left, right }: Compared): number {
  const ours = directory.upn[left] ?? -1
  const former = directory.formerUpn[left] ?? -1
  const theirs = source.upn[right] ?? -1
  const theirFormer = source.formerUpn[right] ?? -1
  if (ours >= 0 && (ours === theirs || ours === theirFormer)) return ours
  return former >= 0 && (former === theirs || former === theirFormer) ? former : -1
}
