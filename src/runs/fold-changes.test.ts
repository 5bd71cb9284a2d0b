import { describe, expect, it } from 'vitest'
import type { LoggedChange } from '../directory/index.ts'
import { foldChanges } from './fold-changes.ts'

const SOURCE = { connection: 'mis', kind: 'pupil', id: 'p1' } as const
const NOTHING = { fields: {}, enrolments: [], link: null }
const member = (of: string) => ({ class: of, role: 'pupil', isPrimary: true }) as const

function change(operation: LoggedChange['operation'], parts: Partial<LoggedChange>): LoggedChange {
  const record = { recordKind: 'person', recordId: 'one', source: SOURCE, before: NOTHING, after: NOTHING } as const
  return { ...record, id: operation, key: null, reason: { code: 'made.up', params: {} }, operation, ...parts }
}

describe('what several runs wrote, as one', () => {
  it('N-02 a record that one made and the next went on with was made, as it is now', () => {
    const made = change('create', {
      after: { fields: { lastName: 'Marsh', upn: null }, enrolments: [member('7A')], link: { state: 'live' } },
    })
    const moved = change('update', {
      before: { fields: { lastName: 'Marsh' }, enrolments: [member('7A')], link: null },
      after: { fields: { lastName: 'Okafor' }, enrolments: [member('7B')], link: null },
    })
    expect(foldChanges([made, moved])).toMatchObject([
      {
        operation: 'create',
        before: { fields: {}, enrolments: [], link: null },
        after: { fields: { lastName: 'Okafor', upn: null }, enrolments: [member('7B')], link: { state: 'live' } },
      },
    ])
  })

  it('N-02 of two changes of a record what was first and what is last counts, and a class that was left and joined again not at all', () => {
    const one = change('update', {
      before: { fields: { lastName: 'Marsh' }, enrolments: [member('7A')], link: { state: 'none' } },
      after: { fields: { lastName: 'Bell' }, enrolments: [], link: { state: 'live' } },
    })
    const two = change('update', {
      before: { fields: { lastName: 'Bell', email: null }, enrolments: [], link: null },
      after: { fields: { lastName: 'Okafor', email: 'a@school.example' }, enrolments: [member('7A')], link: null },
    })
    expect(foldChanges([one, two])).toMatchObject([
      {
        before: { fields: { lastName: 'Marsh', email: null }, enrolments: [], link: { state: 'none' } },
        after: { fields: { lastName: 'Okafor', email: 'a@school.example' }, enrolments: [], link: { state: 'live' } },
      },
    ])
  })

  it('N-02 changes of other records, or of another link of one, stay by themselves', () => {
    const changes = [
      change('update', {}),
      change('update', { recordId: 'other' }),
      change('update', { source: { ...SOURCE, id: 'p2' } }),
      change('update', { source: null }),
    ]
    expect(foldChanges(changes)).toEqual(changes)
  })
})
