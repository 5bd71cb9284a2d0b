import type { Problem, ProblemCode } from '../../kernel/index.ts'

/** Places told of one kind of problem; the rest are counted. */
export const PLACES_MAX = 20

/** What is wrong in one file: the first places of each kind of problem, and how many more there are. Bounded, however long the file. */
export interface Problems {
  readonly told: readonly Problem[]
  readonly more: readonly (readonly [code: ProblemCode, count: number])[]
}

/** Collects the problems of one kind of place after the other. */
export class ProblemList {
  private readonly byCode = new Map<ProblemCode, { readonly told: Problem[]; more: number }>()

  add(problem: Problem): void {
    const known = this.of(problem.code)
    if (known.told.length < PLACES_MAX) known.told.push(problem)
    else known.more += 1
  }

  /** Problems that are counted and not told. */
  addMore(code: ProblemCode, count: number): void {
    if (count > 0) this.of(code).more += count
  }

  /** In the order of their lines. */
  problems(): Problems {
    const kinds = [...this.byCode]
    return {
      told: kinds.flatMap(([, { told }]) => told).sort((one, other) => (one.line ?? 0) - (other.line ?? 0)),
      more: kinds.map(([code, { more }]) => [code, more] as const),
    }
  }

  private of(code: ProblemCode): { readonly told: Problem[]; more: number } {
    const known = this.byCode.get(code) ?? { told: [], more: 0 }
    this.byCode.set(code, known)
    return known
  }
}
