import { COLUMNS, type Column, type People } from './columns.ts'
import { Dictionary, type DictionaryParts } from './dictionary.ts'
import { Vocabulary } from './vocabulary.ts'

/** People as arrays that may be handed to another thread. */
export interface PeopleParts {
  readonly columns: Readonly<Record<Column, Int32Array>>
  readonly size: number
  readonly ids: DictionaryParts
}

export function partsOfPeople(people: People): PeopleParts {
  return { columns: columnsOf((name) => people[name]), size: people.size, ids: people.ids.parts() }
}

export function peopleOfParts({ columns, size, ids }: PeopleParts): People {
  return { ...columns, size, ids: Dictionary.from(ids) }
}

/** The dictionary that the codes of a column come from; none for numbers that mean the same everywhere. */
const DICTIONARY_OF = {
  firstName: 'names',
  knownFirstName: 'names',
  lastName: 'names',
  knownLastName: 'names',
  middleName: 'names',
  birth: null,
  sex: null,
  upn: 'upns',
  formerUpn: 'upns',
  customId: 'customIds',
  email: 'emails',
  yearGroup: 'yearGroups',
  registrationClass: 'classes',
  school: 'schools',
  kind: null,
} as const satisfies Readonly<Record<Column, keyof VocabularyParts | null>>

/** The texts of a run, without what can be worked out from them. */
export type VocabularyParts = Readonly<
  Record<'names' | 'upns' | 'customIds' | 'emails' | 'yearGroups' | 'classes' | 'schools', DictionaryParts>
>

export function partsOfVocabulary({ names, upns, customIds, emails, yearGroups, classes, schools }: Vocabulary): VocabularyParts {
  return {
    ...{ names: names.parts(), upns: upns.parts(), customIds: customIds.parts(), emails: emails.parts() },
    ...{ yearGroups: yearGroups.parts(), classes: classes.parts(), schools: schools.parts() },
  }
}

/** The same texts under the same codes. */
export function vocabularyOfParts(parts: VocabularyParts): Vocabulary {
  const vocabulary = new Vocabulary()
  addTexts(vocabulary, parts)
  return vocabulary
}

/** Adds the texts of another run; gives the own code of each of theirs. */
function addTexts(vocabulary: Vocabulary, parts: VocabularyParts): Readonly<Record<keyof VocabularyParts, Int32Array>> {
  const { names, upns, customIds, emails, yearGroups, classes, schools } = vocabulary
  const codes = (dictionary: Dictionary, of: DictionaryParts) => codesIn(of, (from, start, end) => dictionary.codeOfBytes(from, start, end))
  return {
    names: codesIn(parts.names, (from, start, end) => names.addBytes(from, start, end)),
    classes: codesIn(parts.classes, (from, start, end) => classes.addBytes(from, start, end)),
    ...{ upns: codes(upns, parts.upns), customIds: codes(customIds, parts.customIds), emails: codes(emails, parts.emails) },
    ...{ yearGroups: codes(yearGroups, parts.yearGroups), schools: codes(schools, parts.schools) },
  }
}

function codesIn({ bytes, ends, size }: DictionaryParts, codeOf: (from: Uint8Array, start: number, end: number) => number): Int32Array {
  const codes = new Int32Array(size)
  for (let code = 0; code < size; code += 1) codes[code] = codeOf(bytes, code === 0 ? 0 : (ends[code - 1] ?? 0), ends[code] ?? 0)
  return codes
}

/** Brings columns that were read with other dictionaries under the codes of this vocabulary, in place. Gives the codes of the schools. */
export function translate(parts: PeopleParts, from: VocabularyParts, vocabulary: Vocabulary): Int32Array {
  const codes = addTexts(vocabulary, from)
  const done = new Set<Int32Array>()
  for (const name of COLUMNS) {
    const values = parts.columns[name]
    const dictionary = DICTIONARY_OF[name]
    if (dictionary === null || done.has(values)) continue
    done.add(values)
    for (let row = 0; row < values.length; row += 1) {
      const value = values[row] ?? -1
      if (value >= 0) values[row] = codes[dictionary][value] ?? -1
    }
  }
  return codes.schools
}

function columnsOf(of: (name: Column) => Int32Array): Record<Column, Int32Array> {
  // safe: every column has just been given its array
  return Object.fromEntries(COLUMNS.map((name) => [name, of(name)])) as Record<Column, Int32Array>
}
