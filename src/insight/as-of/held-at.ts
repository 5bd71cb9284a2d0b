import type { SchoolTx } from '../../db/index.ts'
import { directoryAsOf, readDeletions } from '../../directory/index.ts'
import { dateIn } from '../../kernel/index.ts'
import { readSchool } from '../../schools/index.ts'
import { type HeldClass, readClasses, readMembers } from '../classes.store.ts'
import { type HeldPerson, readPeople, type WhichPeople } from '../people.store.ts'
import { type PersonRecord, readPersonRecord } from '../person-details.store.ts'
import { type HeldYearGroup, readYearGroups } from '../year-groups.store.ts'
import { classesIn, membersIn, peopleIn, recordIn, yearGroupsIn } from './held-in.ts'

/** What lists and records are made of: as it is now, or as it was. */
export interface Held {
  people(which: WhichPeople): Promise<readonly HeldPerson[]>
  /** All classes, or this one. */
  classes(classId: string | null): Promise<readonly HeldClass[]>
  members(classId: string): ReturnType<typeof readMembers>
  /** Of a person whom `people` gives. */
  record(personId: string): Promise<PersonRecord>
  /** Youngest first. */
  yearGroups(): Promise<readonly HeldYearGroup[]>
  isBefore(at: Date): boolean
}

/** What was held at the end of a day by the school's own clock (N-03); undefined: what is held now. */
export async function heldAt(tx: SchoolTx, day: string | undefined): Promise<Held> {
  if (day === undefined) {
    return {
      people: (which) => readPeople(tx, which),
      classes: (classId) => readClasses(tx, classId),
      members: (classId) => readMembers(tx, classId),
      record: (personId) => readPersonRecord(tx, personId),
      yearGroups: () => readYearGroups(tx),
      isBefore: () => true,
    }
  }
  const { timeZone } = await readSchool(tx)
  const then = await directoryAsOf(tx, { day, timeZone })
  const deletions = [...(await readDeletions(tx)).values()]
  const gone = new Set(deletions.filter((it) => dateIn(timeZone, it.at) <= day).map((it) => it.personId))
  return {
    people: async (which) => peopleIn(then, which).filter((it) => which.ids !== null || !gone.has(it.id)),
    classes: async (classId) => classesIn(then).filter((it) => classId === null || it.id === classId),
    members: async (classId) => membersIn(then, classId),
    record: async (personId) => recordIn(then, personId),
    yearGroups: async () => yearGroupsIn(then),
    isBefore: (at) => dateIn(timeZone, at) <= day,
  }
}
