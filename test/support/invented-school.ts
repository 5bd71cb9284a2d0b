import type { MatchRecord } from '../../src/matching/index.ts'

/** A number in [0, 1) a call, the same run of numbers for the same seed. */
export type Dice = () => number

export function dice(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const FORENAMES = `Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily Ella
Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maya Sofia Alice Isabelle Aria Zara Maryam Fatima Aisha Inaya Zainab Ayesha Hannah
Noah Muhammad George Oliver Leo Oscar Theodore Theo Freddie Archie Luca Arthur Alfie Charlie Freddy Henry Jack Thomas Finley Arlo William
Lucas Roman Tommy Isaac Teddy Alexander Mohammed Ibrahim Yusuf Ali Omar Hamza Zayn Adam Jayden Jaydon Jude Ethan Reuben Ezra Kai Louie
Priya Anaya Simran Harpreet Arjun Rohan Dev Aarav Chidi Amara Kofi Ama Zofia Jakub Oliwia Kacper Wei Mei Duc Linh Chloe Megan Rhys Ffion`
const COMMON_SURNAMES =
  'Smith Jones Taylor Brown Williams Khan Patel Ahmed Ali Hussain Begum Singh Kaur Nguyen Kowalski Okafor Davies Evans'.split(' ')
const STARTS = 'Bar Cal Dun East Fair Gar Hal Ing Kel Lang Mar Nor Oak Pen Quin Ros Stan Thorn Un Whit Ash Brad Cran'.split(' ')
const ENDS = 'ley ton by worth ford man son wick field bourne cott dale gate ham lock more ridge shaw stead well wood ers ing'.split(' ')

const pick = <Item>(items: readonly Item[], roll: Dice): Item => {
  const item = items[Math.floor(roll() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}
const forenames = FORENAMES.split(/\s+/u)
/** The first names of the list are the usual ones. */
const forename = (roll: Dice): string => forenames[Math.floor(roll() ** 1.6 * forenames.length)] ?? 'Ada'
const surname = (roll: Dice): string => (roll() < 0.3 ? pick(COMMON_SURNAMES, roll) : pick(STARTS, roll) + pick(ENDS, roll))
const two = (number: number): string => String(number).padStart(2, '0')

/** A pupil with nothing but what is given. */
export function pupil(id: string, fields: Partial<MatchRecord> = {}): MatchRecord {
  return {
    id,
    firstName: null,
    middleName: null,
    lastName: null,
    knownAsFirstName: null,
    knownAsLastName: null,
    birthDate: null,
    sex: null,
    upn: null,
    formerUpn: null,
    customId: null,
    email: null,
    yearGroup: null,
    registrationClass: null,
    ...fields,
  }
}

/** Invented pupils of a school of seven years; of `twinShare` of the births two children, siblings among the rest. Ids count up. */
export function inventedPupils(
  size: number,
  { roll, twinShare = 0.015 }: { readonly roll: Dice; readonly twinShare?: number },
): MatchRecord[] {
  const pupils: MatchRecord[] = []
  while (pupils.length < size) {
    const lastName = roll() < 0.17 ? (pick([...pupils.slice(-200), pupil('')], roll).lastName ?? surname(roll)) : surname(roll)
    const year = 1 + Math.floor(roll() * 7)
    const born = {
      birthDate: `${2019 - year}-${two(1 + Math.floor(roll() * 12))}-${two(1 + Math.floor(roll() * 28))}`,
      yearGroup: String(year),
    }
    const registrationClass = `${year}${pick(['A', 'B', 'C', 'D', 'E', 'F'], roll)}`
    const children = roll() < twinShare ? 2 : 1
    for (let child = 0; child < children; child += 1) {
      const firstName = forename(roll)
      if (pupils.at(-1)?.firstName === firstName && child > 0) continue
      pupils.push(pupil(String(pupils.length), { firstName, lastName, ...born, sex: roll() < 0.5 ? 'female' : 'male', registrationClass }))
    }
  }
  return pupils.slice(0, size)
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** One slip of the pen in a word: a letter missing, doubled, wrong, or two changed about. */
function slip(word: string, roll: Dice): string {
  const at = 1 + Math.floor(roll() * Math.max(1, word.length - 2))
  const kind = Math.floor(roll() * 4)
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at)
  if (kind === 2) return word.slice(0, at) + pick([...LETTERS], roll) + word.slice(at + 1)
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

const swapDayAndMonth = (date: string): string => `${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}`

/** A record as another system might hold it: one thing about it is different. */
function damaged(it: MatchRecord, roll: Dice): MatchRecord {
  const { firstName, lastName, birthDate } = it
  switch (Math.floor(roll() * 8)) {
    case 0:
      return { ...it, firstName: firstName && slip(firstName, roll) }
    case 1:
      return { ...it, lastName: lastName && slip(lastName, roll) }
    case 2:
      return { ...it, firstName: lastName, lastName: firstName }
    case 3:
      return { ...it, lastName: `${lastName}-${surname(roll)}` }
    case 4:
      return { ...it, birthDate: birthDate && swapDayAndMonth(birthDate) }
    case 5:
      return { ...it, birthDate: birthDate && `${birthDate.slice(0, 9)}${(Number(birthDate.slice(9)) + 1) % 10}` }
    case 6:
      return { ...it, birthDate: null }
    default:
      return { ...it, registrationClass: null, sex: null, firstName: firstName && slip(firstName, roll) }
  }
}

/**
 * The same school in two systems: `overlap` of the people stand on both sides, the rest on one of them, and `damage` of
 * those on the source side are damaged. Partners are `d-n` and `s-n`. Rows of the source are shuffled.
 */
export function twoSystems(
  people: readonly MatchRecord[],
  { roll, damage, overlap }: { readonly roll: Dice; readonly damage: number; readonly overlap: number },
): { readonly directory: MatchRecord[]; readonly source: MatchRecord[] } {
  const directory: MatchRecord[] = []
  const source: MatchRecord[] = []
  for (const person of people) {
    const share = roll()
    const isAlone = share >= overlap
    const isOnlyHeld = share >= overlap + (1 - overlap) / 2
    if (!isAlone || isOnlyHeld) directory.push({ ...person, id: `d-${person.id}` })
    if (!isAlone || !isOnlyHeld) source.push({ ...(roll() < damage ? damaged(person, roll) : person), id: `s-${person.id}` })
  }
  return { directory, source: shuffled(source, roll) }
}

export function shuffled<Item>(items: readonly Item[], roll: Dice): Item[] {
  return items
    .map((item) => ({ item, place: roll() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item)
}
