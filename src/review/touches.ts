/** Kinds of details that a sync changes: what the review is filtered by. */
const TOUCHES = ['name', 'birth_date', 'year_group', 'class', 'email', 'id', 'other', 'nothing'] as const
export type Touch = (typeof TOUCHES)[number]

const OF_FIELD: Readonly<Record<string, Touch>> = {
  firstName: 'name',
  middleName: 'name',
  lastName: 'name',
  knownAsFirstName: 'name',
  knownAsLastName: 'name',
  birthDate: 'birth_date',
  yearGroup: 'year_group',
  registrationClass: 'class',
  classes: 'class',
  email: 'email',
  upn: 'id',
  formerUpn: 'id',
  customId: 'id',
}

/** Which kinds of details these changes are about, in the order of `TOUCHES`. */
export function touchesOf(changes: readonly { readonly field: string }[]): readonly Touch[] {
  const found = new Set(changes.map(({ field }) => OF_FIELD[field] ?? 'other'))
  return found.size === 0 ? ['nothing'] : TOUCHES.filter((it) => found.has(it))
}
