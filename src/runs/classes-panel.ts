import { buildPlan, emptiedClasses, NEW_CLASS, nearClasses, planClasses } from '../plans/index.ts'
import { computeRows } from '../review/index.ts'
import type { ClassNaming } from '../roster/index.ts'
import type { ClassBody } from '../snapshots/index.ts'
import { planInput, type ReviewFacts, reviewInput } from './review-facts.ts'
import type { Run } from './run.ts'

/** A class of ours, by its id. */
export interface NamedClass {
  readonly id: string
  readonly name: string
}

/** A class of the source, and what becomes of it (S-92, S-94). */
export interface ClassRow {
  /** Its id in the source. */
  readonly id: string
  readonly name: string
  readonly yearGroup: string | null
  /** Where the source says which subject is taught in it. */
  readonly subject: string | null
  readonly pupils: number
  readonly teachers: readonly string[]
  readonly isSetUp: boolean
  readonly target: NamedClass | null
  readonly effect: 'new' | 'keep' | 'rename' | 'not_synced'
  readonly isLinked: boolean
  /** Our name stays though the source has another. */
  readonly keepsName: boolean
  /** As the source describes it. */
  readonly description: string | null
  /** What somebody described it as in this run (S-96); null: nobody has. An empty text is none. */
  readonly described: string | null
  /** Classes of ours that it may be, nearest first: to be chosen by a person (S-95). Empty where it is one already. */
  readonly near: readonly NamedClass[]
}

/** Registration and subject classes are separate kinds (S-97). */
export type ClassPanel = 'registration' | 'subject'

/** The classes of one kind as a review stands, and what is chosen about all of them. */
export interface ClassesPanel {
  readonly rows: readonly ClassRow[]
  readonly naming: ClassNaming
  /** Classes of ours that this sync leaves without pupils (S-104), and whether they are archived. */
  readonly emptied: { readonly names: readonly string[]; readonly isArchiving: boolean }
}

/** The classes of one kind that the source names, by name. */
export function classesPanel(run: Pick<Run, 'options' | 'scope'>, facts: ReviewFacts, kind: ClassPanel): ClassesPanel {
  const rows = computeRows(reviewInput(run.options, facts))
  const input = planInput(facts, { rows, scope: 'all' })
  const planned = planClasses(input)
  const isLinked = new Set(
    facts.directory.links
      .filter((it) => it.recordKind === 'class' && it.endReason === null && it.source.connection === input.connection)
      .map((it) => it.source.id),
  )
  const free = freeClasses(facts, planned.refs, kind)
  const said = { refs: planned.refs, isLinked, members: membersOf(facts), free, facts, descriptions: input.classDescriptions }
  const own = planInput(facts, { rows, scope: run.scope })
  const emptied = emptiedClasses(own, planned, buildPlan({ ...own, archivesEmptied: false }))
  const names = [...emptied].flatMap((id) => {
    const fields = facts.directory.classes.get(id)?.fields
    return fields?.kind === kind ? [fields.name] : []
  })
  return {
    rows: [...input.source.values()]
      .flatMap((it) => (it.kind === 'class' && it.body.kind === kind ? [rowOf(it.sourceId, it.body, said)] : []))
      .sort((a, b) => byName(a, b) || (a.id < b.id ? -1 : 1)),
    naming: facts.settings.classNaming,
    emptied: { names: names.sort((a, b) => byName({ name: a }, { name: b })), isArchiving: facts.settings.archiveEmptied },
  }
}

interface Known {
  readonly refs: ReadonlyMap<string, string>
  readonly isLinked: ReadonlySet<string>
  readonly members: ReadonlyMap<string, { readonly pupils: number; readonly teachers: readonly string[] }>
  readonly free: readonly NamedClass[]
  readonly facts: ReviewFacts
  readonly descriptions: ReadonlyMap<string, string>
}

function rowOf(id: string, body: ClassBody, { refs, isLinked, members, free, facts, descriptions }: Known): ClassRow {
  const ref = refs.get(id)
  const held = ref === undefined || ref.startsWith(NEW_CLASS) ? undefined : facts.directory.classes.get(ref)
  const target = held === undefined ? null : { id: held.id, name: held.fields.name }
  const keepsName = held !== undefined && keepsNameOf(id, held.fields.localFields, facts)
  return {
    id,
    name: body.name,
    yearGroup: yearGroupsOf(body, facts),
    subject: body.subject ?? null,
    pupils: members.get(id)?.pupils ?? 0,
    teachers: members.get(id)?.teachers ?? [],
    isSetUp: ref !== undefined,
    target,
    effect: effectOf({ ref, target, keepsName }, body),
    isLinked: isLinked.has(id),
    keepsName,
    description: body.description,
    described: descriptions.get(id) ?? null,
    near: target === null ? nearClasses(body.name, free) : [],
  }
}

/** Classes of ours that no class of the source is, and that are in use. */
function freeClasses({ directory }: ReviewFacts, refs: ReadonlyMap<string, string>, kind: ClassPanel): readonly NamedClass[] {
  const taken = new Set(refs.values())
  return [...directory.classes.values()].flatMap(({ id, fields }) =>
    fields.kind !== kind || fields.isArchived || taken.has(id) ? [] : [{ id, name: fields.name }],
  )
}

function keepsNameOf(sourceId: string, localFields: readonly string[], { decisions }: ReviewFacts): boolean {
  const said = decisions.decisions.findLast(
    (it) => it.sourceKind === 'class' && it.sourceId === sourceId && (it.kind === 'keep_name' || it.kind === 'take_name'),
  )
  return said === undefined ? localFields.includes('name') : said.kind === 'keep_name'
}

function effectOf(
  { ref, target, keepsName }: { readonly ref: string | undefined; readonly target: ClassRow['target']; readonly keepsName: boolean },
  body: ClassBody,
): ClassRow['effect'] {
  if (ref === undefined) return 'not_synced'
  if (target === null) return 'new'
  return target.name === body.name || keepsName ? 'keep' : 'rename'
}

function yearGroupsOf({ yearGroups }: ClassBody, { years }: ReviewFacts): string | null {
  const names = yearGroups.map((raw) => years.of(raw)?.name ?? raw)
  return names.length === 0 ? null : names.join(', ')
}

function membersOf({ read }: ReviewFacts): ReadonlyMap<string, { pupils: number; teachers: string[] }> {
  const members = new Map<string, { pupils: number; teachers: string[] }>()
  for (const record of read.snapshot.current.values()) {
    if (record.kind === 'class') continue
    for (const { classSourceId, role } of record.body.enrolments ?? []) {
      const of = members.get(classSourceId) ?? { pupils: 0, teachers: [] }
      if (role === 'pupil') of.pupils += 1
      else of.teachers.push([record.body.fields.firstName, record.body.fields.lastName].filter(Boolean).join(' '))
      members.set(classSourceId, of)
    }
  }
  return members
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, 'en', { numeric: true })
}
