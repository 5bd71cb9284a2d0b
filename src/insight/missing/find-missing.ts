import { namesOfActors } from '../../access/index.ts'
import type { Missing, RouteAnswer } from '../../contract/index.ts'
import type { SchoolTx } from '../../db/index.ts'
import type { ProblemCode } from '../../kernel/index.ts'
import { recordKey } from '../../roster/index.ts'
import { isInCohort, readYears, type YearGroupReader } from '../../runs/index.ts'
import { readSettings } from '../../schools/index.ts'
import { checkPeople, currentRecords, type SourceRecord } from '../../snapshots/index.ts'
import { type HeldPerson, readPeople } from '../people.store.ts'
import { shownName } from '../person-standing.ts'
import { byText, finder } from '../search.ts'
import {
  type LiveConnection,
  type NotedRecord,
  type RemovedPerson,
  readLinksOfPeople,
  readLiveConnections,
  readNewestRows,
  readRemovedPeople,
  readSourcePeople,
  readUnusableRows,
  readWords,
  type SourcePerson,
} from './missing.store.ts'
import { type Known, type Reason, reasonOf } from './reason-of.ts'

/** How many people are told of; who is sought is among them, or the name is too short. */
const TOLD_MAX = 50

type Found = Omit<Missing, 'decided'> & { readonly said: Reason['said']; readonly isHere: boolean }

/** Everybody whom a name fits, who is not here first, each with why and what to do (N-18). */
export async function findMissing(tx: SchoolTx, q: string): Promise<RouteAnswer<'people.missing'>> {
  const isFound = finder(q)
  const connections = await readLiveConnections(tx)
  const held = (await readPeople(tx, { kind: null, ids: null, withDeleted: true })).filter((it) => isFound(namesIn(it))).map(hereOf)
  const removed = (await readRemovedPeople(tx)).filter((it) => isFound(namesIn(it.fields))).map(removedOf)
  const absent = await findAbsent(tx, connections, (it) => isFound(namesIn(it.body.fields)))
  const unusable = (await readUnusableRows(tx)).filter((it) => isFound([it.value ?? null])).map(unusableOf)
  const all = [...absent, ...removed, ...unusable, ...held].sort((a, b) => Number(a.isHere) - Number(b.isHere) || byText(a.name, b.name))
  const told = all.slice(0, TOLD_MAX)
  const names = await namesOfActors(tx, [...new Set(told.flatMap((it) => it.said?.actor ?? []))])
  return {
    items: told.map(({ said, isHere: _, ...it }) => ({
      ...it,
      decided: said === null ? null : { by: names.get(said.actor) ?? said.actor, at: said.at.toISOString() },
    })),
    total: all.length,
    lastReadAt: connections[0]?.lastReadAt?.toISOString() ?? null,
    unusableRows: connections.reduce((sum, it) => sum + it.unusableRows, 0),
  }
}

type Names = Readonly<Partial<Record<string, string | null>>>

function namesIn(it: object): readonly (string | null)[] {
  // the fields of a person are texts or nothing
  const fields = it as Names
  const names = ['firstName', 'middleName', 'lastName', 'knownAsFirstName', 'knownAsLastName', 'username', 'email', 'upn', 'customId']
  return names.map((name) => fields[name] ?? null)
}

function hereOf(person: HeldPerson): Found {
  const { id, kind, link, isDisabled, registrationClass, yearGroup, position } = person
  const state = link === 'live' ? (isDisabled ? 'disabled' : 'synced') : (link ?? 'not_matched')
  return {
    ...{ key: id, name: shownName(person), kind, detail: registrationClass ?? yearGroup ?? position, isHere: true },
    ...{ reason: { code: `here_${state}`, params: {} }, said: null, place: null, person: id, run: null },
  }
}

function removedOf({ id, kind, fields, runId, actor, at }: RemovedPerson): Found {
  const { firstName = null, lastName = null, username = null } = fields
  return {
    ...{ key: `removed ${id}`, name: shownName({ firstName, lastName, username }), kind, detail: null, isHere: false },
    ...{ reason: { code: 'removed', params: {} }, said: { actor, at }, place: null, person: null, run: runId },
  }
}

function unusableOf({ code, file, line, value }: Awaited<ReturnType<typeof readUnusableRows>>[number]): Found {
  return {
    ...{ key: `row ${file} ${line} ${code}`, name: value ?? '', kind: 'pupil', detail: null, isHere: false },
    ...{ reason: { code: 'unusable_row', params: {} }, said: null, person: null, run: null },
    place: file === null || line === null ? null : { file, line },
  }
}

/** Who is, or was, in the source and has no record here. */
async function findAbsent(
  tx: SchoolTx,
  connections: readonly LiveConnection[],
  isFound: (it: SourcePerson) => boolean,
): Promise<readonly Found[]> {
  const people = (await readSourcePeople(tx)).filter(isFound)
  if (people.length === 0) return []
  const years = await readYears(tx)
  const noted = {
    links: byRecord(await readLinksOfPeople(tx)),
    words: byRecord(await readWords(tx)),
    rows: byRecord(await readNewestRows(tx)),
    chosen: await chosenBy(tx, connections, years),
  }
  return people.flatMap((it): readonly Found[] => {
    const key = noteKey(it)
    const known: Known = {
      goneAt: it.goneAt,
      ...noted.chosen(it),
      links: noted.links.get(key) ?? [],
      words: noted.words.get(key) ?? [],
      row: noted.rows.get(key)?.at(-1),
    }
    const reason = reasonOf(known)
    return reason === null ? [] : [absentOf(it, reason, years)]
  })
}

function absentOf({ connection, kind, sourceId, body, place }: SourcePerson, { code, said, run }: Reason, years: YearGroupReader): Found {
  const { firstName = null, lastName = null, username = null, yearGroup = null, position = null } = body.fields
  const year = yearGroup === null ? null : (years.of(yearGroup)?.name ?? yearGroup)
  return {
    ...{ key: `${connection} ${kind} ${sourceId}`, name: shownName({ firstName, lastName, username }), kind, detail: year ?? position },
    ...{ reason: { code, params: {} }, said, place, person: null, run, isHere: false },
  }
}

type Chosen = Pick<Known, 'leftOut' | 'isInScope'>

/** Whom the reads leave out, and whom the school chose (S-82), as things stand. */
async function chosenBy(
  tx: SchoolTx,
  connections: readonly LiveConnection[],
  years: YearGroupReader,
): Promise<(it: SourcePerson) => Chosen> {
  const { cohort } = await readSettings(tx)
  const currents = new Map<string, ReadonlyMap<string, SourceRecord>>()
  const leftOut = new Map<string, ReadonlyMap<string, ProblemCode>>()
  for (const { id } of connections) {
    const current = new Map<string, SourceRecord>((await currentRecords(tx, id)).map((it) => [recordKey(it.kind, it.sourceId), it]))
    currents.set(id, current)
    leftOut.set(id, checkPeople(current, years.check, new Map()).leftOut)
  }
  return ({ connection, kind, sourceId, body }) => ({
    leftOut: leftOut.get(connection)?.get(recordKey(kind, sourceId)) ?? null,
    isInScope: kind === 'staff' || isInCohort(cohort, body, { current: currents.get(connection) ?? new Map(), years }),
  })
}

function byRecord<Noted extends NotedRecord>(notes: readonly Noted[]): ReadonlyMap<string, readonly Noted[]> {
  const found = new Map<string, Noted[]>()
  for (const it of notes) {
    const known = found.get(noteKey(it))
    if (known === undefined) found.set(noteKey(it), [it])
    else known.push(it)
  }
  return found
}

function noteKey({ connection, kind, sourceId }: NotedRecord): string {
  return `${connection} ${recordKey(kind, sourceId)}`
}
