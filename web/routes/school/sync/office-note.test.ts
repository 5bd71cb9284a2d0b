import { expect, it } from 'vitest'
import { makeSay } from '../../../../src/wording/index.ts'
import { officeNote } from './office-note.ts'

const CAUSES = [
  {
    ...{ code: 'pupil.without_class', population: 'pupil' as const, count: 3, title: 'No registration class', cure: 'Put them into one.' },
    people: [
      { name: 'Zoë García', className: null },
      { name: 'Priya Patel', className: '5 Maple' },
    ],
  },
  {
    ...{ code: 'staff.without_email', population: 'staff' as const, count: 1, title: 'No e-mail address', cure: 'Add one.' },
    people: [{ name: 'Dora Quill', className: null }],
  },
]

it('UX-C10 the note for the office says who, where, and what to do, in the words of the school', () => {
  expect(officeNote(makeSay('en-GB'), 'Oak School', CAUSES)).toBe(`Oak School: please put right in the MIS

3 pupils: No registration class
What to do: Put them into one.
- Zoë García
- Priya Patel (5 Maple)
- and 1 more

1 member of staff: No e-mail address
What to do: Add one.
- Dora Quill`)
  expect(officeNote(makeSay('en-US'), 'Oak School', CAUSES)).toMatch(/^Oak School: please put right in the SIS\n\n3 students/)
})
