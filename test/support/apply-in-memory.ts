import { findDrift } from '../../src/apply/find-drift.ts'
import { resolve } from '../../src/apply/resolve.ts'
import type { Directory, DirectoryLink, DirectoryPerson, Enrolment, LoggedChange, RecordKind } from '../../src/directory/index.ts'
import type { Change } from '../../src/plans/index.ts'

export interface Applied {
  readonly directory: Directory
  /** What history keeps of it. */
  readonly logged: readonly LoggedChange[]
}

interface Draft {
  readonly people: Map<string, DirectoryPerson>
  readonly classes: Map<string, { readonly id: string; readonly fields: Record<string, unknown> }>
  readonly yearGroups: Map<string, { readonly code: string; readonly fields: Record<string, unknown> }>
  links: readonly DirectoryLink[]
}

/**
 * Carries out a plan on a directory in memory, in the order in which the stores write. Throws where the database would:
 * drift, a second live link, a second registration class, a class or year group that is not there, a record that is still used.
 */
export function applied(
  directory: Directory,
  changes: readonly Change[],
  { at, newId }: { readonly at: Date; readonly newId: () => string },
): Applied {
  const drift = findDrift(changes, directory, [])
  if (drift.length > 0) throw new Error(`drifted: ${JSON.stringify(drift)}`)
  const logged = resolve(changes, newId, at)
  // a draft is a directory that may be written; fields written come from plans, whose fields are those of the record
  const draft = {
    people: new Map(directory.people),
    classes: new Map(directory.classes),
    yearGroups: new Map(directory.yearGroups),
    links: directory.links,
  } as unknown as Draft
  for (const it of logged) writeFields(draft, it)
  for (const it of logged) endEnrolments(draft, it)
  for (const it of logged) beginEnrolments(draft, it)
  const order = ['none', 'left', 'out_of_scope', 'unmatched', 'ids_cleared', 'merged', 'by_hand', 'live']
  const byState = [...logged].sort((a, b) => order.indexOf(a.after.link?.state ?? 'none') - order.indexOf(b.after.link?.state ?? 'none'))
  for (const it of byState) writeLink(draft, it)
  for (const kind of ['person', 'class', 'year_group'] as const)
    for (const it of logged) if (it.operation === 'remove' && it.recordKind === kind) draftOf(draft, kind).delete(it.recordId)
  const after = draft as unknown as Directory
  assertConsistent(after)
  return { directory: after, logged }
}

function draftOf(draft: Draft, kind: RecordKind): Map<string, unknown> {
  return kind === 'person' ? draft.people : kind === 'class' ? draft.classes : draft.yearGroups
}

function writeFields(draft: Draft, { recordKind, recordId, operation, after }: LoggedChange): void {
  if (operation === 'remove') return
  const held = draftOf(draft, recordKind).get(recordId) as { readonly fields: object } | undefined
  if ((held === undefined) !== (operation === 'create')) throw new Error(`${operation} of ${recordKind} ${recordId}`)
  const { kind, mergedInto, ...fields } = after.fields
  if (recordKind === 'person') {
    const person = held ?? { id: recordId, kind, localFields: [], enrolments: [], fields: {} }
    const { mergedInto: was, ...alone } = person as { mergedInto?: unknown; fields: object }
    const into = mergedInto === undefined ? was : (mergedInto ?? undefined)
    const merged = into === undefined ? {} : { mergedInto: into }
    draftOf(draft, recordKind).set(recordId, { ...alone, ...merged, fields: { ...person.fields, ...fields } })
  } else {
    const name = recordKind === 'class' ? { id: recordId } : { code: recordId }
    const blank = recordKind === 'class' ? { localFields: [] } : {}
    draftOf(draft, recordKind).set(recordId, { ...name, fields: { ...blank, ...held?.fields, ...after.fields } })
  }
}

const placeOf = (it: Enrolment): string => `${it.class} ${it.role}`

function withEnrolments(draft: Draft, personId: string, change: (enrolments: readonly Enrolment[]) => readonly Enrolment[]): void {
  const person = draft.people.get(personId)
  if (person === undefined) throw new Error(`no person ${personId}`)
  const enrolments = [...change(person.enrolments)].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  draft.people.set(personId, { ...person, enrolments })
}

function endEnrolments(draft: Draft, { recordId, before }: LoggedChange): void {
  if (before.enrolments.length === 0) return
  const ended = new Set(before.enrolments.map(placeOf))
  withEnrolments(draft, recordId, (all) => all.filter((it) => !ended.has(placeOf(it))))
}

function beginEnrolments(draft: Draft, { recordId, after }: LoggedChange): void {
  if (after.enrolments.length > 0) withEnrolments(draft, recordId, (all) => [...all, ...after.enrolments])
}

function writeLink(draft: Draft, { recordKind, recordId, source, after: { link } }: LoggedChange): void {
  if (link === null || source === null) return
  const isIt = (it: DirectoryLink): boolean =>
    it.recordKind === recordKind && it.recordId === recordId && JSON.stringify(sourceOf(it.source)) === JSON.stringify(sourceOf(source))
  const others = draft.links.filter((it) => !isIt(it))
  const { state } = link
  const ending =
    state === 'live' || state === 'none'
      ? { endReason: null, endedAt: null }
      : { endReason: state, endedAt: 'endedAt' in link ? link.endedAt : '' }
  draft.links = state === 'none' ? others : [...others, { recordKind, recordId, source: sourceOf(source), ...ending }]
}

function sourceOf({ connection, kind, id }: DirectoryLink['source']): DirectoryLink['source'] {
  return { connection, kind, id }
}

/** What the tables' keys and unique indexes say. */
function assertConsistent({ people, classes, yearGroups, links }: Directory): void {
  const live = links.filter((it) => it.endReason === null)
  assertOnce(
    'live link of',
    live.map((it) => `${it.recordKind} ${it.recordId}`),
  )
  const bySource = live
    .filter((it) => it.recordKind !== 'year_group')
    .map((it) => `${it.recordKind} ${JSON.stringify(sourceOf(it.source))}`)
  assertOnce('live link to', bySource)
  for (const it of live)
    if (![people, classes, yearGroups].some((records) => records.has(it.recordId))) throw new Error(`a live link of nobody: ${it.recordId}`)
  for (const { id, fields, enrolments } of people.values()) {
    if (fields.yearGroup !== null && !yearGroups.has(fields.yearGroup)) throw new Error(`${id} in year group ${fields.yearGroup}`)
    for (const it of enrolments) if (!classes.has(it.class)) throw new Error(`${id} in class ${it.class}`)
    assertOnce(`place of ${id}`, enrolments.map(placeOf))
    const registered = enrolments.filter((it) => it.role === 'pupil' && classes.get(it.class)?.fields.kind === 'registration')
    if (registered.length > 1) throw new Error(`${id} in two registration classes`)
  }
}

function assertOnce(what: string, keys: readonly string[]): void {
  const twice = keys.find((it, index) => keys.indexOf(it) !== index)
  if (twice !== undefined) throw new Error(`second ${what} ${twice}`)
}

/** A directory without what an undo may leave behind: ended links, times, the order of anything. Equal texts, equal directories. */
export function stateOf({ people, classes, yearGroups, links }: Directory): string {
  const sorted = (records: Iterable<unknown>): readonly string[] => [...records].map((it) => JSON.stringify(it, sortedKeys)).sort()
  const held = [...people.values()].map((it) => ({ ...it, enrolments: sorted(it.enrolments) }))
  const live = links.filter((it) => it.endReason === null)
  return JSON.stringify([sorted(held), sorted(classes.values()), sorted(yearGroups.values()), sorted(live)], null, 1)
}

function sortedKeys(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
