import { expect, it } from 'vitest'
import { makeSay } from '../../../../src/wording/index.ts'
import { csvOf } from '../../../kit/csv.ts'
import { rejectedRows, resultRows } from './upload-rows.ts'

const PLACE = { file: 'autumn.csv', line: 6, column: 'Role', value: '@SUM(A1)' }

it('S-153 rows with errors stand with place, value, what is wrong and what to do, and no cell is a formula', () => {
  const row = { code: 'person.value_not_listed', title: 'Not one of the values', cure: 'Use another.', ...PLACE }
  const [heading, ...rows] = rejectedRows(makeSay('en-GB'), [row])
  expect(csvOf(heading, rows)).toBe(
    `\uFEFFFile,Line,Column,Value,What is wrong,What to do\r\nautumn.csv,6,Role,"'@SUM(A1)",Not one of the values,Use another.\r\n`,
  )
})

it('S-152 a result says people and problems in the words of the school', () => {
  const nowhere = { file: null, line: null, column: null, value: null, cure: null }
  const lines = [
    { kind: 'pupil', sourceId: '=p1', outcome: 'created', ...nowhere },
    { kind: '', sourceId: '', outcome: 'problem', ...PLACE, cure: 'Use another.' },
  ]
  const [heading, ...rows] = resultRows(makeSay('en-US'), lines)
  expect(csvOf(heading, rows).split('\r\n')).toEqual([
    '\uFEFFWho,ID in your SIS,What happened,File,Line,Column,Value,What to do',
    `Student,"'=p1",created,,,,,`,
    `,,problem,autumn.csv,6,Role,"'@SUM(A1)",Use another.`,
    '',
  ])
})
