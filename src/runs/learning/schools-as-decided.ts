import type { SchoolTx } from '../../db/index.ts'
import { type Directory, type DirectoryPerson, readDirectory } from '../../directory/index.ts'
import type { SchoolAsDecided } from '../../matching/index.ts'
import { ourRecord, theirRecord } from '../../review/index.ts'
import { type PersonKind, recordKey } from '../../roster/index.ts'
import { readSchool, readSettings } from '../../schools/index.ts'
import { currentRecords, type SourceRecord } from '../../snapshots/index.ts'
import { yearGroupReader } from '../year-group-reader.ts'
import { changesSince, readSaid, type SaidOfSource, sourcesAsDecided } from './as-decided.store.ts'

/**
 * The school as its decisions found it, once for each source and kind of people that somebody decided about: whoever is decided
 * about stands as when somebody first decided, because a sync has since made the two sides equal.
 */
export async function schoolsAsDecided(tx: SchoolTx): Promise<readonly SchoolAsDecided[]> {
  const said = await readSaid(tx)
  const directory = await thoughtBack(tx, await readDirectory(tx), said)
  const school = await readSchool(tx)
  const years = await yearGroupReader(tx, { school, settings: await readSettings(tx), said: {} })
  const schools: SchoolAsDecided[] = []
  for (const connectionId of new Set(said.map((it) => it.connectionId))) {
    const own = said.filter((it) => it.connectionId === connectionId)
    const current = new Map(
      (await currentRecords(tx, connectionId)).map((it): [string, SourceRecord] => [recordKey(it.kind, it.sourceId), it]),
    )
    for (const it of await sourcesAsDecided(tx, connectionId, own)) current.set(recordKey(it.kind, it.sourceId), it)
    const source = { connectionId, current, yearGroupCode: (raw: string) => years.of(raw)?.code ?? null }
    for (const kind of ['pupil', 'staff'] as const) {
      const ofKind = own.filter((it) => it.kind === kind)
      if (ofKind.length > 0) schools.push(schoolOf(kind, { directory, source, said: ofKind }))
    }
  }
  return schools
}

/** The directory with what was changed about decided people since taken back. */
async function thoughtBack(tx: SchoolTx, directory: Directory, said: readonly SaidOfSource[]): Promise<Directory> {
  const first = new Map<string, Date>()
  for (const { directoryId, at } of said) if (at < (first.get(directoryId) ?? Infinity)) first.set(directoryId, at)
  const people = new Map(directory.people)
  for (const { recordId, before, after } of await changesSince(
    tx,
    [...first].map(([id, at]) => ({ id, at })),
  )) {
    const person = people.get(recordId)
    if (person === undefined) continue
    const begun = new Set(after.enrolments.map((it) => it.class))
    const enrolments = [...person.enrolments.filter((it) => !begun.has(it.class)), ...before.enrolments]
    // safe: a change keeps the fields it wrote, by their names and with their kind of values
    const fields = { ...person.fields, ...before.fields } as DirectoryPerson['fields']
    people.set(recordId, { ...person, fields, enrolments })
  }
  return { ...directory, people }
}

interface Source {
  readonly connectionId: string
  readonly current: ReadonlyMap<string, SourceRecord>
  yearGroupCode(raw: string): string | null
}

function schoolOf(
  kind: PersonKind,
  { directory, source, said }: { readonly directory: Directory; readonly source: Source; readonly said: readonly SaidOfSource[] },
): SchoolAsDecided {
  const decided = { ours: new Set(said.map((it) => it.directoryId)), theirs: new Set(said.map((it) => it.sourceId)) }
  const links = directory.links.filter(
    (it) => it.recordKind === 'person' && it.endReason === null && it.source.connection === source.connectionId && it.source.kind === kind,
  )
  // whom a decided record was set up as, or linked to, afterwards was not there to be decided about; who is linked and not read keeps the link
  const cameLater = links.filter((it) => decided.theirs.has(it.source.id) || !source.current.has(recordKey(kind, it.source.id)))
  const isLater = new Set(cameLater.map((it) => it.recordId).filter((id) => !decided.ours.has(id)))
  const input = { directory, snapshot: { current: source.current }, yearGroupCode: source.yearGroupCode }
  const people = [...directory.people.values()].filter((it) => it.kind === kind && !isLater.has(it.id))
  const theirs = [...source.current.values()].flatMap((it) =>
    it.kind === kind ? [theirRecord({ sourceId: it.sourceId, body: it.body }, input)] : [],
  )
  const standing = links
    .filter(
      (it) => !decided.ours.has(it.recordId) && !decided.theirs.has(it.source.id) && source.current.has(recordKey(kind, it.source.id)),
    )
    .map((it) => ({ directoryId: it.recordId, sourceId: it.source.id }))
  const pairs = said.map(({ directoryId, sourceId, isSame, decisionId }) => ({ directoryId, sourceId, isSame, decisionId }))
  return { kind, directory: people.map((it) => ourRecord(it, { directory })), source: theirs, standing, said: pairs }
}
