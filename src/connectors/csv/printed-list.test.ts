import { describe, expect, it } from 'vitest'
import { readWith } from '../conformance.ts'
import { plainCsv } from './connector.ts'

const readOne = (content: string) => readWith(plainCsv, { 'people.csv': content })

describe('a printed list', () => {
  const LIST = ['Adno,Forename,Surname,DOB,Reg', '7,Ava,Moss,2018-02-11,3W', '8,Jo,Lee,2018-02-12,3W']

  it.each<[string, readonly string[]]>([
    ['a total in full width', ['Total,2,,,']],
    ['a total by sex', ['Total: 2,1 boys,1 girls,,']],
    ['a short total', ['"Total: 2 pupils"']],
    ['a page number and an imprint', ['Page 1 of 1,,,,', 'Report run on 12/09/2025,,,,']],
    ['the header again', ['Adno,Forename,Surname,DOB,Reg']],
    ['a count', ['Number of pupils,2']],
  ])('leaves out %s: nobody is made of it, and nothing is unproven by it', async (_name, rows) => {
    const { recorded, summary } = await readOne([...LIST, ...rows].join('\n'))
    expect(recorded.people.map(({ person }) => person.sourceId)).toEqual(['7', '8'])
    expect(recorded.leftOut.map(({ code }) => code)).toEqual(rows.map(() => 'file.layout_row'))
    expect([recorded.rejected, summary.ok && summary.value.carries.enrolment]).toEqual([[], { extent: 'whole' }])
  })

  it.each(['Total,Ann,Moss,2018-02-11,3W', '9,Page,Total,,'])('keeps a person whose name sounds like one: %s', async (row) => {
    expect((await readOne([...LIST, row].join('\n'))).recorded.people).toHaveLength(3)
  })

  it('rejects a row with an id and nothing else, as the heading of a group, and takes nobody for a leaver by it', async () => {
    const { recorded } = await readOne([...LIST, 'Reg Group: 3 Oak,,,,'].join('\n'))
    expect(recorded.rejected).toMatchObject([{ problem: { code: 'person.only_an_id', line: 4 }, who: { sourceId: 'Reg Group: 3 Oak' } }])
  })

  it('is refused when nobody stands below its header', async () => {
    const { summary } = await readOne(`${LIST[0]}\n`)
    expect(summary).toMatchObject({ ok: false, failure: { code: 'file.without_rows', file: 'people.csv' } })
    const both = await readWith(plainCsv, { 'a.csv': LIST.join('\n'), 'b.csv': `${LIST[0]}\n` })
    expect(both.recorded.warnings).toMatchObject([{ school: null, problem: { code: 'file.without_rows', file: 'b.csv' } }])
  })

  it('with a row that cannot be read proves the end of no class, even when it is declared full', async () => {
    const { summary } = await readOne([...LIST, '9,Cy'].join('\n'))
    expect(summary).toMatchObject({ value: { carries: { class: { isCertain: true }, enrolment: { isCertain: true } } } })
  })
})

describe('a password column (D9)', () => {
  it('costs the rows that have not exactly the cells of the header', async () => {
    const rows = [
      '1,Ava,Moss,CANARY,',
      '2,Jo,Lee, Jr,CANARY,',
      '3,Cy,Hall,,CANARY,',
      '4,Di,CANARY',
      '5,"Ed,Fox,CANARY,',
      '6,Flo 5",Gray,CANARY,',
    ]
    const read = await readOne(['Adno,Forename,Surname,Password,Email', ...rows].join('\n'))
    expect(JSON.stringify([read.recorded.people, read.recorded.rejected, read.summary])).not.toContain('CANARY')
    expect(read.recorded.people.map(({ person }) => person.sourceId)).toEqual(['1', '6'])
  })
})
