import type { PeopleSize } from './made-up/people-files.ts'

/** One table of the benchmark. */
export interface Case {
  readonly id: 'one-school' | 'hundred' | 'thousand' | 'no-school'
  readonly title: string
  readonly size: PeopleSize
  readonly hasSchools: boolean
}

const SCHOOL_SIZE = 1000

/** The cases, the quick ones first. The scale shrinks all but the one school, which is as small as it is. */
export function casesAt(scale: number): readonly Case[] {
  const [hundred, thousand] = [100_000, 1_000_000].map((people) =>
    Math.max(SCHOOL_SIZE, Math.round((people * scale) / SCHOOL_SIZE) * SCHOOL_SIZE),
  )
  const sized = (people = 0) => ({ size: { people, schoolSize: SCHOOL_SIZE }, text: people.toLocaleString('en-GB') })
  const [small, large] = [sized(hundred), sized(thousand)]
  const schools = (people = 0) => `${(people / SCHOOL_SIZE).toLocaleString('en-GB')} schools`
  return [
    { id: 'one-school', title: 'One school of 1,200, whole process', size: { people: 1200, schoolSize: 1200 }, hasSchools: true },
    { id: 'hundred', title: `${small.text} x ${small.text}, ${schools(hundred)}`, size: small.size, hasSchools: true },
    { id: 'thousand', title: `${large.text} x ${large.text}, ${schools(thousand)}`, size: large.size, hasSchools: true },
    { id: 'no-school', title: `${large.text} x ${large.text}, no school key`, size: large.size, hasSchools: false },
  ]
}
