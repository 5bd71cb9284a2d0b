import { type Problem, problem } from '../kernel/index.ts'
import { type EndedEnrolment, recordKey, type SourceEnrolment, type SourceKind } from '../roster/index.ts'
import type { Placing } from './placing.ts'
import { settleMemberships } from './settle-memberships.ts'
import type { PersonEnrolment } from './source-record.ts'

/** What came of the memberships that were read. */
export interface Placed {
  readonly problems: readonly Problem[]
  /** Rows that had to be refused, by file. */
  readonly refusedEnrolments: ReadonlyMap<string, number>
  /** People and classes we know, which this read names in memberships only: their own rows may have been lost. */
  readonly onlyInMemberships: ReadonlySet<string>
}

/** Finds the class and the person of every membership, refuses those that lead nowhere, and gives the persons theirs. */
export function placeEnrolments(placing: Placing): Placed {
  const problems: Problem[] = []
  const refusedEnrolments = new Map<string, number>()
  const onlyInMemberships = new Set<string>()
  if (placing.summary.carries.enrolment === 'absent') return { problems, refusedEnrolments, onlyInMemberships }
  const told = new Map<string, Map<string, PersonEnrolment>>()
  for (const read of placing.enrolments) {
    const target = targetOf(read.it, placing)
    if (target.is === 'found') tell(told, target.key, read.it)
    else if (target.is === 'refused') {
      const file = placing.summary.files[read.file] ?? ''
      problems.push(problem(target.code, { file, line: read.line, column: target.column, value: target.value }))
      if (read.counted) refusedEnrolments.set(file, (refusedEnrolments.get(file) ?? 0) + 1)
      if (target.known !== undefined) onlyInMemberships.add(target.known)
    }
  }
  const ended = placing.ended.map((it) => ({ key: personKeysOf(it, placing)[0], classSourceId: it.classSourceId }))
  const settled = settleMemberships(placing, { told, ended, onlyInMemberships })
  return { problems: [...problems, ...settled], refusedEnrolments, onlyInMemberships }
}

function tell(told: Map<string, Map<string, PersonEnrolment>>, key: string, it: SourceEnrolment): void {
  const memberships = told.get(key) ?? new Map<string, PersonEnrolment>()
  const { classSourceId } = it
  const isPrimary = it.isPrimary || memberships.get(classSourceId)?.isPrimary === true
  memberships.set(classSourceId, { classSourceId, role: key.startsWith('pupil/') ? 'pupil' : 'teacher', isPrimary })
  told.set(key, memberships)
}

type Target =
  | { readonly is: 'found'; readonly key: string }
  /** The person's own row could not be used, or says that the person is gone: nothing more to say about it. */
  | { readonly is: 'settled' }
  | {
      readonly is: 'refused'
      readonly code: 'enrolment.unknown_person' | 'enrolment.unknown_class'
      readonly column: string
      readonly value: string
      readonly known?: string
    }

function targetOf(it: SourceEnrolment, placing: Placing): Target {
  const { records, gone, unreadable } = placing
  const classKey = recordKey('class', it.classSourceId)
  if (!records.has(classKey) && !mayBeKnown('class', classKey, placing))
    return refused('enrolment.unknown_class', it.classSourceId, placing.known.has(classKey) ? classKey : undefined)
  const [key] = personKeysOf(it, placing)
  if (key !== undefined) return gone.has(key) ? { is: 'settled' } : { is: 'found', key }
  const kinds = (['pupil', 'staff'] as const).map((kind) => recordKey(kind, it.personSourceId))
  if (kinds.some((each) => unreadable.has(each))) return { is: 'settled' }
  return refused(
    'enrolment.unknown_person',
    it.personSourceId,
    kinds.find((each) => placing.known.has(each)),
  )
}

function refused(code: 'enrolment.unknown_class' | 'enrolment.unknown_person', value: string, known: string | undefined): Target {
  const column = code === 'enrolment.unknown_class' ? 'class' : 'person'
  return { is: 'refused', code, column, value, ...(known === undefined ? {} : { known }) }
}

/** Whom a membership can mean, best first: somebody this read names before somebody known, of the kind its role says before the other. */
function personKeysOf({ role, personSourceId }: EndedEnrolment, placing: Placing): readonly string[] {
  const kinds = role === 'teacher' ? (['staff', 'pupil'] as const) : (['pupil', 'staff'] as const)
  const keys = kinds.map((kind) => ({ kind, key: recordKey(kind, personSourceId) }))
  const named = keys.filter(({ key }) => placing.records.has(key))
  const known = keys.filter(({ kind, key }) => mayBeKnown(kind, key, placing))
  return [...named, ...known].map(({ key }) => key)
}

/** Whether a record of earlier reads can be meant, though this read does not name it: not when not being named means having left. */
function mayBeKnown(kind: SourceKind, key: string, { known, incomplete, unreadable, gone }: Placing): boolean {
  return known.has(key) && (incomplete[kind] !== null || unreadable.has(key) || gone.has(key))
}
