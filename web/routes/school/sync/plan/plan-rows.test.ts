import { expect, it } from 'vitest'
import { makeSay } from '../../../../../src/wording/index.ts'
import { planRows } from './plan-rows.ts'

const BASE = { key: 'k', recordKind: 'person' as const, personId: null }

it('S-138 a plan as a table: a row for each detail that changes, in the words of the school', () => {
  const rows = planRows(makeSay('en-US'), [
    {
      ...{ ...BASE, population: 'pupil', operation: 'update', name: 'Priya Patel' },
      fields: [
        { field: 'yearGroup', before: 'Grade 3', after: 'Grade 4' },
        { field: 'lastName', before: 'Pattel', after: 'Patel' },
      ],
      reason: { code: 'person.changed_in_source', params: {} },
    },
    { ...BASE, population: 'staff', operation: 'desync', name: 'Dora Quill', fields: [], reason: { code: 'person.left', params: {} } },
  ])
  expect(rows.slice(1)).toEqual([
    ['Priya Patel', 'Student', 'Changed', expect.stringContaining('rade'), 'Grade 3', 'Grade 4', 'Changed in your SIS'],
    ['Priya Patel', 'Student', 'Changed', 'Surname', 'Pattel', 'Patel', 'Changed in your SIS'],
    ['Dora Quill', 'Member of staff', 'Desynced', '', '', '', 'Not in your SIS any more'],
  ])
  expect(rows[0]).toHaveLength(7)
})
