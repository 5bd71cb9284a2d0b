import { sql } from 'kysely'
import type { SchoolTx } from '../db/index.ts'
import { PERSON_FIELDS } from '../roster/index.ts'
import { columnOf } from './columns.ts'
import type { Directory } from './directory.ts'
import type { RecordChange } from './record-state.ts'
import { beginEnrolments, endEnrolments, writeLinks } from './write-relations.store.ts'

const FIELDS = PERSON_FIELDS.map((field) => ({
  name: `"${field}"`,
  column: columnOf(field),
  type: field === 'birthDate' ? 'date' : 'text',
}))
const NAMES = sql.raw(FIELDS.map((it) => it.name).join(', '))
const COLUMNS = sql.raw(FIELDS.map((it) => it.column).join(', '))
const TYPED = sql.raw(FIELDS.map((it) => `${it.name} ${it.type}`).join(', '))
const ASSIGNED = sql.raw(FIELDS.map((it) => `${it.column} = n.${it.name}`).join(', '))

/** So many people are written at once: few statements for many, and often enough news for who waits. */
const PEOPLE_AT_ONCE = 500

/** Told after each part that was written: these records are. */
export type OnWritten = (changes: readonly RecordChange[]) => Promise<void>

/**
 * Writes changes to year groups, classes, people, memberships and links, a few statements for hundreds of them.
 * `directory` is what these records were when the transaction read them.
 */
export async function writeRecords(
  tx: SchoolTx,
  directory: Directory,
  changes: readonly RecordChange[],
  onWritten: OnWritten = async () => {},
): Promise<void> {
  const of = (kind: RecordChange['recordKind'], ...operations: readonly RecordChange['operation'][]): readonly RecordChange[] =>
    changes.filter((it) => it.recordKind === kind && operations.includes(it.operation))
  const [years, classes] = [of('year_group', 'create', 'update'), of('class', 'create', 'update')]
  await writeYearGroups(tx, directory, years)
  await writeClasses(tx, directory, classes)
  await onWritten([...years, ...classes])
  const people = of('person', 'create', 'update', 'remove')
  // memberships that end go first: a class or a source id may be taken over by somebody of a later part
  await endEnrolments(tx, people)
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
    const some = people.slice(from, from + PEOPLE_AT_ONCE)
    await insertPeople(
      tx,
      some.filter((it) => it.operation === 'create'),
    )
    await updatePeople(
      tx,
      directory,
      some.filter((it) => it.operation === 'update'),
    )
    await beginEnrolments(tx, some)
    await onWritten(some)
  }
  await writeMerges(tx, of('person', 'update'))
  await writeLinks(tx, changes)
  await removeRecords(tx, of('person', 'remove'), 'person', 'id')
  await removeRecords(tx, of('class', 'remove'), 'class', 'id')
  await removeRecords(tx, of('year_group', 'remove'), 'year_group', 'code')
  await onWritten([...of('class', 'remove'), ...of('year_group', 'remove')])
}

async function insertPeople(tx: SchoolTx, changes: readonly RecordChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map((it) => ({ id: it.recordId, ...it.after.fields }))
  await tx.rows(sql`
    insert into person (school_id, id, kind, ${COLUMNS})
    select ${tx.schoolId}::uuid, id, kind, ${NAMES} from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, kind text, ${TYPED})`)
}

async function updatePeople(tx: SchoolTx, directory: Directory, changes: readonly RecordChange[]): Promise<void> {
  const rows = changes
    .filter((it) => Object.keys(it.after.fields).length > 0)
    .map((it) => ({ id: it.recordId, ...directory.people.get(it.recordId)?.fields, ...it.after.fields }))
  if (rows.length === 0) return
  await tx.rows(sql`
    update person p set ${ASSIGNED} from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, ${TYPED})
    where p.school_id = ${tx.schoolId} and p.id = n.id`)
}

/** Notes who was merged into whom, and who stands for themselves again. */
async function writeMerges(tx: SchoolTx, changes: readonly RecordChange[]): Promise<void> {
  const rows = changes.flatMap(({ recordId, after: { fields } }) =>
    'mergedInto' in fields ? [{ id: recordId, mergedInto: fields['mergedInto'] }] : [],
  )
  if (rows.length === 0) return
  await tx.rows(sql`
    update person p set merged_into = n."mergedInto" from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, "mergedInto" uuid)
    where p.school_id = ${tx.schoolId} and p.id = n.id`)
}

async function writeClasses(tx: SchoolTx, directory: Directory, changes: readonly RecordChange[]): Promise<void> {
  const rows = changes
    .filter((it) => Object.keys(it.after.fields).length > 0)
    .map((it) => ({ id: it.recordId, ...directory.classes.get(it.recordId)?.fields, ...it.after.fields }))
  if (rows.length === 0) return
  await tx.rows(sql`
    insert into class (school_id, id, kind, name, code, description, year_groups, is_archived, local_fields)
    select ${tx.schoolId}::uuid, id, kind, name, code, description,
      array(select json_array_elements_text("yearGroups")), "isArchived",
      array(select json_array_elements_text(coalesce("localFields", '[]')))
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as n(id uuid, kind text, name text, code text, description text, "yearGroups" json, "isArchived" boolean, "localFields" json)
    on conflict (school_id, id) do update set kind = excluded.kind, name = excluded.name, code = excluded.code,
      description = excluded.description, year_groups = excluded.year_groups, is_archived = excluded.is_archived,
      local_fields = excluded.local_fields`)
}

async function writeYearGroups(tx: SchoolTx, directory: Directory, changes: readonly RecordChange[]): Promise<void> {
  const rows = changes
    .filter((it) => Object.keys(it.after.fields).length > 0)
    .map((it) => ({ code: it.recordId, ...directory.yearGroups.get(it.recordId)?.fields, ...it.after.fields }))
  if (rows.length === 0) return
  await tx.rows(sql`
    insert into year_group (school_id, code, name, position)
    select ${tx.schoolId}::uuid, code, name, position
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(code text, name text, position integer)
    on conflict (school_id, code) do update set name = excluded.name, position = excluded.position`)
}

/** Only an undo removes, and only what its run had made. */
async function removeRecords(
  tx: SchoolTx,
  changes: readonly RecordChange[],
  table: 'person' | 'class' | 'year_group',
  key: 'id' | 'code',
): Promise<void> {
  if (changes.length === 0) return
  const ids = changes.map((it) => it.recordId)
  await tx.rows(sql`delete from ${sql.table(table)} where school_id = ${tx.schoolId} and ${sql.ref(key)}::text = any(${ids})`)
}
