import type { Directory, DirectoryPerson } from '../directory/index.ts'
import { difference, type Fields, fieldsOwnedBySource, PERSON_FIELDS } from '../roster/index.ts'
import { byKey } from './build-plan.ts'
import { indexLinks, type LinkIndex } from './link-index.ts'
import type { Merge } from './merge.ts'
import { type LinkChange, liveLink, mergedLinks } from './merge-links.ts'
import { type Change, enrolmentKey, NOTHING, type PlannedEnrolment, type PlannedState } from './plan.ts'
import { isRegistration, registrationClasses } from './registration.ts'

/**
 * The plan that makes each group of records one person (D26). The kept record gets what it lacks, the memberships and the links
 * of the others; they stay as they were, point to it, and are in no class. Nothing is deleted, so that an undo gives back all.
 * Groups do not overlap, and nobody in them was merged before.
 */
export function buildMerge(merges: readonly Merge[], directory: Directory): readonly Change[] {
  const links = indexLinks(directory.links)
  return merges.flatMap((merge) => mergeOne(merge, directory, links)).sort(byKey)
}

function mergeOne(merge: Merge, directory: Directory, links: LinkIndex): readonly Change[] {
  const [keep, ...others] = [merge.keep, ...merge.others].flatMap((id) => directory.people.get(id) ?? [])
  if (keep === undefined) return []
  const all = [keep, ...others]
  const synced = all.find((it) => liveLink(links, it.id) !== undefined)
  const ordered = synced === undefined ? all : [synced, ...all.filter((it) => it !== synced)]
  const fields = difference({ ...keep.fields }, fieldsOf(keep, { all, synced, take: merge.take ?? {} }))
  const places = placesOf(keep, ordered, registrationClasses(directory))
  const ids = new Set(merge.others)
  const followers = [...directory.people.values()].filter((it) => it.mergedInto !== undefined && ids.has(it.mergedInto))
  const linked = mergedLinks(all, links)
  const state = (side: 'before' | 'after'): PlannedState => ({ fields: fields[side], enrolments: places[side], link: null })
  return [
    ...changesOf(keep, { before: state('before'), after: state('after') }, { links: linked.get(keep.id) ?? [], into: keep.id }),
    ...others.flatMap((it) => {
      const before = { ...NOTHING, fields: { mergedInto: null }, enrolments: it.enrolments }
      const after = { ...NOTHING, fields: { mergedInto: keep.id } }
      return changesOf(it, { before, after }, { links: linked.get(it.id) ?? [], into: keep.id })
    }),
    ...followers.flatMap((it) => {
      const before = { ...NOTHING, fields: { mergedInto: it.mergedInto ?? null } }
      return changesOf(it, { before, after: { ...NOTHING, fields: { mergedInto: keep.id } } }, { links: [], into: keep.id })
    }),
  ]
}

/** The record's change with its first link, and one change for each further link. */
function changesOf(
  { id, kind }: DirectoryPerson,
  { before, after }: Pick<Change, 'before' | 'after'>,
  { links: [first, ...more], into }: { readonly links: readonly LinkChange[]; readonly into: string },
): readonly Change[] {
  const base = { recordKind: 'person', population: kind, operation: 'merge', recordId: id } as const
  const reason = { code: id === into ? 'person.merged_here' : 'person.merged_away', params: { into } }
  const key = (link: LinkChange): string => `person merge ${id} ${link.source.connection} ${link.source.kind} ${link.source.id}`
  const main: Change = {
    ...{ ...base, key: `person merge ${id}`, source: first?.source ?? null, reason },
    before: { ...before, link: first?.before ?? null },
    after: { ...after, link: first?.after ?? null },
  }
  return [
    main,
    ...more.map((link): Change => {
      const states = { before: { ...NOTHING, link: link.before }, after: { ...NOTHING, link: link.after } }
      return { ...base, key: key(link), source: link.source, reason, ...states }
    }),
  ]
}

interface Values {
  readonly all: readonly DirectoryPerson[]
  /** Whose link stays. */
  readonly synced: DirectoryPerson | undefined
  readonly take: NonNullable<Merge['take']>
}

/** What the source owns comes from whom it names; else what was chosen, what the kept record has, what another has. */
function fieldsOf(keep: DirectoryPerson, { all, synced, take }: Values): Fields {
  const owned: readonly string[] = synced === undefined ? [] : fieldsOwnedBySource(keep.kind, keep)
  return Object.fromEntries(
    PERSON_FIELDS.map((field) => {
      const chosen = all.find((it) => it.id === take[field])
      const first = owned.includes(field) ? synced : (chosen ?? keep)
      const value = first?.fields[field] ?? [keep, ...all].map((it) => it.fields[field]).find((it) => it !== null)
      return [field, value ?? null]
    }),
  )
}

/** Memberships that end and begin: of two registration classes that of the record that is synced, else that of the kept one. */
function placesOf(
  keep: DirectoryPerson,
  ordered: readonly DirectoryPerson[],
  registrations: ReadonlySet<string>,
): { readonly before: readonly PlannedEnrolment[]; readonly after: readonly PlannedEnrolment[] } {
  const wanted: PlannedEnrolment[] = []
  for (const it of ordered.flatMap((person) => person.enrolments)) {
    const isThere = wanted.some((other) => other.class === it.class && other.role === it.role)
    const isSecond = isRegistration(it, registrations) && wanted.some((other) => isRegistration(other, registrations))
    if (!isThere && !isSecond) wanted.push(it)
  }
  const [wantedKeys, heldKeys] = [new Set(wanted.map(enrolmentKey)), new Set(keep.enrolments.map(enrolmentKey))]
  return {
    before: keep.enrolments.filter((it) => !wantedKeys.has(enrolmentKey(it))),
    after: wanted.filter((it) => !heldKeys.has(enrolmentKey(it))),
  }
}
