/** What `matching` gives for one comparison; its own type, because wording stands below matching. */
export interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
  readonly bits: number
}

/** One sentence per reason code; `{placeholders}` are filled from its params. */
const REASONS: Readonly<Record<string, string>> = {
  'birth_date.different': 'The birth dates are different ({directory}, {source})',
  'birth_date.exact': 'Same birth date ({directory})',
  'birth_date.one_digit': 'The birth dates differ in one digit ({directory}, {source})',
  'birth_date.one_part': 'The birth dates differ in the day, the month or the year ({directory}, {source})',
  'birth_date.same_year': 'Born in the same year, on another day ({directory}, {source})',
  'birth_date.swapped': 'Day and month of the birth date are swapped ({directory}, {source})',
  'custom_id.different': 'Different ID numbers ({directory}, {source})',
  'custom_id.same': 'Same ID number ({value})',
  'decided.by_person': 'A person said that these are the same',
  'email.different': 'Different e-mail addresses',
  'email.same': 'Same e-mail address ({value})',
  'email.same_local_part': 'The e-mail addresses differ only after the @ ({directory}, {source})',
  'forename.different': 'Different forenames ({directory}, {source})',
  'forename.exact': 'Same forename: {directory} is {rarity} here',
  'forename.initial': 'One forename is only an initial ({directory}, {source})',
  'forename.middle_as_first': 'The middle name {value} is the first name on the other side',
  'forename.nickname': 'The forenames are forms of one name ({directory}, {source})',
  'forename.part': 'One forename is part of the other ({directory}, {source})',
  'forename.resembling': 'The forenames are a little alike ({directory}, {source})',
  'forename.similar': 'The forenames are nearly the same ({directory}, {source})',
  'middle_name.different': 'Different middle names ({directory}, {source})',
  'middle_name.initial': 'The middle initial fits ({directory}, {source})',
  'middle_name.part': 'The middle names fit in part ({directory}, {source})',
  'middle_name.same': 'Same middle name ({directory})',
  'names.other_boxes': 'The same names, divided between the boxes in another way',
  'names.swapped': 'Forename and surname are swapped',
  'registration_class.different': 'Different registration classes ({directory}, {source})',
  'registration_class.same': 'Same registration class ({directory})',
  'sex.different': 'The sex is different',
  'sex.same': 'The sex is the same',
  'standing.linked': 'Linked since an earlier sync',
  'surname.different': 'Different surnames ({directory}, {source})',
  'surname.exact': 'Same surname: {directory} is {rarity} here',
  'surname.initial': 'One surname is only an initial ({directory}, {source})',
  'surname.part': 'One surname is part of the other ({directory}, {source})',
  'surname.resembling': 'The surnames are a little alike ({directory}, {source})',
  'surname.similar': 'The surnames are nearly the same ({directory}, {source})',
  'twin.other_forename': 'Same surname and birth date, but another forename: often a twin',
  'upn.conflict': 'Two different permanent UPNs ({directory}, {source})',
  'upn.former': 'The UPN of one is the former UPN of the other ({value})',
  'upn.same': 'Same UPN ({value})',
  'upn.shared': 'Same UPN, but several people have it ({value})',
  'upn.temporary': 'Same temporary UPN ({value})',
  'upn.unchecked': 'Same UPN, but its check letter is wrong ({value})',
  'year_group.different': 'Different year groups ({directory}, {source})',
  'year_group.same': 'Same year group ({directory})',
}

/** Why a pair that scores as certain is left to a person: one sentence per guard. */
const GUARDS: Readonly<Record<string, string>> = {
  'guard.birth_dates_apart': 'The birth dates are too far apart for a slip of the pen.',
  'guard.duplicate': 'One side seems to hold this person twice.',
  'guard.exact_rival': 'Somebody else has exactly this name and birth date.',
  'guard.lookalike': 'The forenames are nearly the same, as those of twins may be, and no ID or e-mail address says that they are one.',
  'guard.middle_names_differ': 'The middle names are different: they may be two children of one family.',
  'guard.names_differ': 'An ID agrees, but neither forename nor surname does: the ID may have been given to somebody else.',
  'guard.only_forename': 'Of the names only the forename agrees.',
  'guard.only_names': 'Only the names agree: there is no birth date, ID or e-mail address to be sure.',
  'guard.other_forename': 'The forenames do not agree, so this may be a brother or sister.',
  'guard.rival': 'Somebody else fits about as well.',
  'guard.same_names': 'Somebody else here has the same name, and the birth dates do not agree.',
  'guard.twin': 'There is a twin: same surname and birth date, another forename.',
  'guard.upn_conflict': 'The UPNs are different.',
  'guard.upn_elsewhere': 'The UPN of one of them stands with somebody else on the other side.',
}

/**
 * A reason in plain words, with its weight: "Same surname: Okonkwo is rare here (strongly for)". A code without words
 * is a fault and throws.
 */
export function describeMatchReason({ code, params, bits }: Reason): string {
  const sentence = REASONS[code]
  if (sentence === undefined) throw new RangeError(`no words for the match reason ${code}`)
  const filled = sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => params[name] ?? placeholder)
  return bits === 0 ? filled : `${filled} (${weightInWords(bits)})`
}

/** The sentence of a guard. A code without words is a fault and throws. */
export function describeMatchGuard(code: string): string {
  const sentence = GUARDS[code]
  if (sentence === undefined) throw new RangeError(`no words for the guard ${code}`)
  return sentence
}

/** Eight bits make a pair 256 times as likely, three bits eight times. */
function weightInWords(bits: number): string {
  const side = bits > 0 ? 'for' : 'against'
  const size = Math.abs(bits)
  if (size >= 8) return `strongly ${side}`
  return size >= 3 ? side : `slightly ${side}`
}
