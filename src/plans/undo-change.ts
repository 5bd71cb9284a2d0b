import type { Directory, LoggedChange } from '../directory/index.ts'
import { type Fields, isSame } from '../roster/index.ts'
import { type LinkIndex, linkState } from './link-index.ts'
import { type Change, enrolmentKey, type PlannedEnrolment, type PlannedLink, type PlannedState, type Population } from './plan.ts'
import { isRegistration } from './registration.ts'

/** A record as it stands now, seen from one change that was made to it. */
export interface CurrentState {
  readonly fields: Fields
  readonly enrolments: ReadonlyMap<string, PlannedEnrolment>
  readonly link: PlannedLink
}

/** What a change is about as it stands now; null where the record is gone. */
export function currentState(it: LoggedChange, directory: Directory, links: LinkIndex): CurrentState | null {
  const person = it.recordKind === 'person' ? directory.people.get(it.recordId) : undefined
  const held = person ?? (it.recordKind === 'class' ? directory.classes.get(it.recordId) : directory.yearGroups.get(it.recordId))
  if (held === undefined) return null
  return {
    fields: person === undefined ? { ...held.fields } : { kind: person.kind, mergedInto: person.mergedInto ?? null, ...person.fields },
    enrolments: new Map((person?.enrolments ?? []).map((enrolment) => [enrolmentKey(enrolment), enrolment])),
    link: it.source === null ? { state: 'none' } : linkState(links, it, it.source),
  }
}

/** Takes a created record out again; one that was edited since stays, with its access off (D27). Gives what stays. */
export function undoCreate(it: LoggedChange, current: CurrentState): readonly [Change, readonly string[]] {
  const edited = Object.keys(it.after.fields).filter((name) => !isSame(it.after.fields[name] ?? null, current.fields[name] ?? null))
  const made = new Set(it.after.enrolments.map(enrolmentKey))
  const isSameMembers = made.size === current.enrolments.size && [...made].every((key) => current.enrolments.has(key))
  const isSameLink = it.after.link === null || it.after.link.state === current.link.state
  const isMerged = typeof current.fields['mergedInto'] === 'string'
  if (edited.length === 0 && isSameMembers && isSameLink && !isMerged)
    return [reverse(it, 'remove', { before: it.after, after: it.before }, current), []]
  const stays = [...edited, ...(isSameMembers ? [] : ['enrolments']), ...(isSameLink ? [] : ['link']), ...(isMerged ? ['mergedInto'] : [])]
  const isOff = it.recordKind !== 'person' || current.fields['status'] === 'disabled'
  const before: PlannedState = {
    fields: isOff ? {} : { status: current.fields['status'] ?? null },
    enrolments: [],
    link: current.link.state === 'live' ? { state: 'live' } : null,
  }
  const after: PlannedState = {
    fields: isOff ? {} : { status: 'disabled' },
    enrolments: [],
    link: before.link === null ? null : { state: 'unmatched' },
  }
  return [reverse(it, 'revert', { before, after }, current), stays]
}

/** Takes a change back, but for the values that were edited since. Gives what stays. */
export function undoUpdate(
  it: LoggedChange,
  { current, registrations }: { readonly current: CurrentState; readonly registrations: ReadonlySet<string> },
): readonly [Change, readonly string[]] {
  const names = Object.keys(it.after.fields)
  const still = names.filter((name) => isSame(it.after.fields[name] ?? null, current.fields[name] ?? null))
  const begun = it.after.enrolments.filter((enrolment) => current.enrolments.has(enrolmentKey(enrolment)))
  const ended = it.before.enrolments.filter((enrolment) => !current.enrolments.has(enrolmentKey(enrolment)))
  const isMembersSame = begun.length === it.after.enrolments.length && ended.length === it.before.enrolments.length
  // a pupil has one registration class: once edited it stays, and the earlier one with it
  const isMoved = it.after.enrolments.some((enrolment) => isRegistration(enrolment, registrations) && !begun.includes(enrolment))
  const restored = isMoved ? ended.filter((enrolment) => !isRegistration(enrolment, registrations)) : ended
  const isLinkSame = it.after.link === null || it.after.link.state === current.link.state
  const fields = (from: Fields): Fields => Object.fromEntries(still.map((name) => [name, from[name] ?? null]))
  const before: PlannedState = { fields: fields(it.after.fields), enrolments: begun, link: isLinkSame ? it.after.link : null }
  const after: PlannedState = { fields: fields(it.before.fields), enrolments: restored, link: isLinkSame ? it.before.link : null }
  const stays = [
    ...names.filter((name) => !still.includes(name)),
    ...(isMembersSame ? [] : ['enrolments']),
    ...(isLinkSame ? [] : ['link']),
  ]
  return [reverse(it, 'revert', { before, after }, current), stays]
}

/** Makes a removed record again. */
export function undoRemove(it: LoggedChange): Change {
  return reverse(it, 'create', { before: it.after, after: it.before }, null)
}

function reverse(
  it: LoggedChange,
  operation: 'create' | 'remove' | 'revert',
  states: Pick<Change, 'before' | 'after'>,
  current: CurrentState | null,
): Change {
  const { recordKind, recordId, source } = it
  return {
    key: `${recordKind} ${operation} ${recordId} ${source === null ? '' : `${source.connection} ${source.kind} ${source.id}`}`,
    recordKind,
    population: populationOf(it, current),
    operation,
    recordId,
    source,
    ...states,
    reason: { code: `undo.${operation}`, params: {} },
  }
}

function populationOf({ recordKind, source }: LoggedChange, current: CurrentState | null): Population {
  if (recordKind !== 'person') return recordKind
  return (source?.kind ?? current?.fields['kind']) === 'staff' ? 'staff' : 'pupil'
}
