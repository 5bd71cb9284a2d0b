import { difference, type Fields } from '../roster/index.ts'
import { linkState } from './link-index.ts'
import { type Change, isEmpty, NOTHING } from './plan.ts'
import { type PlanInput, sourceRef } from './plan-input.ts'

/**
 * Year groups that synced pupils need (S-88: a year group in use is never taken away), with the MIS's name where it
 * differs from ours (S-87).
 *
 * @param used year groups as the source spells them, of people this plan creates or keeps equal
 */
export function planYearGroups(input: PlanInput, used: readonly string[]): readonly Change[] {
  const wanted = new Map<string, Fields>()
  for (const raw of [...used].sort()) {
    const group = input.yearGroup(raw)
    if (group !== null && !wanted.has(group.code)) wanted.set(group.code, { name: group.name, position: group.order })
  }
  return [...wanted]
    .map(([code, fields]): Change => {
      const held = input.directory.yearGroups.get(code)
      const base = { recordKind: 'year_group', population: 'year_group', source: sourceRef(input, 'year_group', code) } as const
      if (held === undefined) {
        const before = { ...NOTHING, link: { state: 'none' as const } }
        const after = { ...NOTHING, fields, link: { state: 'live' as const } }
        return {
          ...base,
          key: `year_group create ${code}`,
          operation: 'create',
          recordId: null,
          before,
          after,
          reason: { code: 'year_group.used', params: {} },
        }
      }
      const { before, after } = difference({ ...held.fields }, fields)
      const was = linkState(input.links, { recordKind: 'year_group', recordId: code }, base.source)
      const links = was.state === 'live' ? null : { before: was, after: { state: 'live' as const } }
      return {
        ...base,
        key: `year_group ${links === null ? 'update' : 'link'} ${code}`,
        operation: links === null ? 'update' : 'link',
        recordId: code,
        before: { ...NOTHING, fields: before, link: links?.before ?? null },
        after: { ...NOTHING, fields: after, link: links?.after ?? null },
        reason: { code: 'year_group.named_by_source', params: {} },
      }
    })
    .filter((it) => !isEmpty(it))
}
