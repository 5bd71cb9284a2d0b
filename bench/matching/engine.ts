/** What one process used, or several together. Null where the system does not tell. */
export interface Usage {
  readonly seconds: number
  readonly cpuSeconds: number | null
  readonly peakMb: number | null
}

export const FAMILIES = ['muster', 'duckdb', 'postgres', 'all-pairs', 'python'] as const
/** What `--only` calls an engine. */
export type Family = (typeof FAMILIES)[number]

/** One way of matching `directory.csv` and `source.csv` of a folder, as a process of its own, from files to a file. */
export interface Engine {
  readonly name: string
  readonly family: Family
  readonly version: string
  /** Where it leaves its pairs, in the folder. */
  readonly pairsFile: string
  /** Statuses in the third column that are matches; null where every pair is one. */
  readonly statuses: readonly string[] | null
  /** More people than this on a side are not asked of it: with schools, and without. */
  readonly peopleMax: { readonly withSchool: number; readonly withoutSchool: number }
  measure(folder: string, hasSchools: boolean): Promise<Usage>
}

/** An engine that cannot be had on this machine, and why. */
export interface MissingEngine {
  readonly name: string
  readonly family: Family
  readonly reason: string
}

export const ANY_NUMBER = { withSchool: Number.POSITIVE_INFINITY, withoutSchool: Number.POSITIVE_INFINITY }
