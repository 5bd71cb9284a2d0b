import type { ClassesAnswer } from '../../../../../src/contract/index.ts'
import { nameOfNewClass } from '../../../../../src/roster/index.ts'

/** One class of the MIS, and what becomes of it. */
export type ClassRow = ClassesAnswer['rows'][number]
/** How new classes are called. */
export type Naming = ClassesAnswer['naming']

/** What a person chose for one class. */
export interface ClassChoice {
  readonly isSetUp: boolean
  /** The class of ours; null: a new one. */
  readonly target: string | null
  /** Our name stays though the MIS has another. */
  readonly keepsName: boolean
  /** What it is described as from this sync on (S-96); null: as it is. An empty text is none. */
  readonly described: string | null
}

/** A class with what was chosen for it. */
export type ChosenClass = Omit<ClassRow, keyof ClassChoice> & ClassChoice

/** What the columns of the classes panel need to know of the form around them. */
export interface ClassForm {
  readonly ours: ClassesAnswer['ours']
  readonly naming: Naming
  /** Of what is left out of a choice, what was chosen before stays. */
  choose(row: ChosenClass, choice: Partial<ClassChoice>): void
}

/** What was chosen so far, by the class's id. */
export type ClassChoices = Readonly<Record<string, ClassChoice>>

/** What holds for a class: what was chosen, else as it was. */
export function chosen(row: Pick<ClassRow, 'id' | keyof ClassChoice>, said: ClassChoices): ClassChoice {
  return said[row.id] ?? { isSetUp: row.isSetUp, target: row.target?.id ?? null, keepsName: row.keepsName, described: row.described }
}

/** What is chosen for a class once this is chosen too. */
export function withChoice({ isSetUp, target, keepsName, described }: ClassChoice, choice: Partial<ClassChoice>): ClassChoice {
  return { isSetUp, target, keepsName, described, ...choice }
}

/** A class of ours is chosen: it keeps its name until somebody says otherwise. Null: a new class. */
export function choose(target: string | null): Omit<ClassChoice, 'described'> {
  return { isSetUp: true, target, keepsName: target !== null }
}

/** These classes set up, or not. */
export function setUpAll(rows: readonly (ClassChoice & { readonly id: string })[], said: ClassChoices, isSetUp: boolean): ClassChoices {
  return { ...said, ...Object.fromEntries(rows.map((row) => [row.id, withChoice(row, { isSetUp })])) }
}

/** How a class will be described once it is synced as it is chosen now: by what was said here, else as the MIS does or as it is. */
export function descriptionOf(
  { described, description, target }: Pick<ChosenClass, 'described' | 'description' | 'target'>,
  ours: ClassesAnswer['ours'],
): string | null {
  if (described !== null) return described || null
  const held = ours.find((it) => it.id === target)
  if (held === undefined) return description
  return held.ownsDescription ? held.description : (description ?? held.description)
}

/** Classes that were sent to a class of ours that another one goes to already. */
export function clashes<Row extends Pick<ClassChoice, 'isSetUp' | 'target'>>(rows: readonly Row[]): readonly Row[] {
  const taken = new Set<string>()
  return rows.filter(({ isSetUp, target }) => {
    if (!isSetUp || target === null) return false
    const isTwice = taken.has(target)
    taken.add(target)
    return isTwice
  })
}

/** What will happen to a class as it is chosen now. */
export function effectOf(row: Omit<ClassChoice, 'described'> & Pick<ClassRow, 'name'>, ours: ClassesAnswer['ours']): ClassRow['effect'] {
  if (!row.isSetUp) return 'not_synced'
  const target = ours.find((it) => it.id === row.target)
  if (target === undefined) return 'new'
  return target.name === row.name || row.keepsName ? 'keep' : 'rename'
}

/** Classes of ours that a class would stand beside under nearly the same name, if it is made anew (S-95). */
export function doubles(row: Pick<ClassChoice, 'isSetUp' | 'target'> & Pick<ClassRow, 'near'>): ClassRow['near'] {
  return row.isSetUp && row.target === null ? row.near : []
}

/** What a class is called here once it is made. */
export function newName(row: Pick<ClassRow, 'name' | 'yearGroup'>, naming: Naming): string {
  return nameOfNewClass(naming, row)
}

/** The subjects that classes are taught in, by name; none where the MIS names none. */
export function subjectsOf(rows: readonly Pick<ClassRow, 'subject'>[]): readonly string[] {
  const named = rows.flatMap(({ subject }) => (subject === null ? [] : [subject]))
  return [...new Set(named)].sort((a, b) => a.localeCompare(b, 'en'))
}

/** The classes whose names hold what was typed, of one subject or of any (empty). */
export function shownClasses<Row extends Pick<ClassRow, 'name' | 'subject'>>(
  rows: readonly Row[],
  q: string,
  subject: string,
): readonly Row[] {
  const typed = q.trim().toLowerCase()
  return rows.filter((it) => it.name.toLowerCase().includes(typed) && (subject === '' || it.subject === subject))
}
