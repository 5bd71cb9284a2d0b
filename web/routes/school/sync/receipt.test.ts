import { expect, it } from 'vitest'
import type { RunDetails } from '../../../../src/contract/index.ts'
import { makeSay } from '../../../../src/wording/index.ts'
import { receiptOf } from './receipt.ts'

it('UX-C12 a receipt says when, by whom, from which data and what it came to', () => {
  const run = {
    ...{ id: '0190a000-0000-7000-8000-00000000abcd', purpose: 'sync', changedAt: '2026-09-02T07:31:00.000Z', actor: 'Dana Price' },
    ...{ dataFrom: '2026-09-02T05:05:00.000Z', groups: 12, seconds: 19.2, undoKept: null, undoCannot: null },
    counts: { created: 184, linked: 0, updated: 743, desynced: 176, unchanged: 267 },
    rows: { read: 1400, used: 1398, leftOut: 0, rejected: 2 },
  } as unknown as RunDetails // what a receipt does not read is left out
  expect(receiptOf(makeSay('en-GB'), run, { name: 'Hillview Primary', timeZone: 'Europe/London' })).toBe(`Sync finished
Hillview Primary
Reference 0190a000-0000-7000-8000-00000000abcd
2 Sep 2026, 08:31, Dana Price
From data of 2 Sep 2026, 06:05
184 added · 0 linked · 743 updated · 176 desynced · 0 deleted
12 classes and year groups changed.
267 stay as they were.
2 rows could not be used.
It took 19 seconds.
`)
})
