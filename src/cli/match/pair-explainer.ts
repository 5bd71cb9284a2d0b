import type { MatchPair, RivalRow, Sides } from '../../matching/index.ts'
import { explanationText, nameRival } from '../../wording/index.ts'

/** How reasons are written: in words, or with the bits behind them. */
export type Explain = 'words' | 'bits'

/** Words the explanation of a pair for its cell of the output. */
export class PairExplainer {
  private readonly sides: Sides
  private readonly bits: boolean

  constructor(sides: Sides, explain: Explain) {
    this.sides = sides
    this.bits = explain === 'bits'
  }

  textOf(pair: MatchPair, rival: RivalRow): string {
    return explanationText({ ...pair, rival: nameRival(pair, rival.row < 0 ? null : this.personAt(rival)) }, { bits: this.bits })
  }

  private personAt({ side, row }: RivalRow): { readonly name: string; readonly detail: string | null } {
    const { vocabulary, [side]: people } = this.sides
    const spellings = [people.firstName[row] ?? -1, people.lastName[row] ?? -1]
    const name = spellings.flatMap((it) => (it < 0 ? [] : [vocabulary.names.typedOf(it)])).join(' ')
    const group = people.registrationClass[row] ?? -1
    return { name: name === '' ? people.ids.textOf(row) : name, detail: group < 0 ? null : vocabulary.classes.typedOf(group) }
  }
}
