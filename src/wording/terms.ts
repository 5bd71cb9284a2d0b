/** The two vocabularies over one model (D15). */
export type Vocabulary = 'en-GB' | 'en-US'

/**
 * The nouns that differ between the two, by the name that stands in messages: `{pupils}` becomes "students" in an en-US
 * school, `{Pupils}` "Students". Everything else is the same English.
 */
export const TERMS: Readonly<Record<Vocabulary, Readonly<Record<string, string>>>> = {
  'en-GB': {
    mis: 'MIS',
    pupil: 'pupil',
    pupils: 'pupils',
    teacher: 'teacher',
    teachers: 'teachers',
    year_group: 'year group',
    year_groups: 'year groups',
    year: 'year',
    registration_class: 'registration class',
    registration_classes: 'registration classes',
    upn: 'UPN',
    email: 'e-mail',
    emails: 'e-mails',
    forename: 'forename',
    forenames: 'forenames',
    admission_number: 'admission number',
  },
  'en-US': {
    mis: 'SIS',
    pupil: 'student',
    pupils: 'students',
    teacher: 'teacher',
    teachers: 'teachers',
    year_group: 'grade',
    year_groups: 'grades',
    year: 'grade',
    registration_class: 'homeroom',
    registration_classes: 'homerooms',
    upn: 'student ID',
    email: 'email',
    emails: 'emails',
    forename: 'first name',
    forenames: 'first names',
    admission_number: 'ID number',
  },
}

/** The term that a placeholder means; a capital first letter is kept. Undefined: the placeholder is no term. */
export function term(vocabulary: Vocabulary, placeholder: string): string | undefined {
  const found = TERMS[vocabulary][placeholder.toLowerCase()]
  if (found === undefined) return undefined
  const isCapital = placeholder.charAt(0) !== placeholder.charAt(0).toLowerCase()
  return isCapital ? found.charAt(0).toUpperCase() + found.slice(1) : found
}
