import { AREAS, type Comparer, counts, type Evidence, type Field } from './compare.ts'
import { NAME } from './comparisons/index.ts'
import { birthText, type Dictionary, type People } from './people/index.ts'
import type { MatchReason } from './types.ts'

/** The reasons of the pair in these rows, in the order of the comparisons; their bits add up to those of the pair. */
export function reasonsOf(comparer: Comparer, left: number, right: number): MatchReason[] {
  const evidence = comparer.look(left, right)
  const reasons: MatchReason[] = []
  for (const { field, codes } of CODES) {
    if (!counts(evidence, field)) continue
    const { level, bits } = evidence[field]
    reasons.push({ code: codes[level - 1] ?? '', params: PARAMS[field](evidence), bits })
  }
  return reasons
}

/** Every code there is, made once: a school has thousands of reasons. */
const CODES = AREAS.map(([field, area, levels]) => ({ field, codes: levels.names.map((name) => `${area}.${name}`) }))

type Params = Readonly<Record<string, string>>

/** The values in the sentence of each comparison, as they were typed where that is known. */
const PARAMS: Readonly<Record<Field, (evidence: Evidence) => Params>> = {
  upn: ({ pair, upn }) => ids(pair.vocabulary.upns, upn),
  customId: ({ pair, customId }) => ids(pair.vocabulary.customIds, customId),
  names: ({ pair, names: { left } }) => (left < 0 ? {} : { value: pair.names.nameOf(left).typed }),
  forename: (evidence) => names(evidence, 'forename'),
  surname: (evidence) => names(evidence, 'surname'),
  birthDate: ({ pair }) => {
    const [ours, theirs] = [pair.directory.birth[pair.left] ?? 0, pair.source.birth[pair.right] ?? 0]
    const directory = birthText(ours)
    return { directory, source: ours === theirs ? directory : birthText(theirs) }
  },
  twin: () => ({}),
  middleName: ({ pair, middleName }) => ({
    directory: pair.names.nameOf(middleName.left).typed,
    source: pair.names.nameOf(middleName.right).typed,
  }),
  sex: ({ pair }) => ({ directory: sexOf(pair.directory, pair.left), source: sexOf(pair.source, pair.right) }),
  email: ({ pair, email }) => ids(pair.vocabulary.emails, email),
  registrationClass: ({ pair }) => ({
    directory: pair.vocabulary.classes.typedOf(pair.directory.registrationClass[pair.left] ?? 0),
    source: pair.vocabulary.classes.typedOf(pair.source.registrationClass[pair.right] ?? 0),
  }),
  yearGroup: ({ pair }) => ({
    directory: pair.vocabulary.yearGroups.textOf(pair.directory.yearGroup[pair.left] ?? 0),
    source: pair.vocabulary.yearGroups.textOf(pair.source.yearGroup[pair.right] ?? 0),
  }),
}

function ids(dictionary: Dictionary, { left, right }: { readonly left: number; readonly right: number }): Params {
  if (right < 0 || left === right) return { value: dictionary.textOf(left) }
  return { directory: dictionary.textOf(left), source: dictionary.textOf(right) }
}

function names(evidence: Evidence, box: 'forename' | 'surname'): Params {
  const { pair, [box]: finding } = evidence
  const [ours, theirs] = [pair.names.nameOf(finding.left), pair.names.nameOf(finding.right)]
  if (finding.level === NAME.of.middle_as_first) return { value: ours.typed }
  const frequency = pair.model[box]
  const rate = Math.max(frequency.rateBeside(ours.code, 1), frequency.rateBeside(theirs.code, 1))
  return { directory: ours.typed, source: theirs.typed, rarity: rarityOf(rate) }
}

/** In words: rare from one in 500 down, common from one in 50 up. */
function rarityOf(rate: number): string {
  if (rate < 0.002) return 'rare'
  return rate > 0.02 ? 'common' : 'usual'
}

function sexOf(people: People, row: number): string {
  return people.sex[row] === 1 ? 'female' : 'male'
}
