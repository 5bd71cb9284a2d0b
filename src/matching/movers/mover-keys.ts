import { fullNameKeys } from '../comparisons/index.ts'
import { dayOf, monthOf, type People, packBirth, yearOf } from '../people/index.ts'
import type { Run } from '../run.ts'

type Note = (kind: number, value: number, more: number) => void

const KEY = { upn: 0, email: 1, birth: 2, names: 3, surname: 4 } as const
/** Kinds from here on are of surname, birth year and initial: the initial is added. */
const KINDS = 5

/** Whether a key of this kind is a block, which says less than an identifier. */
export function isBlock(kind: number): boolean {
  return kind >= KEY.birth
}

/** Whether it is the block of all words of the two names, in any order. */
export function isOfNames(kind: number): boolean {
  return kind === KEY.names
}

/**
 * What two records of different schools must share to be looked at: a permanent UPN or an address that names one person, or
 * one of three blocks that forgive day and month or forename and surname in each other's place (MATCHING.md 2).
 */
export class MoverKeys {
  private readonly run: Run
  private readonly names = new Map<string, number>()

  constructor(run: Run) {
    this.run = run
  }

  of(people: People, row: number, note: Note): void {
    this.identifiers(people, row, note)
    const { vocabulary } = this.run.sides
    for (const key of fullNameKeys(vocabulary.names, people, row)) note(KEY.names, this.codeOf(key), 0)
    const birth = people.birth[row] ?? 0
    if (birth === 0) return
    const [year, month, day] = [yearOf(birth), monthOf(birth), dayOf(birth)]
    note(KEY.birth, packBirth(year, Math.min(month, day), Math.max(month, day)), 0)
    const initials = new Set([people.firstName[row] ?? -1, people.knownFirstName[row] ?? -1].flatMap((it) => this.initialOf(it)))
    for (const surname of this.run.around.surnames(people, row)) {
      for (const initial of initials) note(KEY.surname + KINDS * initial, surname, year)
    }
  }

  private identifiers(people: People, row: number, note: Note): void {
    const { model, sides } = this.run
    for (const upn of new Set([people.upn[row] ?? -1, people.formerUpn[row] ?? -1])) {
      if (upn >= 0 && !model.upns.has(upn) && sides.vocabulary.upnKindOf(upn) === 'permanent') note(KEY.upn, upn, 0)
    }
    const email = people.email[row] ?? -1
    if (email >= 0 && !model.emails.has(email)) note(KEY.email, email, 0)
  }

  private initialOf(spelling: number): number[] {
    return spelling < 0 ? [] : [this.run.sides.vocabulary.names.nameOf(spelling).text.codePointAt(0) ?? 0]
  }

  private codeOf(key: string): number {
    const code = this.names.get(key) ?? this.names.size
    this.names.set(key, code)
    return code
  }
}
