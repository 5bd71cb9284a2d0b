import { type MatchPair, type MatchRecord, match } from '../../matching/index.ts'
import type { PersonKind } from '../../roster/index.ts'
import type { Entry } from './read-records.ts'

const KINDS: readonly PersonKind[] = ['pupil', 'staff']

/** Matches each school by itself, pupils and staff apart, in the order of the schools' names. Yields between schools. */
export function* matchEntries(directory: readonly Entry[], source: readonly Entry[]): Generator<readonly MatchPair[]> {
  const held = bySchoolAndKind(directory)
  const arriving = bySchoolAndKind(source)
  for (const school of [...held.keys()].sort()) {
    for (const kind of KINDS) {
      const ours = held.get(school)?.[kind] ?? []
      const theirs = arriving.get(school)?.[kind] ?? []
      if (ours.length === 0 || theirs.length === 0) continue
      yield match({ kind, directory: ours, source: theirs, standing: [], decided: [], vetoed: [] }).pairs
    }
  }
}

function bySchoolAndKind(entries: readonly Entry[]): Map<string, Record<PersonKind, MatchRecord[]>> {
  const schools = new Map<string, Record<PersonKind, MatchRecord[]>>()
  for (const { school, kind, record } of entries) {
    const people = schools.get(school) ?? { pupil: [], staff: [] }
    people[kind].push(record)
    schools.set(school, people)
  }
  return schools
}
