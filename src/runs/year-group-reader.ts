import type { SchoolTx } from '../db/index.ts'
import { foldName } from '../kernel/index.ts'
import { readYearGroupMap } from '../review/index.ts'
import { isNursery, readYearGroup, type YearGroup } from '../roster/index.ts'
import type { School, SchoolSettings } from '../schools/index.ts'
import type { ReadYearGroup } from '../snapshots/index.ts'

/** How a school reads year groups: what people said first (S-85), then the code set of its vocabulary (D33). */
export interface YearGroupReader {
  of(raw: string): Pick<YearGroup, 'code' | 'name' | 'order'> | null
  readonly check: ReadYearGroup
  /** What people said about a spelling; undefined: nobody said anything. */
  said(raw: string): string | null | undefined
  /** Whether it was said in this run, and not remembered from an earlier one. */
  isSaidNow(raw: string): boolean
}

/** What a person says of a year group whose pupils are not synced. No code set has a code like it. */
export const NOT_SYNCED = 'not_synced'

/** The reader of one school, with what people said about its spellings, in a run before it is applied, or earlier. */
export async function yearGroupReader(
  tx: SchoolTx,
  it: { readonly school: School; readonly settings: SchoolSettings; readonly said: Readonly<Record<string, string | null>> },
): Promise<YearGroupReader> {
  const said = new Map([...(await readYearGroupMap(tx)), ...Object.entries(it.said)])
  return yearGroupReaderOf(said, it.school, { ...it.settings, saidNow: new Set(Object.keys(it.said)) })
}

/** @param said folded spelling to code, or `NOT_SYNCED`; null: these people have no year group here; `saidNow` names those of this run */
export function yearGroupReaderOf(
  said: ReadonlyMap<string, string | null>,
  school: Pick<School, 'vocabulary'>,
  settings: Pick<SchoolSettings, 'includeNursery'> & { readonly saidNow?: ReadonlySet<string> },
): YearGroupReader {
  const includesNursery = isNurserySynced(school, settings)
  const of = (raw: string): Pick<YearGroup, 'code' | 'name' | 'order'> | null => {
    const code = said.get(foldName(raw))
    if (code === NOT_SYNCED) return null
    const group = readYearGroup(code ?? (code === null ? '' : raw), school.vocabulary)
    if (typeof group === 'string') return null
    return code === undefined || code === null ? group : { ...group, name: raw } // S-87: a mapped name is the MIS's own
  }
  const check: ReadYearGroup = (raw) => {
    if (said.get(foldName(raw)) === NOT_SYNCED) return { kind: 'left_out' }
    const group = of(raw)
    if (group === null) return { kind: said.has(foldName(raw)) || readYearGroup(raw, school.vocabulary) === 'none' ? 'none' : 'unknown' }
    // a person who places a spelling in the nursery wants it synced
    const isLeftOut = isNursery(group.code) && !includesNursery && !said.has(foldName(raw))
    return isLeftOut ? { kind: 'nursery' } : { kind: 'code', code: group.code }
  }
  return { of, check, said: (raw) => said.get(foldName(raw)), isSaidNow: (raw) => settings.saidNow?.has(foldName(raw)) ?? false }
}

/** S-89: nursery is synced where the school said so; where it said nothing, in America, where it is a grade. */
export function isNurserySynced(school: Pick<School, 'vocabulary'>, { includeNursery }: Pick<SchoolSettings, 'includeNursery'>): boolean {
  return includeNursery ?? school.vocabulary === 'en-US'
}
