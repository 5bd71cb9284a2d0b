import type { Compared } from './compared.ts'
import type { Finding } from './levels.ts'
import type { NameScale } from './name-scale.ts'

/** The best of legal and known-as surname on both sides. */
export function compareSurnames(scale: NameScale, { directory, source, left, right }: Compared, into: Finding): void {
  scale.compare(
    [directory.lastName[left] ?? -1, directory.knownLastName[left] ?? -1, source.lastName[right] ?? -1, source.knownLastName[right] ?? -1],
    into,
  )
}
