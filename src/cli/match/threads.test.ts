import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testIo } from '../../../test/support/io.ts'
import { runMuster } from '../program.ts'

const broken = () => {
  throw new TypeError('match starts nothing')
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-threads-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Sides = readonly [directory: readonly string[], source: readonly string[]]

const HEADER = 'id,role,school,first_name,last_name,birth_date,sex,email'
const FORENAMES = ['Ada', 'Zofia', 'Kofi', 'Tara', 'José', 'Wei', 'Maria Jose', 'Anna-Lena', 'Ann', 'Tom', 'Thomas']
const SURNAMES = ['Okonkwo', 'Harlock', 'Mensah', 'Gupta', 'O’Brien', 'Li', 'Smith', 'Smith-Jones', 'Jones', 'Novák']

/** Some schools of people, most of whom stand on both sides, some with a slip, a twin or no birth date. */
const district = fc.array(
  fc.record({
    school: fc.constantFrom('Oak', 'Elm', 'Ash', ''),
    first: fc.constantFrom(...FORENAMES),
    last: fc.constantFrom(...SURNAMES),
    date: fc.constantFrom('2015-03-04', '2015-04-03', '2014-11-30', '2013-01-01', ''),
    sex: fc.constantFrom('F', 'M', ''),
    role: fc.constantFrom('pupil', 'pupil', 'staff'),
    on: fc.constantFrom('both', 'both', 'both', 'directory', 'source', 'slip'),
  }),
  { minLength: 1, maxLength: 60 },
)

function sidesOf(people: readonly (typeof district extends fc.Arbitrary<readonly (infer Person)[]> ? Person : never)[]): Sides {
  const line = (id: string, it: (typeof people)[number], last: string) =>
    [id, it.role, it.school, it.first, last, it.date, it.sex, ''].join(',')
  const directory = people.flatMap((it, at) => (it.on === 'source' ? [] : [line(`d${at * 7919}`, it, it.last)]))
  const source = people.flatMap((it, at) => (it.on === 'directory' ? [] : [line(`s${at}`, it, it.on === 'slip' ? `${it.last}e` : it.last)]))
  return [directory, source]
}

async function outputOf([directory, source]: Sides, args: readonly string[]): Promise<string> {
  const [left, right, out] = [join(folder, 'a.csv'), join(folder, 'b.csv'), join(folder, 'pairs.csv')]
  await writeFile(left, [HEADER, ...directory].join('\n'))
  await writeFile(right, [HEADER, ...source].join('\n'))
  const io = testIo()
  const argv = ['match', '--directory', left, '--source', right, '--out', out, ...args]
  expect([await runMuster(argv, io, { startServer: broken, startWorker: broken }), io.errText()]).toEqual([0, ''])
  return readFile(out, 'utf8')
}

describe('muster match', () => {
  it('writes the same bytes whatever the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(district, fc.boolean(), fc.infiniteStream(fc.nat(1000)), async (people, bySchool, places) => {
        const sides = sidesOf(people)
        if (sides.some((rows) => rows.length === 0)) return
        const args = bySchool ? ['--school-column', 'school'] : []
        const keyed = (rows: readonly string[]) => rows.map((row) => [places.next().value ?? 0, row] as const)
        const shuffled = (rows: readonly string[]) =>
          keyed(rows)
            .sort(([one], [other]) => one - other)
            .map(([, row]) => row)
        expect(await outputOf([shuffled(sides[0]), shuffled(sides[1])], args)).toBe(await outputOf(sides, args))
      }),
      { numRuns: 60 },
    )
  })

  it.each([[['--school-column', 'school']], [['--school-column', 'school', '--explain', 'bits']], [[]]])(
    'writes the same bytes with two threads, with %j',
    async (args) => {
      const people = fc.sample(district, { numRuns: 40, seed: 7 }).flat()
      const alone = await outputOf(sidesOf(people), args)
      expect(alone.split('\n').length).toBeGreaterThan(50)
      expect(await outputOf(sidesOf(people), [...args, '--threads', '2'])).toBe(alone)
    },
  )

  it('tells with two threads what is wrong in the source', async () => {
    const io = testIo()
    const [left, right] = [join(folder, 'c.csv'), join(folder, 'd.csv')]
    await writeFile(left, `${HEADER}\nd1,pupil,Oak,Ada,Okonkwo,2015-03-04,F,\n`)
    await writeFile(right, 'number,name\n1,Ada\n')
    const argv = ['match', '--directory', left, '--source', right, '--out', join(folder, 'none.csv'), '--threads', '2']
    expect(await runMuster(argv, io, { startServer: broken, startWorker: broken })).toBe(1)
    expect(io.errText()).toMatch(/No column says the id/)
  })
})
