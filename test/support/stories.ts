import type { PersonFields } from '../../src/roster/index.ts'
import type { ClassBody, PersonEnrolment, SourceRecord } from '../../src/snapshots/index.ts'

type PersonRecord = Extract<SourceRecord, { readonly kind: 'pupil' | 'staff' }>

/** What a story says of a person beside the fields: the classes they stand in, the first of them their primary one. */
interface Told extends Partial<PersonFields> {
  readonly classes?: readonly string[]
}

/** A pupil as the MIS says it: complete, in Year 7, born on a day of their own, in no class unless said. */
export function aPupil(sourceId: string, told: Told = {}): PersonRecord {
  return person('pupil', sourceId, { yearGroup: 'Year 7', birthDate: dayOf(sourceId), ...told })
}

/** A teacher as the MIS says it, with a work e-mail of their own. */
export function aTeacher(sourceId: string, told: Told = {}): PersonRecord {
  return person('staff', sourceId, { email: `${sourceId}@school.example`, userType: 'Teacher', ...told })
}

/** A registration class named after its id, unless said otherwise. */
export function aClass(sourceId: string, told: Partial<ClassBody> = {}): Extract<SourceRecord, { readonly kind: 'class' }> {
  const body: ClassBody = { kind: 'registration', name: sourceId, code: null, description: null, yearGroups: [], ...told }
  return { kind: 'class', sourceId, body }
}

/** So many pupils `p1`, `p2` …, each with a name that no other has. */
export function pupils(count: number, told: Told = {}, from = 1): readonly PersonRecord[] {
  return Array.from({ length: count }, (_, index) => aPupil(`p${from + index}`, told))
}

/** So many teachers `t1`, `t2` …. */
export function teachers(count: number, told: Told = {}, from = 1): readonly PersonRecord[] {
  return Array.from({ length: count }, (_, index) => aTeacher(`t${from + index}`, told))
}

function person(kind: 'pupil' | 'staff', sourceId: string, { classes, ...told }: Told): PersonRecord {
  const role = kind === 'pupil' ? 'pupil' : 'teacher'
  const enrolments = (classes ?? []).map((classSourceId, index): PersonEnrolment => ({ classSourceId, role, isPrimary: index === 0 }))
  const sorted = enrolments.sort((a, b) => (a.classSourceId < b.classSourceId ? -1 : 1))
  const fields = { firstName: nameOf(sourceId, FIRST), lastName: nameOf(sourceId, LAST), status: 'active' as const, ...told }
  return { kind, sourceId, body: { fields, ...(classes === undefined ? {} : { enrolments: sorted }) } }
}

const FIRST = ['Ba', 'Co', 'De', 'Fi', 'Gu', 'Ha', 'Ji', 'Ko', 'Lu', 'Ma', 'Ne', 'Pi', 'Ro', 'Su', 'Ta', 'Vi', 'Wo', 'Xe', 'Yu', 'Ze']
const LAST = ['brand', 'croft', 'dunt', 'finch', 'glade', 'hurst', 'jolly', 'kemp', 'lisk', 'mox', 'norn', 'plum', 'quist', 'rusk', 'stowe']

/** A made-up name from the digits of an id: other digits, another name. */
function nameOf(sourceId: string, syllables: readonly string[]): string {
  let rest = numberOf(sourceId)
  let name = ''
  do {
    name += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

function dayOf(sourceId: string): string {
  const number = numberOf(sourceId)
  const two = (it: number): string => String(it).padStart(2, '0')
  return `${2012 + (number % 3)}-${two(1 + (Math.floor(number / 28) % 12))}-${two(1 + (number % 28))}`
}

function numberOf(sourceId: string): number {
  return Number(sourceId.replace(/\D/g, '') || '0')
}
