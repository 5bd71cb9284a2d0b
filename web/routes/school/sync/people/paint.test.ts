import { describe, expect, it } from 'vitest'
import type { DecidedAnswer, ReviewRowDetails, RowCountsAnswer } from '../../../../../src/contract/index.ts'
import { isSamePair, keepSaved, mayDo, nextUndecided, paintCounts, paintRows, replacedBy } from './paint.ts'
import type { Action } from './queue-state.ts'

const BY = { name: 'Dana', at: '2026-09-02T08:00:00Z' }
const side = (name: string): ReviewRowDetails['here'] => ({
  name,
  knownAs: null,
  birthDate: null,
  yearGroup: null,
  registrationClass: null,
  upn: null,
  email: null,
  position: null,
})

/** A May match pair that waits, unless said. */
function row(id: string, said: Partial<ReviewRowDetails> = {}): ReviewRowDetails {
  return {
    id,
    kind: 'pupil',
    status: 'may_match',
    reason: null,
    here: side(id),
    there: side(id),
    changes: [],
    willImport: false,
    setAside: null,
    double: null,
    missing: [],
    typed: [],
    error: null,
    syncEmail: null,
    needsDecision: true,
    decided: null,
    misId: null,
    pattern: null,
    likelihood: 'likely',
    warnings: [],
    mover: null,
    version: 1,
    ...said,
  }
}
const arriving = (id: string, said: Partial<ReviewRowDetails> = {}): ReviewRowDetails =>
  row(id, { status: 'new', here: null, needsDecision: false, willImport: true, ...said })

const action = (intent: Action['intent'], state: Action['state'] = 'waiting'): Action => ({
  id: 1,
  label: '',
  intent,
  key: 'k',
  state,
  problem: null,
  isInsisted: false,
})
const decide = (id: string, act: 'same' | 'different' | 'import' | 'leave_out' | 'sync_email', state?: Action['state']): Action =>
  action({ kind: 'rows', decisions: [{ row: id, act }] }, state)

const COUNTS: RowCountsAnswer = {
  version: 1,
  filters: {
    needs_decision: 2,
    worth_a_look: 0,
    not_matched: 0,
    new: 1,
    may_match: 2,
    matched: 0,
    synced: 0,
    desynced: 0,
    errors: 0,
    left_out: 0,
    ignored: 0,
    doubtful_address: 0,
    all: 3,
  },
  decided: 0,
  importable: 1,
  addresses: 0,
  doubtfulAddresses: 0,
  importing: 1,
  emails: 0,
  expected: 0,
  reasons: [],
  touches: [],
  yearGroups: [],
  registrationClasses: [],
}

describe('what is painted at once', () => {
  it('S-65 a decision: settled, in place, and no other row touched', () => {
    const rows = [row('a'), row('b')]
    const painted = paintRows(rows, new Map(), [decide('a', 'same')], BY)
    expect(painted[0]).toMatchObject({
      isSettled: true,
      unsaved: null,
      row: { willImport: true, needsDecision: false, decided: { act: 'same' } },
    })
    expect(painted[1]?.row).toBe(rows[1])
  })

  it('a tick of Import?: the row is not greyed', () => {
    const [painted] = paintRows([arriving('a')], new Map(), [decide('a', 'leave_out')], BY)
    expect(painted).toMatchObject({ isSettled: false, row: { willImport: false } })
  })

  it('S-62 Select all over a filter: everybody who is New and can be imported, and nobody else', () => {
    const all = action({ kind: 'filter', body: { all: { kind: 'pupil', filter: 'all' }, act: 'import' } })
    const rows = [
      arriving('a', { willImport: false }),
      row('b'),
      arriving('c', { willImport: false, error: { code: 'x', title: '', cure: '' } }),
      row('d', { status: 'matched', willImport: false }),
    ]
    expect(paintRows(rows, new Map(), [all], BY).map((it) => it.row.willImport)).toEqual([true, false, false, false])
  })

  it('what could not be saved says so on its row', () => {
    const failed = decide('a', 'same', 'failed')
    expect(paintRows([row('a'), row('b')], new Map(), [failed], BY).map((it) => it.unsaved)).toEqual([failed, null])
  })

  it('the counters, also when one row is decided twice', () => {
    const read = paintRows([row('a'), row('b'), arriving('c')], new Map(), [], BY)
    const decisions = [
      { row: 'a', act: 'same' },
      { row: 'a', act: 'different' },
      { row: 'c', act: 'leave_out' },
      { row: 'elsewhere', act: 'same' },
    ] as const
    expect(paintCounts(COUNTS, read, decisions, BY)).toMatchObject({ decided: 1, importing: 0, filters: { needs_decision: 1 } })
  })
})

describe('what stays once it is saved', () => {
  // the counts of an answer are not read here
  const answer = (rows: readonly ReviewRowDetails[]): DecidedAnswer =>
    ({ version: 2, batch: 'b', made: 1, rows }) as unknown as DecidedAnswer

  it("the server's row, greyed", () => {
    const painted = paintRows([row('a')], new Map(), [decide('a', 'same')], BY)
    const saved = row('a', { status: 'matched', needsDecision: false, willImport: true, version: 2 })
    const overlay = keepSaved({ overlay: new Map(), painted, by: BY }, decide('a', 'same'), answer([saved]))
    expect(paintRows([row('a')], overlay, [], BY)[0]).toEqual({ row: saved, isSettled: true, unsaved: null })
  })

  it('a pair that was taken apart: the row is gone at the server and stays in sight here', () => {
    const act = decide('a', 'different')
    const overlay = keepSaved({ overlay: new Map(), painted: paintRows([row('a')], new Map(), [act], BY), by: BY }, act, answer([]))
    expect(paintRows([row('a')], overlay, [], BY)[0]).toMatchObject({ isSettled: true, row: { decided: { act: 'different' } } })
  })

  it('an undone decision: the row waits again', () => {
    const settled = new Map([['a', { row: row('a', { needsDecision: false }), isSettled: true }]])
    const undo = action({ kind: 'undo', what: 'x', of: { batch: 'b' } })
    const overlay = keepSaved({ overlay: settled, painted: paintRows([row('a')], settled, [], BY), by: BY }, undo, answer([row('a')]))
    expect(paintRows([row('a')], overlay, [], BY)[0]).toMatchObject({ isSettled: false, row: { needsDecision: true } })
  })
})

describe('where work goes on', () => {
  const settled = row('x', { needsDecision: false })
  it.each([
    ['the next that waits', [row('a'), settled, row('b')], 0, 2],
    ['from the end, the first that waits', [row('a'), settled], 1, 0],
    ['nowhere when all is decided', [settled, settled], 0, null],
  ])('%s', (_name, rows, from, next) => {
    expect(nextUndecided(paintRows(rows, new Map(), [], BY), from)).toBe(next)
  })
})

describe('isSamePair', () => {
  it.each([
    ['a likelihood that moved', row('a', { likelihood: 'possible', version: 9 }), true],
    ['another person on the other side', row('a', { there: side('b') }), false],
    ['another status', row('a', { status: 'matched' }), false],
  ])('%s', (_name, now, isSame) => {
    expect(isSamePair(row('a'), now)).toBe(isSame)
    expect(isSamePair(undefined, now)).toBe(false)
  })
})

describe('what a pair writes over our record', () => {
  const changes = [{ field: 'email', before: null, after: 's@oak.example.test' }]

  it('S-65 is what the row says it would change', () => expect(replacedBy(row('a', { changes }))).toEqual(changes))

  it('S-65 is nothing once the pair is taken apart, on the way to the server and after', () => {
    const [painted] = paintRows([row('a', { changes })], new Map(), [decide('a', 'different')], BY)
    expect(painted === undefined ? null : replacedBy(painted.row)).toEqual([])
    expect(replacedBy(row('a', { changes, status: 'not_matched', there: null }))).toEqual([])
  })
})

describe('mayDo', () => {
  it.each([
    ['same', row('a'), true],
    ['same', arriving('a'), false],
    ['different', row('a', { status: 'synced' }), true],
    ['different', arriving('a'), false],
    ['import', arriving('a'), false],
    ['import', arriving('a', { willImport: false }), true],
    ['leave_out', arriving('a'), true],
    ['leave_out', arriving('a', { willImport: false }), false],
    ['leave_out', row('a'), true],
    ['import', arriving('a', { error: { code: 'x', title: '', cure: '' } }), false],
    ['leave_out', row('a', { status: 'synced' }), true],
    ['leave_out', row('a', { status: 'synced', setAside: 'once' }), false],
    ['leave_out', row('a', { status: 'desynced', there: null }), false],
    ['ignore', arriving('a'), true],
    ['ignore', arriving('a', { error: { code: 'x', title: '', cure: '' } }), true],
    ['ignore', row('a', { status: 'not_matched', there: null }), true],
    ['ignore', row('a'), false],
    ['import', arriving('a', { willImport: false, setAside: 'ever' }), false],
    ['consider', arriving('a', { willImport: false, setAside: 'ever' }), true],
    ['consider', arriving('a'), false],
    ['match', row('a', { status: 'synced' }), false],
    ['match', arriving('a'), true],
    ['sync_email', arriving('a'), false],
    ['sync_email', arriving('a', { syncEmail: false }), true],
  ] as const)('%s', (act, of, may) => {
    expect(mayDo(act, of)).toBe(may)
  })
})
