import type { Directory, DirectoryLink } from '../directory/index.ts'
import {
  type Change,
  enrolmentKey,
  indexLinks,
  isSecondPlace,
  type LinkIndex,
  linkState,
  NEW_CLASS,
  registrationClasses,
} from '../plans/index.ts'
import type { Veto } from '../review/index.ts'
import { isSame } from '../roster/index.ts'

/** A change whose before-values are no longer true, and which of them. */
export interface Drift {
  readonly key: string
  /** Names of fields, `enrolments`, `link`, `veto`, `record`. */
  readonly what: readonly string[]
}

/** Compares everything a plan read with what is there now. An empty answer means that nothing has moved. */
export function findDrift(changes: readonly Change[], directory: Directory, vetoes: readonly Veto[]): readonly Drift[] {
  const links = indexLinks(directory.links)
  const liveSources = new Map(
    directory.links.filter((it) => it.endReason === null && it.recordKind !== 'year_group').map((it) => [sourceKey(it), it.recordId]),
  )
  const liveRecords = new Map(
    directory.links.filter((it) => it.endReason === null).map((it) => [`${it.recordKind} ${it.recordId}`, sourceKey(it)]),
  )
  const vetoed = new Set(vetoes.map((it) => `${it.personId} ${it.sourceKind} ${it.sourceId}`))
  const unlinking = new Set(changes.filter((it) => it.after.link !== null && it.after.link.state !== 'live').map((it) => it.recordId))
  const places = { people: directory.people, registrations: registrationsOf(changes, directory) }
  const made = (kind: Change['recordKind']): readonly string[] =>
    changes.flatMap(({ operation, recordKind, source }) => (operation === 'create' && recordKind === kind && source ? [source.id] : []))
  const newClasses = new Set(made('class').map((id) => `${NEW_CLASS}${id}`))
  // what another part of the same plan was to make
  const isMissing = (ref: string): boolean => ref.startsWith(NEW_CLASS) && !newClasses.has(ref)
  const years = new Set([...directory.yearGroups.keys(), ...made('year_group')])
  return changes.flatMap((change): readonly Drift[] => {
    const { source, recordId, after } = change
    const what = change.operation === 'create' ? driftOfNew(change, directory) : driftOfHeld(change, directory, links)
    if (after.link?.state === 'live' && source !== null && change.recordKind !== 'year_group') {
      const holder = liveSources.get(`${change.recordKind} ${source.connection} ${source.kind} ${source.id}`)
      if (holder !== undefined && holder !== recordId && !unlinking.has(holder)) what.push('link')
      // somebody gave the record back to the sync after the plan was made (D3): it has a live link of its own
      const own = liveRecords.get(`${change.recordKind} ${recordId}`)
      const isOther = own !== undefined && own !== `${change.recordKind} ${source.connection} ${source.kind} ${source.id}`
      if (isOther && !unlinking.has(recordId) && !what.includes('link')) what.push('link')
      if (recordId !== null && vetoed.has(`${recordId} ${source.kind} ${source.id}`)) what.push('veto')
    }
    if (!what.includes('enrolments') && after.enrolments.some((it) => isSecondPlace(it, change, places) || isMissing(it.class)))
      what.push('enrolments')
    const year = after.fields['yearGroup']
    if (typeof year === 'string' && !years.has(year)) what.push('yearGroup')
    return what.length === 0 ? [] : [{ key: change.key, what }]
  })
}

function driftOfNew({ recordKind, recordId, source }: Change, { people, classes, yearGroups }: Directory): string[] {
  const id = recordId ?? (recordKind === 'year_group' ? (source?.id ?? '') : '')
  const isThere = { person: people, class: classes, year_group: yearGroups }[recordKind].has(id)
  return isThere ? ['record'] : []
}

function driftOfHeld({ recordKind, recordId, operation, source, before, after }: Change, directory: Directory, links: LinkIndex): string[] {
  const id = recordId ?? ''
  const person = directory.people.get(id)
  const held = { person: person?.fields, class: directory.classes.get(id)?.fields, year_group: directory.yearGroups.get(id)?.fields }[
    recordKind
  ]
  if (held === undefined) return ['record']
  const fields = { kind: person?.kind ?? null, mergedInto: person?.mergedInto ?? null, ...held }
  const what = Object.entries(before.fields).flatMap(([name, value]) => (isSame(readField(fields, name), value) ? [] : [name]))
  const members = new Set((person?.enrolments ?? []).map(enrolmentKey))
  const ended = before.enrolments.every((it) => members.has(enrolmentKey(it)))
  const begun = after.enrolments.every((it) => !members.has(enrolmentKey(it)))
  if (!ended || !begun) what.push('enrolments')
  const state = source === null ? null : linkState(links, { recordKind, recordId: id }, source).state
  if (before.link !== null && state !== null && state !== before.link.state) what.push('link')
  // somebody took the record out of the sync after the plan was made (D3)
  else if (operation === 'update' && state === 'by_hand') what.push('link')
  return what
}

/** Registration classes that are there, and those that the plan makes, by what it calls them. */
function registrationsOf(changes: readonly Change[], directory: Directory): ReadonlySet<string> {
  const made = changes.filter((it) => it.recordKind === 'class' && it.operation === 'create' && it.after.fields['kind'] === 'registration')
  return new Set([...registrationClasses(directory), ...made.map((it) => it.recordId ?? `${NEW_CLASS}${it.source?.id}`)])
}

function readField(fields: object, name: string): string | number | boolean | null | readonly string[] {
  // fields of directory records are JSON values by their types
  return (fields as Record<string, string | number | boolean | null | readonly string[]>)[name] ?? null
}

function sourceKey({ recordKind, source }: DirectoryLink): string {
  return `${recordKind} ${source.connection} ${source.kind} ${source.id}`
}
