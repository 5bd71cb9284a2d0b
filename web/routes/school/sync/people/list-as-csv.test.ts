import { describe, expect, it } from 'vitest'
import type { ReviewRowDetails } from '../../../../../src/contract/index.ts'
import { makeSay } from '../../../../../src/wording/index.ts'
import { listAsCsv } from './list-as-csv.ts'

const side = (name: string) => ({
  ...{
    name,
    knownAs: null,
    birthDate: '2014-03-02',
    yearGroup: 'Year 7',
    registrationClass: '7A',
    upn: 'A823…4017',
    email: null,
    position: null,
  },
})
const row = (more: Partial<ReviewRowDetails>): ReviewRowDetails => ({
  ...{
    id: 'r',
    kind: 'pupil',
    status: 'new',
    reason: null,
    here: null,
    there: side('Wren Ashdown'),
    changes: [],
    willImport: true,
    setAside: null,
    double: null,
    missing: [],
    typed: [],
    error: null,
  },
  ...{
    syncEmail: null,
    needsDecision: false,
    decided: null,
    likelihood: null,
    warnings: [],
    mover: null,
    version: 1,
    misId: null,
    pattern: null,
  },
  ...more,
})
const linesOf = (rows: readonly ReviewRowDetails[], vocabulary: 'en-GB' | 'en-US' = 'en-GB') =>
  listAsCsv(rows, makeSay(vocabulary)).split('\r\n')

describe('the list as a file', () => {
  it('says each row in the words of the screen', () => {
    const changed = row({
      ...{ status: 'synced', here: side('Nadia Fernbank'), there: side('Nadia Rowe'), willImport: false },
      changes: [{ field: 'lastName', before: 'Fernbank', after: 'Rowe' }],
    })
    const [head, first, second, end] = linesOf([changed, row({ reason: { code: 'left_before', params: { on: '2026-03-14' } } })])
    expect(head).toBe('\uFEFFHere,Details here,In your MIS,Details in your MIS,What changes,Status,Reason,Import?,Problem')
    expect(first).toBe(
      'Nadia Fernbank,"2 Mar 2014, Year 7, 7A, A823…4017",Nadia Rowe,"2 Mar 2014, Year 7, 7A, A823…4017",Surname: Fernbank → Rowe,Synced,,,',
    )
    expect(second).toBe(',,Wren Ashdown,"2 Mar 2014, Year 7, 7A, A823…4017",,New,A leaver since 14 Mar 2026,Yes,')
    expect(end).toBe('')
  })

  it('keeps a name that a spreadsheet would misread a name', () => {
    const there = { ...side('=1+1'), birthDate: null, yearGroup: null, registrationClass: null, upn: null }
    expect(linesOf([row({ there })])[1]).toBe(`,,"'=1+1",,,New,,Yes,`)
  })

  it('reads right in an en-US school', () => {
    expect(linesOf([], 'en-US')[0]).toContain('In your SIS')
  })
})
