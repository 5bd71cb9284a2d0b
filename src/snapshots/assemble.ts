import { type Problem, problem } from '../kernel/index.ts'
import type { SourceClass, SourceEnrolment, SourceKind, SourcePerson } from '../roster/index.ts'
import { recordKey } from '../roster/index.ts'
import type { ClassBody, PersonBody, PersonEnrolment, SourceRecord } from './source-record.ts'
import type { UploadItem, UploadSummary } from './upload.ts'

/** One school's records, put together from what was read and what was known. */
export interface Assembled {
  /** Named by this read, by `recordKey`. */
  readonly records: ReadonlyMap<string, SourceRecord>
  /** Named, though their rows could not be used. */
  readonly unreadable: ReadonlySet<string>
  /** Said by the source itself to have ended. */
  readonly gone: ReadonlySet<string>
  /** Where each person's row stands: file and line. */
  readonly places: ReadonlyMap<string, { readonly file: string; readonly line: number }>
  readonly problems: readonly Problem[]
  /** Memberships that had to be refused, by file. */
  readonly refusedEnrolments: ReadonlyMap<string, number>
}

type Waiting = { readonly it: SourceEnrolment; readonly file: number; readonly line: number; readonly counted: boolean }

/**
 * Puts one school's items together. A field that this read does not carry keeps what was known; memberships are replaced
 * when the read holds them all, else added; a registration class takes the known one's place. Order of the items does not matter.
 */
export function assemble(
  items: Iterable<UploadItem>,
  summary: Pick<UploadSummary, 'files' | 'carries' | 'incomplete'>,
  known: ReadonlyMap<string, SourceRecord>,
): Assembled {
  const records = new Map<string, SourceRecord>()
  const unreadable = new Set<string>()
  const gone = new Set<string>()
  const places = new Map<string, { file: string; line: number }>()
  const waiting: Waiting[] = []
  for (const item of items) {
    if (item[0] === 'person') {
      const record = personRecord(item[1], known)
      const key = recordKey(record.kind, record.sourceId)
      records.set(key, record)
      places.set(key, { file: summary.files[item[2]] ?? '', line: item[3] })
    } else if (item[0] === 'class') {
      const key = recordKey('class', item[1].sourceId)
      if (!records.has(key)) records.set(key, classRecord(item[1]))
    } else if (item[0] === 'enrolment') waiting.push({ it: item[1], file: item[2], line: item[3], counted: item[4] === 1 })
    else (item[0] === 'gone' ? gone : unreadable).add(recordKey(item[1], item[2]))
  }
  const placed = placeEnrolments({ waiting, records, known, unreadable, summary })
  return { records, unreadable, gone, places, ...placed }
}

function personRecord(person: SourcePerson, known: ReadonlyMap<string, SourceRecord>): SourceRecord & { kind: 'pupil' | 'staff' } {
  const before = known.get(recordKey(person.kind, person.sourceId))
  const body = before !== undefined && before.kind !== 'class' ? before.body : { fields: {} }
  return { kind: person.kind, sourceId: person.sourceId, body: { ...body, fields: { ...body.fields, ...person.fields } } }
}

function classRecord({ sourceId, kind, name, code, description, yearGroups }: SourceClass): SourceRecord {
  const body: ClassBody = { kind, name, code, description, yearGroups }
  return { kind: 'class', sourceId, body }
}

interface Placing {
  readonly waiting: readonly Waiting[]
  readonly records: Map<string, SourceRecord>
  readonly known: ReadonlyMap<string, SourceRecord>
  readonly unreadable: ReadonlySet<string>
  readonly summary: Pick<UploadSummary, 'files' | 'carries' | 'incomplete'>
}

function placeEnrolments(placing: Placing): {
  readonly problems: readonly Problem[]
  readonly refusedEnrolments: ReadonlyMap<string, number>
} {
  const { waiting, records, known, unreadable, summary } = placing
  const problems: Problem[] = []
  const refusedEnrolments = new Map<string, number>()
  if (summary.carries.enrolment === 'absent') return { problems, refusedEnrolments }

  const byPerson = new Map<string, Map<string, PersonEnrolment>>()
  const said = new Map<string, Map<string, boolean>>()
  const isWhole = summary.carries.enrolment === 'whole' && summary.incomplete.enrolment === null
  const membershipsOf = (key: string): Map<string, PersonEnrolment> => {
    const found = byPerson.get(key) ?? new Map((isWhole ? [] : enrolmentsOf(known.get(key))).map((it) => [it.classSourceId, it]))
    byPerson.set(key, found)
    return found
  }
  for (const { it, file, line, counted } of waiting) {
    const refuse = (code: 'enrolment.unknown_person' | 'enrolment.unknown_class', column: string, value: string): void => {
      const name = summary.files[file] ?? ''
      problems.push(problem(code, { file: name, line, column, value }))
      if (counted) refusedEnrolments.set(name, (refusedEnrolments.get(name) ?? 0) + 1)
    }
    const key = personKeyOf(it, [records, known])
    const classKey = recordKey('class', it.classSourceId)
    if (!records.has(classKey) && !known.has(classKey)) refuse('enrolment.unknown_class', 'class', it.classSourceId)
    else if (key !== undefined) {
      const role = key.startsWith('pupil/') ? 'pupil' : 'teacher'
      const told = said.get(key) ?? new Map<string, boolean>()
      const isPrimary = it.isPrimary || told.get(it.classSourceId) === true
      said.set(key, told.set(it.classSourceId, isPrimary))
      membershipsOf(key).set(it.classSourceId, { classSourceId: it.classSourceId, role, isPrimary })
    } else if (!(['pupil', 'staff'] as const).some((kind) => unreadable.has(recordKey(kind, it.personSourceId))))
      refuse('enrolment.unknown_person', 'person', it.personSourceId)
  }
  for (const [key, record] of records) if (record.kind !== 'class') membershipsOf(key)
  const kindOf = (id: string): ClassBody['kind'] | undefined => classBody(records, known, id)?.kind
  for (const [key, memberships] of byPerson) {
    const record = records.get(key) ?? known.get(key)
    if (record === undefined || record.kind === 'class') continue
    const isRegistration = (it: PersonEnrolment): boolean => it.role === 'pupil' && kindOf(it.classSourceId) === 'registration'
    const told = said.get(key)
    const isReplaced = [...memberships.values()].some((it) => isRegistration(it) && told?.has(it.classSourceId))
    const standing = [...memberships.values()].filter((it) => !isReplaced || !isRegistration(it) || told?.has(it.classSourceId))
    const enrolments = oneRegistration(standing, isRegistration, (value) =>
      problems.push(problem('enrolment.second_registration_class', { value, column: 'class' })),
    )
    records.set(key, { ...record, body: { ...record.body, enrolments } })
  }
  return { problems, refusedEnrolments }
}

/** The person a membership means: of the kind its role says, else of the other. */
function personKeyOf(it: SourceEnrolment, where: readonly ReadonlyMap<string, SourceRecord>[]): string | undefined {
  const kinds: readonly SourceKind[] = it.role === 'pupil' ? ['pupil', 'staff'] : ['staff', 'pupil']
  return kinds.map((kind) => recordKey(kind, it.personSourceId)).find((key) => where.some((map) => map.has(key)))
}

/** A pupil is registered in one class (S-100): the primary one, else the first by id. Sorted by class. */
function oneRegistration(
  enrolments: readonly PersonEnrolment[],
  isRegistration: (it: PersonEnrolment) => boolean,
  onSecond: (classSourceId: string) => void,
): readonly PersonEnrolment[] {
  const sorted = [...enrolments].sort((a, b) => (a.classSourceId < b.classSourceId ? -1 : 1))
  const registrations = sorted.filter(isRegistration)
  const kept = registrations.find((it) => it.isPrimary) ?? registrations[0]
  for (const it of registrations) if (it !== kept) onSecond(it.classSourceId)
  return sorted.filter((it) => it === kept || !registrations.includes(it))
}

function enrolmentsOf(record: SourceRecord | undefined): readonly PersonEnrolment[] {
  return record !== undefined && record.kind !== 'class' ? ((record.body satisfies PersonBody).enrolments ?? []) : []
}

function classBody(
  ...[records, known, id]: [ReadonlyMap<string, SourceRecord>, ReadonlyMap<string, SourceRecord>, string]
): ClassBody | undefined {
  const key = recordKey('class', id)
  const record = records.get(key) ?? known.get(key)
  return record?.kind === 'class' ? record.body : undefined
}
