import type { SchoolTx } from '../../db/index.ts'
import {
  type Alias,
  type KeptAlias,
  type LabelledSchool,
  type Learned,
  labelledPairs,
  type ReplayReport,
  readAliases,
  readLearned,
  replay,
  WEIGHTS,
} from '../../matching/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import { schoolsAsDecided } from './schools-as-decided.ts'

/** All that is learnt from, and what is in use, for one school. */
export interface Classroom {
  readonly schools: readonly LabelledSchool[]
  readonly inUse: Readonly<Record<PersonKind, Learned>>
  readonly aliases: readonly KeptAlias[]
}

/** Gathers what people decided about, as they found it. */
export async function gather(tx: SchoolTx): Promise<Classroom> {
  const schools = (await schoolsAsDecided(tx)).map((school) => ({ school, pairs: labelledPairs(school) }))
  return { schools, inUse: await readLearned(tx), aliases: await readAliases(tx) }
}

/** What decisions about one kind of people found. */
export function schoolsOf(kind: PersonKind, { schools }: Classroom): readonly LabelledSchool[] {
  return schools.filter((it) => it.school.kind === kind)
}

/** The aliases that a person added by itself: they hold whatever version is in use. */
function addedAliases(kind: PersonKind, { aliases }: Classroom): readonly Alias[] {
  return aliases.filter((it) => it.kind === kind && it.version === null).map(({ box, left, right }) => ({ box, left, right }))
}

/** Replays every decision about one kind of people against what is in use and what would be. */
export function replayFor(
  kind: PersonKind,
  { classroom, after, seed }: { readonly classroom: Classroom; readonly after: Learned; readonly seed: string },
): ReplayReport {
  const added = addedAliases(kind, classroom)
  return replay({
    shipped: WEIGHTS[kind],
    schools: schoolsOf(kind, classroom),
    before: classroom.inUse[kind],
    after: { weights: after.weights, aliases: [...after.aliases, ...added] },
    seed,
    added,
  })
}
