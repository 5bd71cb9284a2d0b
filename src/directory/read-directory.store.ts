import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { PERSON_FIELDS, type PersonFields, type PersonKind } from '../roster/index.ts'
import { columnOf } from './columns.ts'
import type { ClassFields, Directory, DirectoryLink, DirectoryPerson, Enrolment, YearGroupFields } from './directory.ts'
import { readPinnedFields } from './pins.store.ts'
import { readProtectedPeople } from './protected-people.store.ts'

const PERSON_COLUMNS = sql.raw(PERSON_FIELDS.map((field) => `${columnOf(field)} as "${field}"`).join(', '))

/** Everything we hold about one school, in seven statements. */
export async function readDirectory(tx: SchoolTx): Promise<Directory> {
  const enrolments = await readEnrolments(tx)
  const pinned = await readPinnedFields(tx)
  const areProtected = await readProtectedPeople(tx)
  const people = await tx.rows(sql<{ id: string; kind: PersonKind; localFields: string[]; mergedInto: string | null } & PersonFields>`
    select id, kind, local_fields as "localFields", merged_into as "mergedInto", ${PERSON_COLUMNS} from person where school_id = ${tx.schoolId} order by id`)
  const classes = await tx.rows(sql<{ id: string } & ClassFields>`
    select id, kind, name, code, description, year_groups as "yearGroups", is_archived as "isArchived", local_fields as "localFields"
    from class where school_id = ${tx.schoolId} order by id`)
  const yearGroups = await tx.rows(sql<{ yearCode: string } & YearGroupFields>`
    select code as "yearCode", name, position from year_group where school_id = ${tx.schoolId} order by position, code`)
  return {
    people: new Map(
      people.map(({ id, kind, localFields, mergedInto, ...fields }): [string, DirectoryPerson] => [
        id,
        {
          id,
          kind,
          fields,
          localFields,
          enrolments: enrolments.get(id) ?? [],
          pinned: pinned.get(id),
          ...(areProtected.has(id) ? { isProtected: true } : {}),
          ...(mergedInto === null ? {} : { mergedInto }),
        },
      ]),
    ),
    classes: new Map(classes.map(({ id, ...fields }) => [id, { id, fields }])),
    yearGroups: new Map(yearGroups.map(({ yearCode, ...fields }) => [yearCode, { code: yearCode, fields }])),
    links: await readLinks(tx),
  }
}

async function readEnrolments(tx: SchoolTx): Promise<ReadonlyMap<string, readonly Enrolment[]>> {
  const rows = await tx.rows(sql<{ person: string } & Enrolment>`
    select person_id as person, class_id as class, role, is_primary as "isPrimary"
    from enrolment where school_id = ${tx.schoolId} order by person_id, class_id, role`)
  const byPerson = new Map<string, Enrolment[]>()
  for (const { person, ...it } of rows) {
    const known = byPerson.get(person)
    if (known === undefined) byPerson.set(person, [it])
    else known.push(it)
  }
  return byPerson
}

async function readLinks(tx: SchoolTx): Promise<readonly DirectoryLink[]> {
  const rows = await tx.rows(sql<{
    recordKind: DirectoryLink['recordKind']
    recordId: string
    connection: string
    kind: DirectoryLink['source']['kind']
    id: string
    endReason: DirectoryLink['endReason']
    endedAt: Date | null
  }>`
    select record_kind as "recordKind", record_id as "recordId", connection_id as connection, source_kind as kind, source_id as id,
      end_reason as "endReason", ended_at as "endedAt"
    from link where school_id = ${tx.schoolId} order by record_kind, record_id, source_kind, source_id collate "C"`)
  return rows.map(({ recordKind, recordId, endReason, endedAt, ...source }) => ({
    recordKind,
    recordId,
    source,
    endReason,
    endedAt: endedAt?.toISOString() ?? null,
  }))
}
