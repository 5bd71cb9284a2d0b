import type { PersonStatus, Sex } from '../../roster/index.ts'

const SEXES: ReadonlyMap<string, Sex> = new Map([
  ...words('f female girl woman', 'female'),
  ...words('m male boy man', 'male'),
  ...words('x o other nonbinary indeterminate', 'other'),
  ...words('u n unspecified unknown notknown notstated notspecified notselected', 'unspecified'),
])

/** Sex as people write it, also `uri://…#Female`; null for what is none. */
export function readSex(text: string): Sex | null {
  return SEXES.get(folded(text.replace(/^.*#/, ''))) ?? null
}

const DISABLED = new Set(['disabled', 'inactive', 'suspended', 'false', '0', 'no', 'n', 'locked'])
const ENDED = new Set(['tobedeleted', 'deleted', 'left', 'leaver', 'former', 'offroll', 'archived', 'withdrawn'])

/** Everything that does not say "disabled" is active: statuses of enrolment are many. */
export function readStatus(text: string | null): PersonStatus {
  return DISABLED.has(folded(text ?? '')) ? 'disabled' : 'active'
}

/** Whether a row says itself that its person has left. */
export function saysEnded(text: string | null): boolean {
  return text !== null && ENDED.has(folded(text))
}

/** A cell a spreadsheet would calculate. Only said, never done. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+@-]./.test(text)
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '')
}

function words(text: string, value: Sex): [string, Sex][] {
  return text.split(' ').map((word) => [word, value])
}
