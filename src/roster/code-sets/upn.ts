/** The letters a UPN may contain: I, O and S are left out because they look like digits. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const PERMANENT = /^[A-HJ-NP-RT-Z]\d{12}$/
const TEMPORARY = /^[A-HJ-NP-RT-Z]\d{11}[A-HJ-NP-RT-Z]$/
/** "No UPN yet", with the reason as a number, in returns to a local authority; and what people type for nothing. */
const PLACEHOLDER = /^(UN\d|N\/?A|NONE|NULL|TBC|TBA|UNKNOWN|[0X.-]+)$/

/** A UPN without spaces and in upper case; null where the value only says that there is none. Wrong UPNs are kept. */
export function normaliseUpn(raw: string): string | null {
  const upn = raw.replace(/\s+/gu, '').toUpperCase()
  return upn === '' || PLACEHOLDER.test(upn) ? null : upn
}

/**
 * What kind of unique pupil number (DfE) a normalised value is. `temporary` ends in a letter and may never be the only
 * reason to pair two records; `invalid` has another shape or a check letter that does not fit.
 */
export function upnKind(value: string): 'permanent' | 'temporary' | 'invalid' {
  const isPermanent = PERMANENT.test(value)
  if (!isPermanent && !TEMPORARY.test(value)) return 'invalid'
  if (checkLetter(value) !== value[0]) return 'invalid'
  return isPermanent ? 'permanent' : 'temporary'
}

/** Positions 2 to 13, each value times its position; a letter counts as its place in the 23 letters. */
function checkLetter(upn: string): string | undefined {
  let sum = 0
  for (let position = 2; position <= 13; position += 1) {
    const character = upn.charAt(position - 1)
    const letter = LETTERS.indexOf(character)
    sum += (letter === -1 ? Number(character) : letter) * position
  }
  return LETTERS[sum % LETTERS.length]
}
