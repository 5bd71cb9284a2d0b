import type { Directory, DirectoryLink } from '../directory/index.ts'
import { type Change, enrolmentKey, indexLinks, NEW_CLASS, type PlannedEnrolment } from '../plans/index.ts'
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
  const vetoed = new Set(vetoes.map((it) => `${it.personId} ${it.sourceKind} ${it.sourceId}`))
  const unlinking = new Set(changes.filter((it) => it.after.link !== null && it.after.link.state !== 'live').map((it) => it.recordId))
  const registrations = registrationsOf(changes, directory)
  return changes.flatMap((change): readonly Drift[] => {
    const { source, recordId, after } = change
    const what =
      change.operation === 'create'
        ? driftOfNew(change, directory)
        : driftOfHeld(change, directory, links.of(change.recordKind, recordId ?? ''))
    if (after.link?.state === 'live' && source !== null && change.recordKind !== 'year_group') {
      const holder = liveSources.get(`${change.recordKind} ${source.connection} ${source.kind} ${source.id}`)
      if (holder !== undefined && holder !== recordId && !unlinking.has(holder)) what.push('link')
      if (recordId !== null && vetoed.has(`${recordId} ${source.kind} ${source.id}`)) what.push('veto')
    }
    if (!what.includes('enrolments') && isSecondPlace(change, directory, registrations)) what.push('enrolments')
    return what.length === 0 ? [] : [{ key: change.key, what }]
  })
}

function driftOfNew({ recordKind, recordId, source }: Change, { people, classes, yearGroups }: Directory): string[] {
  const id = recordId ?? (recordKind === 'year_group' ? (source?.id ?? '') : '')
  const isThere = { person: people, class: classes, year_group: yearGroups }[recordKind].has(id)
  return isThere ? ['record'] : []
}

function driftOfHeld(
  { recordKind, recordId, source, before, after }: Change,
  directory: Directory,
  links: readonly DirectoryLink[],
): string[] {
  const id = recordId ?? ''
  const person = directory.people.get(id)
  const held = { person: person?.fields, class: directory.classes.get(id)?.fields, year_group: directory.yearGroups.get(id)?.fields }[
    recordKind
  ]
  if (held === undefined) return ['record']
  const fields = { kind: person?.kind ?? null, ...held }
  const what = Object.entries(before.fields).flatMap(([name, value]) => (isSame(readField(fields, name), value) ? [] : [name]))
  const members = new Set((person?.enrolments ?? []).map(enrolmentKey))
  const ended = before.enrolments.every((it) => members.has(enrolmentKey(it)))
  const begun = after.enrolments.every((it) => !members.has(enrolmentKey(it)))
  if (!ended || !begun) what.push('enrolments')
  if (before.link !== null && source !== null) {
    const link = links.find(
      (it) => it.source.connection === source.connection && it.source.kind === source.kind && it.source.id === source.id,
    )
    if ((link === undefined ? 'none' : (link.endReason ?? 'live')) !== before.link.state) what.push('link')
  }
  return what
}

/** Registration classes that are there, and those that the plan makes, by what it calls them. */
function registrationsOf(changes: readonly Change[], { classes }: Directory): ReadonlySet<string> {
  const held = [...classes.values()].filter((it) => it.fields.kind === 'registration').map((it) => it.id)
  const made = changes.filter((it) => it.recordKind === 'class' && it.operation === 'create' && it.after.fields['kind'] === 'registration')
  return new Set([...held, ...made.map((it) => it.recordId ?? `${NEW_CLASS}${it.source?.id}`)])
}

/** Whether somebody would stand twice in one class, or in two registration classes: put there since the plan was made. */
function isSecondPlace({ recordId, before, after }: Change, { people }: Directory, registrations: ReadonlySet<string>): boolean {
  const ended = new Set(before.enrolments.map(enrolmentKey))
  const held = (people.get(recordId ?? '')?.enrolments ?? []).filter((it) => !ended.has(enrolmentKey(it)))
  const isRegistration = (it: PlannedEnrolment): boolean => it.role === 'pupil' && registrations.has(it.class)
  return after.enrolments.some((it) =>
    held.some((other) => (other.class === it.class && other.role === it.role) || (isRegistration(it) && isRegistration(other))),
  )
}

function readField(fields: object, name: string): string | number | boolean | null | readonly string[] {
  // fields of directory records are JSON values by their types
  return (fields as Record<string, string | number | boolean | null | readonly string[]>)[name] ?? null
}

function sourceKey({ recordKind, source }: DirectoryLink): string {
  return `${recordKind} ${source.connection} ${source.kind} ${source.id}`
}
