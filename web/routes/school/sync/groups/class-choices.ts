import type { ClassesAnswer } from '../../../../../src/contract/index.ts'

/** One class of the MIS, and what becomes of it. */
export type ClassRow = ClassesAnswer['rows'][number]

/** What a person chose for one class. */
export interface ClassChoice {
  readonly isSetUp: boolean
  /** The class of ours; null: a new one. */
  readonly target: string | null
}

/** What was chosen so far, by the class's id. */
export type ClassChoices = Readonly<Record<string, ClassChoice>>

/** What holds for a class: what was chosen, else as it was. */
export function chosen(row: Pick<ClassRow, 'id' | 'isSetUp' | 'target'>, said: ClassChoices): ClassChoice {
  return said[row.id] ?? { isSetUp: row.isSetUp, target: row.target?.id ?? null }
}

/** All classes set up, or none. */
export function setUpAll(rows: readonly (ClassChoice & { readonly id: string })[], said: ClassChoices, isSetUp: boolean): ClassChoices {
  return { ...said, ...Object.fromEntries(rows.map(({ id, target }) => [id, { target, isSetUp }])) }
}

/** Classes that were sent to a class of ours that another one goes to already. */
export function clashes<Row extends ClassChoice>(rows: readonly Row[]): readonly Row[] {
  const taken = new Set<string>()
  return rows.filter(({ isSetUp, target }) => {
    if (!isSetUp || target === null) return false
    const isTwice = taken.has(target)
    taken.add(target)
    return isTwice
  })
}

/** What will happen to a class as it is chosen now. */
export function effectOf(row: ClassChoice & Pick<ClassRow, 'name'>, ours: ClassesAnswer['ours']): ClassRow['effect'] {
  if (!row.isSetUp) return 'not_synced'
  const target = ours.find((it) => it.id === row.target)
  if (target === undefined) return 'new'
  return target.name === row.name ? 'keep' : 'rename'
}
