import { problem } from '../../kernel/index.ts'
import type { SourceClass } from '../../roster/index.ts'
import type { Place, ReadSink } from '../connector.ts'

/** Tells classes to the sink and knows afterwards which school a class is of. */
export interface ClassDesk {
  readonly sink: ReadSink
  /** Several where schools use the same class id, in the order of the file. */
  readonly schoolsByClass: Map<string, string | readonly string[]>
  readonly used: Map<string, Set<string>>
}

export function classDesk(sink: ReadSink): ClassDesk {
  return { sink, schoolsByClass: new Map(), used: new Map() }
}

export interface ClassRow {
  /** Null where no school can be known. */
  readonly school: string | null
  readonly it: SourceClass
  readonly hasEnded: boolean
  readonly place: Place
}

/** Tells one class row: told, ended, or rejected when it has no school or repeats an id. */
export function tellClass({ sink, ...desk }: ClassDesk, { school, it, hasEnded, place }: ClassRow) {
  const { file } = place
  if (school === null) return sink.otherRejected(null, file, problem('class.without_school', { ...place, value: it.sourceId }), 'class')
  const before = schoolsOfClass(desk, it.sourceId)
  if (!before.includes(school)) desk.schoolsByClass.set(it.sourceId, before.length === 0 ? school : [...before, school])
  if (hasEnded) return sink.gone(school, 'class', it.sourceId, place)
  const ids = desk.used.get(school) ?? new Set()
  desk.used.set(school, ids)
  if (ids.has(it.sourceId)) return sink.otherRejected(school, file, problem('class.duplicate_id', { ...place, value: it.sourceId }), null)
  ids.add(it.sourceId)
  sink.class(school, it, place)
}

/** The schools that have a class of this id. */
export function schoolsOfClass({ schoolsByClass }: Pick<ClassDesk, 'schoolsByClass'>, sourceId: string): readonly string[] {
  const schools = schoolsByClass.get(sourceId)
  return schools === undefined ? [] : typeof schools === 'string' ? [schools] : schools
}

/** Whether a class without a type sounds like the one that pupils are registered in. A sixth form is a place, not a class. */
export function soundsLikeRegistration(...texts: readonly (string | null)[]): boolean {
  return texts.some((text) => text !== null && /\b(home ?room|registration|advisory|tutor)\b|(?<!\b(6th|sixth)[ -])\bform\b/i.test(text))
}
