import { type Problem, problem } from '../kernel/index.ts'
import { type EndedEnrolment, type PersonKind, recordKey, type SourceChange, type SourceClass, type SourcePerson } from '../roster/index.ts'
import { believed, withReferences } from './believe.ts'
import { placeEnrolments } from './place-enrolments.ts'
import type { ReadEnrolment } from './placing.ts'
import type { PersonBody, SourceRecord } from './source-record.ts'
import type { Incomplete, UploadItem, UploadSummary } from './upload.ts'

/** One school's records, put together from what was read and what was known. */
export interface Assembled {
  /** Named by this read, by `recordKey`. */
  readonly records: ReadonlyMap<string, SourceRecord>
  /** Named, though their rows could not be used. */
  readonly unreadable: ReadonlySet<string>
  /** Said by the source itself to have ended. */
  readonly gone: ReadonlySet<string>
  /** Of those, the days on which the source says that they left. */
  readonly leftOn: ReadonlyMap<string, string>
  /** Where each person's row stands: file and line. */
  readonly places: ReadonlyMap<string, { readonly file: string; readonly line: number }>
  /** Why the absence of a kind proves nothing, once all was put together. */
  readonly incomplete: Incomplete
  readonly problems: readonly Problem[]
  /** Memberships that had to be refused, by file. */
  readonly refusedEnrolments: ReadonlyMap<string, number>
  /** Changes that had to be refused: nobody is known whom they could be about. */
  readonly refusedPeople: number
}

type KnownRecords = ReadonlyMap<string, SourceRecord>

interface Sorted {
  readonly records: Map<string, SourceRecord>
  readonly places: Map<string, { readonly file: string; readonly line: number }>
  readonly unreadable: Set<string>
  readonly gone: Set<string>
  readonly leftOn: Map<string, string>
  readonly enrolments: ReadEnrolment[]
  readonly ended: EndedEnrolment[]
  readonly changes: { readonly it: SourceChange; readonly file: string; readonly line: number; readonly isOfThisSchool: boolean }[]
}

/**
 * Puts one school's items together. A field that a person's row does not carry is left out; memberships are replaced
 * when the read holds them all, else added and ended; a registration class takes the known one's place. Who is said to have
 * ended, and stands in another row as well, has not. Order of the items does not matter.
 */
export function assemble(items: Iterable<UploadItem>, summary: UploadSummary, known: KnownRecords): Assembled {
  const sorted = sortItems(items, summary, known)
  const { records, unreadable, places, enrolments, ended } = sorted
  const changed = applyChanges(sorted, known)
  const gone = new Set([...sorted.gone].filter((key) => !records.has(key)))
  const incomplete = believed(summary.incomplete, records, known)
  const placed = placeEnrolments({ enrolments, ended, records, known, unreadable, gone, incomplete, summary })
  const { refusedEnrolments, onlyInMemberships } = placed
  return {
    ...{ records, unreadable, gone, leftOn: sorted.leftOn, places, refusedEnrolments },
    incomplete: summary.isDeclaredFull ? incomplete : withReferences(incomplete, onlyInMemberships),
    problems: [...changed.problems, ...placed.problems],
    refusedPeople: changed.problems.length,
  }
}

function sortItems(items: Iterable<UploadItem>, { files }: Pick<UploadSummary, 'files'>, known: KnownRecords): Sorted {
  const sorted: Sorted = {
    ...{
      records: new Map(),
      places: new Map(),
      unreadable: new Set(),
      gone: new Set(),
      leftOn: new Map(),
      enrolments: [],
      ended: [],
      changes: [],
    },
  }
  const { records, places } = sorted
  for (const item of items) {
    if (item[0] === 'person') {
      const key = recordKey(item[1].kind, item[1].sourceId)
      records.set(key, wholeRecord(item[1], known))
      places.set(key, { file: files[item[2]] ?? '', line: item[3] })
    } else if (item[0] === 'class') {
      const key = recordKey('class', item[1].sourceId)
      if (!records.has(key)) records.set(key, classRecord(item[1]))
    } else if (item[0] === 'enrolment') sorted.enrolments.push({ it: item[1], file: item[2], line: item[3], counted: item[4] === 1 })
    else if (item[0] === 'enrolmentGone') sorted.ended.push(item[1])
    else if (item[0] === 'changed')
      sorted.changes.push({ it: item[1], file: files[item[2]] ?? '', line: item[3], isOfThisSchool: item[4] === 1 })
    else if (item[0] === 'unreadable') sorted.unreadable.add(recordKey(item[1], item[2]))
    else {
      const [, said, sourceId, leftOn] = item
      const keys = (said === 'person' ? (['pupil', 'staff'] as const) : [said]).map((kind) => recordKey(kind, sourceId))
      for (const key of keys) sorted.gone.add(key)
      if (leftOn !== undefined) for (const key of keys) sorted.leftOn.set(key, leftOn)
    }
  }
  return sorted
}

/** A row says all that its file has to say. What an earlier read said is not added: it may never have been applied. */
function wholeRecord({ kind, sourceId, fields, leavingDate }: SourcePerson, known: KnownRecords): SourceRecord {
  const { leavingDate: _, ...before } = knownBody(kind, sourceId, known)
  return { kind, sourceId, body: { ...before, fields, ...(leavingDate === undefined ? {} : { leavingDate }) } }
}

/** A change says what is new about somebody known. */
function changedRecord({ kind, sourceId, fields }: SourcePerson, known: KnownRecords): SourceRecord {
  const body = knownBody(kind, sourceId, known)
  return { kind, sourceId, body: { ...body, fields: { ...body.fields, ...fields } } }
}

function knownBody(kind: PersonKind, sourceId: string, known: KnownRecords): PersonBody {
  const before = known.get(recordKey(kind, sourceId))
  return before !== undefined && before.kind !== 'class' ? before.body : { fields: {} }
}

function classRecord({ sourceId, ...body }: SourceClass): SourceRecord {
  return { kind: 'class', sourceId, body }
}

const KINDS: readonly PersonKind[] = ['pupil', 'staff']

/** Changes what is known of people, of whichever kind they are; a whole row of the same person is stronger. */
function applyChanges({ records, places, gone, changes }: Sorted, known: KnownRecords): { readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const whole = new Set(places.keys())
  for (const { it, file, line, isOfThisSchool } of changes) {
    const { sourceId, fields } = it
    const kinds = KINDS.filter((kind) => known.has(recordKey(kind, sourceId)) || records.has(recordKey(kind, sourceId)))
    if (kinds.length === 0 && isOfThisSchool) problems.push(problem('person.not_known', { file, line, value: sourceId }))
    for (const kind of kinds) {
      const key = recordKey(kind, sourceId)
      if (whole.has(key) || gone.has(key)) continue
      const changed = changedRecord({ kind, sourceId, fields: fields[kind] }, records.has(key) ? records : known)
      records.set(key, changed)
      if (isOfThisSchool) places.set(key, { file, line })
    }
  }
  return { problems }
}
