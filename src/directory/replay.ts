import type { PersonFields, PersonKind } from '../roster/index.ts'
import type { ClassFields, Directory, DirectoryClass, DirectoryLink, DirectoryPerson, DirectoryYearGroup, Enrolment } from './directory.ts'
import type { RecordChange } from './record-state.ts'

/**
 * What we held before these changes were made: each is taken back, the newest first. Pure, and exact: whatever writes the
 * directory notes what it was. Which fields of a person a school owns itself (`localFields`) is not noted, and stays as it is now.
 *
 * @param changes newest first, without a gap up to now
 */
export function replayBackwards(now: Directory, changes: readonly RecordChange[]): Directory {
  const draft: Draft = {
    people: new Map(now.people),
    classes: new Map(now.classes),
    yearGroups: new Map(now.yearGroups),
    links: new Map(now.links.map((it) => [linkKey(it), it])),
  }
  for (const change of changes) {
    takeRecordBack(draft, change)
    takeLinkBack(draft, change)
  }
  return { ...draft, links: [...draft.links.values()] }
}

interface Draft {
  readonly people: Map<string, DirectoryPerson>
  readonly classes: Map<string, DirectoryClass>
  readonly yearGroups: Map<string, DirectoryYearGroup>
  readonly links: Map<string, DirectoryLink>
}

function takeRecordBack(draft: Draft, change: RecordChange): void {
  const { recordKind, recordId, operation } = change
  const records = { person: draft.people, class: draft.classes, year_group: draft.yearGroups }[recordKind]
  if (operation === 'create') records.delete(recordId)
  else if (recordKind === 'person') draft.people.set(recordId, personBefore(draft.people.get(recordId), change))
  else if (recordKind === 'class') draft.classes.set(recordId, classBefore(draft.classes.get(recordId), change))
  else draft.yearGroups.set(recordId, { code: recordId, fields: fieldsBefore(draft.yearGroups.get(recordId), change) })
}

function personBefore(held: DirectoryPerson | undefined, { recordId, before, after }: RecordChange): DirectoryPerson {
  const { kind, mergedInto, ...fields } = before.fields
  const into = mergedInto === undefined ? held?.mergedInto : mergedInto
  const begun = new Set(after.enrolments.map(placeOf))
  const stayed = (held?.enrolments ?? []).filter((it) => !begun.has(placeOf(it)))
  return {
    id: recordId,
    // a removed person's before-values carry everything that a person has
    kind: held?.kind ?? (kind as PersonKind),
    fields: { ...held?.fields, ...fields } as PersonFields,
    localFields: held?.localFields ?? [],
    enrolments: [...stayed, ...before.enrolments],
    ...(typeof into === 'string' ? { mergedInto: into } : {}),
  }
}

function classBefore(held: DirectoryClass | undefined, change: RecordChange): DirectoryClass {
  // a class that was made without a field of its own says nothing of them
  return { id: change.recordId, fields: { ...{ localFields: [] }, ...fieldsBefore(held, change) } }
}

function fieldsBefore<Fields extends ClassFields | DirectoryYearGroup['fields']>(
  held: { readonly fields: Fields } | undefined,
  { before }: Pick<RecordChange, 'before'>,
): Fields {
  // fields of a change are those of its record
  return { ...held?.fields, ...before.fields } as unknown as Fields
}

function takeLinkBack({ links }: Draft, { recordKind, recordId, source, before: { link } }: RecordChange): void {
  if (source === null || link === null) return
  const key = linkKey({ recordKind, recordId, source })
  if (link.state === 'none') links.delete(key)
  else {
    const ended = link.state === 'live' ? { endReason: null, endedAt: null } : { endReason: link.state, endedAt: link.endedAt }
    links.set(key, { recordKind, recordId, source, ...ended })
  }
}

function placeOf(it: Enrolment): string {
  return `${it.class} ${it.role}`
}

function linkKey({ recordKind, recordId, source }: Pick<DirectoryLink, 'recordKind' | 'recordId' | 'source'>): string {
  return `${recordKind} ${recordId} ${source.connection} ${source.kind} ${source.id}`
}
