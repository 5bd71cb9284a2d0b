import { type PersonKind, recordKey } from '../roster/index.ts'
import type { SourceRecord } from '../snapshots/index.ts'
import type { Decision, TypedDetail, TypedFields } from './decision.ts'

const TYPED_DETAILS = ['email', 'name', 'birth_date'] as const satisfies readonly TypedDetail[]

const FIELDS = { email: ['email'], name: ['firstName', 'lastName'], birth_date: ['birthDate'] } as const satisfies Readonly<
  Record<TypedDetail, readonly (keyof TypedFields)[]>
>

/** The kind of decision that keeps a detail. */
export function supplying(detail: TypedDetail): `supply_${TypedDetail}` {
  return `supply_${detail}`
}

/** The one detail that these fields are; null: they are none, or more than one. */
export function detailOf(typed: TypedFields): TypedDetail | null {
  const named = Object.keys(typed)
  const detail = TYPED_DETAILS.find((it) => FIELDS[it].some((field) => field === named[0]))
  return detail !== undefined && named.every((field) => FIELDS[detail].some((it) => it === field)) ? detail : null
}

/** Records of the source with what people typed where it has nothing, and what is missing of each. */
export interface TypedRecords {
  readonly current: ReadonlyMap<string, SourceRecord>
  /** What the source itself does not say, of what may be typed, whether somebody typed it or not. */
  missingOf(kind: PersonKind, sourceId: string): readonly TypedDetail[]
  /** What stands there because somebody typed it. */
  typedOf(kind: PersonKind, sourceId: string): readonly TypedDetail[]
}

/**
 * Fills records with what people typed. What the source says comes first: a typed detail counts only while the source has none.
 *
 * @param isWithoutEmail by `recordKey`: members of staff whom the sync leaves out for want of an address
 */
export function typedRecords(
  current: ReadonlyMap<string, SourceRecord>,
  decisions: readonly Decision[],
  isWithoutEmail: (key: string) => boolean,
): TypedRecords {
  const missing = (key: string): readonly TypedDetail[] => missingIn(current.get(key), isWithoutEmail(key))
  const filled = new Map(current)
  const typed = new Map<string, readonly TypedDetail[]>()
  for (const { kind, sourceKind, sourceId, typed: fields } of decisions) {
    const key = recordKey(sourceKind, sourceId ?? '')
    const record = filled.get(key)
    const detail = TYPED_DETAILS.find((it) => supplying(it) === kind)
    if (detail === undefined || fields == null || record === undefined || record.kind === 'class' || !missing(key).includes(detail))
      continue
    filled.set(key, { ...record, body: { ...record.body, fields: { ...record.body.fields, ...fields } } })
    typed.set(key, [...(typed.get(key) ?? []), detail])
  }
  return {
    current: filled,
    missingOf: (kind, sourceId) => missing(recordKey(kind, sourceId)),
    typedOf: (kind, sourceId) => typed.get(recordKey(kind, sourceId)) ?? [],
  }
}

function missingIn(record: SourceRecord | undefined, isWithoutEmail: boolean): readonly TypedDetail[] {
  if (record === undefined || record.kind === 'class') return []
  const { firstName, lastName, birthDate } = record.body.fields
  return [
    ...(record.kind === 'staff' && isWithoutEmail ? (['email'] as const) : []),
    ...(!firstName && !lastName ? (['name'] as const) : []),
    ...(record.kind === 'pupil' && !birthDate ? (['birth_date'] as const) : []),
  ]
}
