import type { MergePlan } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import type { DirectoryPerson } from '../directory/index.ts'
import type { Change } from '../plans/index.ts'
import { type PeoplePlan, type SplitPlan, shownFields } from '../runs/index.ts'
import { shownName } from './person-standing.ts'
import { readRecordNames } from './record-names.store.ts'

type Person = MergePlan['people'][number]

/** What merging would do, person by person, as people read it. */
export async function presentMergePlan(tx: SchoolTx, plan: PeoplePlan): Promise<MergePlan> {
  return present(tx, plan, () => [])
}

/** What splitting would give back, and what stays as it is because it was changed since. */
export async function presentSplitPlan(tx: SchoolTx, plan: SplitPlan): Promise<MergePlan> {
  return present(tx, plan, (ids) => [...new Set(plan.kept.filter((it) => ids.includes(it.recordId)).flatMap((it) => it.what))])
}

async function present(tx: SchoolTx, plan: PeoplePlan, staysOf: (ids: readonly string[]) => readonly string[]): Promise<MergePlan> {
  const names = await readRecordNames(tx)
  const groups = new Map<string, Change[]>()
  for (const change of plan.changes) {
    const into = change.reason.params['into'] ?? ''
    groups.set(into, [...(groups.get(into) ?? []), change])
  }
  const people = [...groups].flatMap(([id, changes]): Person[] => {
    const kept = plan.directory.people.get(id)
    if (kept === undefined) return []
    const own = changes.filter((it) => it.recordId === id)
    const others = [...new Set(changes.flatMap((it) => (it.recordId === null || it.recordId === id ? [] : [it.recordId])))]
    return [
      {
        ...{ id, kind: kept.kind, name: nameOf(kept) },
        others: others.map((other) => ({ id: other, name: nameOf(plan.directory.people.get(other)) })),
        fields: own.flatMap((it) => shownFields(it, names)),
        link: linkOf(id, own, plan),
        secondRecords: own.filter((it) => it.after.link?.state === 'merged').length,
        stays: staysOf([id, ...others]).flatMap(shownStay),
      },
    ]
  })
  return { planHash: plan.planHash, people }
}

/** Whose link with the source the person has once the plan is carried out. */
function linkOf(id: string, own: readonly Change[], { directory }: PeoplePlan): Person['link'] {
  if (own.some((it) => it.after.link?.state === 'live' || it.before.link?.state === 'live')) return 'moves'
  const isLinked = directory.links.some((it) => it.recordKind === 'person' && it.recordId === id && it.endReason === null)
  return isLinked ? 'stays' : 'none'
}

/** Memberships are called classes; how a link stands is said by itself. */
function shownStay(what: string): readonly string[] {
  if (what === 'link' || what === 'mergedInto') return []
  return [what === 'enrolments' ? 'classes' : what]
}

function nameOf(person: DirectoryPerson | undefined): string {
  return person === undefined ? '' : shownName(person.fields)
}
