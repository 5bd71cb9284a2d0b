import type { SchoolTx } from '../db/index.ts'
import { fail, ok, type Problem, problem, type Result } from '../kernel/index.ts'
import { type Decision, decideAll } from '../review/index.ts'
import { type ClassNaming, recordKey } from '../roster/index.ts'
import { newId } from '../schools/index.ts'
import { type ClassPanel, type ClassRow, classesPanel } from './classes-panel.ts'
import { type PanelSave, takePanel } from './panel-save.ts'
import { type Reviewed, reviewAgain } from './review-again.ts'
import type { ReviewFacts } from './review-facts.ts'
import { withChoices } from './review-locked.ts'
import type { RunChoices } from './run.ts'

/** What a person said about the classes of one kind. */
export interface ClassesSaid {
  readonly kind: ClassPanel
  readonly rows: readonly ClassSaid[]
  /** Undefined: as it is. */
  readonly naming?: ClassNaming | undefined
  readonly archiveEmptied?: boolean | undefined
}

interface ClassSaid {
  readonly id: string
  readonly isSetUp: boolean
  /** The class of ours that it is; null: a new one. */
  readonly target: string | null
  /** Undefined: as it is. */
  readonly keepsName?: boolean | undefined
  /** S-96: what it is described as from this sync on; an empty text is none. Undefined: as it is. */
  readonly description?: string | undefined
}

/**
 * Says which classes are set up, which of ours they are and what they are called; only what differs from how it stands is
 * noted. What is said about single classes are decisions, which can be taken back; what is said about all is a choice of the run.
 */
export async function saveClasses(tx: SchoolTx, it: PanelSave<ClassesSaid>): Promise<Result<Reviewed, Problem>> {
  const taken = await takePanel(tx, it)
  if (!taken.ok) return taken
  const { locked, facts } = taken.value
  const { run } = locked
  const { said } = it
  const panel = classesPanel(run, facts, said.kind)
  const before = new Map(panel.rows.map((row) => [row.id, row]))
  if (said.rows.some(({ target }) => target !== null && facts.directory.classes.get(target)?.fields.kind !== said.kind))
    return fail(problem('review.unknown_choice'))
  if (said.rows.some(({ id }) => !before.has(id))) return fail(problem('review.unknown_choice'))
  const decisions = said.rows.flatMap((one) => decisionsAbout(one, before.get(one.id), facts))
  const changed: Pick<RunChoices, 'classNaming' | 'archiveEmptied'> = {
    ...(said.naming === undefined || isSameNaming(said.naming, panel.naming) ? {} : { classNaming: said.naming }),
    ...(said.archiveEmptied === undefined || said.archiveEmptied === panel.emptied.isArchiving
      ? {}
      : { archiveEmptied: said.archiveEmptied }),
  }
  if (decisions.length === 0 && Object.keys(changed).length === 0) return ok({ run, facts })
  const batch = { connectionId: run.connectionId, at: it.context.ids.clock(), batchId: newId(it.context.ids), runId: run.id }
  if (decisions.length > 0) await decideAll(tx, it.context.ids, { decisions, batch })
  return ok(await reviewAgain(tx, withChoices(locked, { ...run.options.choices, ...changed }), it.context))
}

function decisionsAbout(
  { id, isSetUp, target, keepsName, description }: ClassSaid,
  row: ClassRow | undefined,
  facts: ReviewFacts,
): readonly Decision[] {
  if (row === undefined || !facts.read.snapshot.current.has(recordKey('class', id))) return []
  const about = { sourceKind: 'class', sourceId: id } as const
  if (!isSetUp) return row.isSetUp ? [{ ...about, kind: 'leave_out', recordId: null }] : []
  const isSame = row.isSetUp && (row.target?.id ?? null) === target
  const place: readonly Decision[] = isSame
    ? []
    : [target === null ? { ...about, kind: 'import', recordId: null } : { ...about, kind: 'map_class', recordId: target }]
  const isNamed = target === null || keepsName === undefined || keepsName === (isSame && row.keepsName)
  const name: readonly Decision[] = isNamed ? [] : [{ ...about, kind: keepsName ? 'keep_name' : 'take_name', recordId: target }]
  const isDescribed = description === undefined || description.trim() === row.described
  const words: readonly Decision[] = isDescribed
    ? []
    : [{ ...about, kind: 'describe', recordId: null, typed: { description: description.trim() } }]
  return [...place, ...name, ...words]
}

function isSameNaming(a: ClassNaming, b: ClassNaming): boolean {
  return a.style === b.style && (a.style !== 'pattern' || a.pattern === b.pattern)
}
