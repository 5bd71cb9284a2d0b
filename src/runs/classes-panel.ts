import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { assertMayDo } from '../permission/index.ts'
import { NEW_CLASS, planClasses } from '../plans/index.ts'
import { computeRows, type Decision, decideAll } from '../review/index.ts'
import { recordKey } from '../roster/index.ts'
import { newId } from '../schools/index.ts'
import type { ClassBody } from '../snapshots/index.ts'
import { type Reviewed, reviewAgain } from './review-again.ts'
import { planInput, type ReviewFacts, readFacts, reviewInput } from './review-facts.ts'
import { lockSeenReview } from './review-locked.ts'
import type { Run } from './run.ts'
import type { RunContext } from './run-context.ts'

/** A class of the source, and what becomes of it (S-92, S-94). */
export interface ClassRow {
  /** Its id in the source. */
  readonly id: string
  readonly name: string
  readonly yearGroup: string | null
  readonly pupils: number
  readonly teachers: readonly string[]
  readonly isSetUp: boolean
  readonly target: { readonly id: string; readonly name: string } | null
  readonly effect: 'new' | 'keep' | 'rename' | 'not_synced'
  readonly isLinked: boolean
}

/** Registration and subject classes are separate kinds (S-97). */
export type ClassPanel = 'registration' | 'subject'

/** The classes of one kind that the source names, by name. */
export function classRows(run: Pick<Run, 'options'>, facts: ReviewFacts, kind: ClassPanel): readonly ClassRow[] {
  const plan = planInput(facts, { rows: computeRows(reviewInput(run.options, facts)), scope: 'all' })
  const { refs } = planClasses(plan)
  const linked = new Set(
    facts.directory.links
      .filter((it) => it.recordKind === 'class' && it.endReason === null && it.source.connection === plan.connection)
      .map((it) => it.source.id),
  )
  const members = membersOf(facts)
  return [...plan.source.values()]
    .flatMap((it) => (it.kind === 'class' && it.body.kind === kind ? [{ id: it.sourceId, body: it.body }] : []))
    .map(({ id, body }): ClassRow => {
      const ref = refs.get(id)
      const held = ref === undefined || ref.startsWith(NEW_CLASS) ? undefined : facts.directory.classes.get(ref)
      const { pupils, teachers } = members.get(id) ?? { pupils: 0, teachers: [] }
      const target = held === undefined ? null : { id: held.id, name: held.fields.name }
      const yearGroup = yearGroupsOf(body, facts)
      return {
        id,
        name: body.name,
        yearGroup,
        pupils,
        teachers,
        isSetUp: ref !== undefined,
        target,
        effect: effectOf(ref, target, body),
        isLinked: linked.has(id),
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1))
}

function effectOf(ref: string | undefined, target: ClassRow['target'], body: ClassBody): ClassRow['effect'] {
  if (ref === undefined) return 'not_synced'
  if (target === null) return 'new'
  return target.name === body.name ? 'keep' : 'rename'
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

/** Says which classes are set up and which of ours they are; only what differs from how it stands is noted. */
export async function saveClasses(
  tx: SchoolTx,
  it: {
    readonly runId: string
    /** The version that the caller has seen. */
    readonly seen: number
    readonly kind: ClassPanel
    readonly rows: readonly { readonly id: string; readonly isSetUp: boolean; readonly target: string | null }[]
    readonly context: RunContext
  },
): Promise<Result<Reviewed, Problem>> {
  assertMayDo(tx.scope, 'run.decide')
  const locked = await lockSeenReview(tx, it.runId, it.seen)
  if (!locked.ok) return locked
  const { run, school } = locked.value
  const facts = await readFacts(tx, run, { school, key: it.context.key })
  const before = new Map(classRows(run, facts, it.kind).map((row) => [row.id, row]))
  if (it.rows.some(({ target }) => target !== null && facts.directory.classes.get(target)?.fields.kind !== it.kind))
    return fail(problem('review.unknown_choice'))
  if (it.rows.some(({ id }) => !before.has(id))) return fail(problem('review.unknown_choice'))
  const decisions = it.rows.flatMap(({ id, isSetUp, target }): Decision[] => {
    const row = before.get(id)
    if (row === undefined || !facts.read.snapshot.current.has(recordKey('class', id))) return []
    const about = { sourceKind: 'class', sourceId: id } as const
    if (!isSetUp) return row.isSetUp ? [{ ...about, kind: 'leave_out', recordId: null }] : []
    if (row.isSetUp && (row.target?.id ?? null) === target) return []
    return [target === null ? { ...about, kind: 'import', recordId: null } : { ...about, kind: 'map_class', recordId: target }]
  })
  if (decisions.length === 0) return ok({ run, facts })
  const batch = { connectionId: run.connectionId, at: it.context.ids.clock(), batchId: newId(it.context.ids), runId: run.id }
  await decideAll(tx, it.context.ids, { decisions, batch })
  return ok(await reviewAgain(tx, locked.value, it.context))
}
