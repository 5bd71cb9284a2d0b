import { describe, expect, it } from 'vitest'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)

const NADIA = aPupil('p1', 'Nadia', 'Fernbank')
const first = await ada.start([NADIA, aPupil('p2', 'Tomas', 'Hollow'), DORA])
await ada.savePanels(first)
await ada.sync(first)
await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
  select id, '0190a000-0000-7000-8000-0000000000a5', 'pupil', 'Sam', 'Taylor', 'active' from school`)
const NEXT = [{ ...NADIA, last: 'Birch' }, aPupil('p2', 'Tomas', 'Hollow'), aPupil('p9', 'Wren', 'Ashdown'), DORA]

const named = async (run: Run, name: string, query = {}) => {
  const { items, version } = await ada.rows(run, query)
  const row = items.find(({ here, there }) => here?.name === name || there?.name === name)
  if (row === undefined) throw new Error(`no row of ${name}`)
  return { row, version }
}
const say = async (run: Run, name: string, act: 'ignore' | 'consider' | 'leave_out' | 'import') => {
  const { row, version } = await named(run, name)
  return ada.decide(run, version, [{ row: row.id, act }])
}
const undo = (run: Run, batch: string | null) =>
  agent.call('runs.undecide', { params: { school, run: run.id }, body: { batch: batch ?? '' } })
const linesOf = async (run: Run) => (await ada.plan(run, 'leave_out')).lines.map(({ id, count }) => `${id} ${count}`)

describe('ignoring for ever (C15)', () => {
  it('never imports somebody New: out of what waits, under Ignored, and in the next sync as well', async () => {
    const run = await ada.start(NEXT)
    const { rows, counts } = await say(run, 'Wren Ashdown', 'ignore')
    expect(rows).toMatchObject([{ status: 'new', setAside: 'ever', willImport: false, decided: { act: 'never_import' } }])
    expect(counts).toMatchObject({ importable: 0, importing: 0, filters: { new: 0, ignored: 1, left_out: 0, all: 4 } })
    expect(await linesOf(run)).toContain('pupil.ignored 1')
    const later = await ada.start([...NEXT, aPupil('p10', 'Moss', 'Birch')])
    expect((await named(later, 'Wren Ashdown', { filter: 'ignored' })).row).toMatchObject({ setAside: 'ever', willImport: false })
    await ada.discard(later)
  })

  it('finds nobody in the MIS any more for somebody of ours who is ignored, and takes it back', async () => {
    const run = await ada.start(NEXT)
    const { batch, counts } = await say(run, 'Sam Taylor', 'ignore')
    expect(counts.filters).toMatchObject({ not_matched: 0, ignored: 1 })
    const list = await agent.call('runs.decisions', { params: { school, run: run.id } })
    expect(list.items).toMatchObject([{ act: 'ignore', name: 'Sam Taylor', isUndoable: true }])
    const later = await ada.start([...NEXT, aPupil('p20', 'Sam', 'Taylor')])
    expect((await ada.rows(later, { filter: 'may_match' })).items).toEqual([])
    expect((await named(later, 'Sam Taylor', { filter: 'ignored' })).row).toMatchObject({ status: 'not_matched', there: null })
    const undone = await undo(later, batch)
    expect(undone.counts.filters).toMatchObject({ may_match: 1, ignored: 0 })
    await ada.discard(later)
  })

  it('holds until somebody stops it in a later sync, also where the record has an error', async () => {
    const withoutEmail = [...NEXT, { ...DORA, id: 't2', first: 'Emil', last: 'Rowe', email: '' }]
    const run = await ada.start(withoutEmail)
    const staff = await ada.rows(run, { kind: 'staff', filter: 'errors' })
    const id = staff.items[0]?.id ?? ''
    const ignored = await ada.decide(run, staff.version, [{ row: id, act: 'ignore' }])
    expect(ignored).toMatchObject({ counts: { filters: { errors: 0, ignored: 1 } }, rows: [{ error: null, setAside: 'ever' }] })
    await ada.sync(run, 'leave_out')
    const later = await ada.start(withoutEmail)
    const again = await ada.rows(later, { kind: 'staff', filter: 'ignored' })
    const back = await ada.decide(later, again.version, [{ row: id, act: 'consider' }])
    expect(back).toMatchObject({ counts: { filters: { errors: 1, ignored: 0 } }, rows: [{ setAside: null, decided: { act: 'consider' } }] })
    await ada.discard(later)
    const after = await ada.startAgain()
    expect((await ada.rows(after, { kind: 'staff', filter: 'ignored' })).items).toHaveLength(1)
    await ada.discard(after)
  })

  it('is refused where it means nothing, and ended by a match', async () => {
    const run = await ada.start([...NEXT, aPupil('p20', 'Sam', 'Taylor')])
    await expect(say(run, 'Tomas Hollow', 'ignore')).rejects.toMatchObject({ problem: { code: 'row.act_impossible' } })
    await expect(say(run, 'Tomas Hollow', 'consider')).rejects.toMatchObject({ problem: { code: 'row.act_impossible' } })
    const pair = await named(run, 'Sam Taylor')
    const split = await ada.decide(run, pair.version, [{ row: pair.row.id, act: 'different' }])
    const ours = await named(run, 'Sam Taylor', { filter: 'not_matched' })
    const ignored = await ada.decide(run, split.version, [{ row: ours.row.id, act: 'ignore' }])
    const theirs = await named(run, 'Sam Taylor', { filter: 'new' })
    const matched = await ada.decide(run, ignored.version, [{ row: theirs.row.id, act: 'match', with: ours.row.id }])
    expect(matched.counts.filters).toMatchObject({ ignored: 0, matched: 1 })
    const undone = await undo(run, matched.batch)
    expect(undone.counts.filters).toMatchObject({ ignored: 1, matched: 0 })
    await ada.discard(run)
  })
})

describe('leaving a Synced person out once (UX C8)', () => {
  const surname = async () =>
    (await server.ask<{ name: string }>("select last_name as name from person where first_name = 'Nadia'"))[0]?.name

  it('writes nothing of them in this sync, says so, and offers the same again in the next', async () => {
    const moved = [{ ...NADIA, last: 'Sorrel' }, ...NEXT.slice(1)]
    const before = await ada.start(NEXT)
    await ada.sync(before, 'leave_out')
    expect(await surname()).toBe('Birch')
    const run = await ada.start(moved)
    expect(await linesOf(run)).toContain('pupil.update 1')
    const { rows, counts } = await say(run, 'Nadia Birch', 'leave_out')
    expect(rows).toMatchObject([{ status: 'synced', setAside: 'once', decided: { act: 'leave_out_once' } }])
    expect(rows[0]?.changes).toMatchObject([{ field: 'lastName', before: 'Birch', after: 'Sorrel' }])
    expect(counts.filters.left_out).toBe(1)
    expect(await linesOf(run)).toContain('pupil.once 1')
    expect(await linesOf(run)).not.toContain('pupil.update 1')
    expect(await ada.sync(run, 'leave_out')).toMatchObject({ counts: { updated: 0 } })
    expect(await surname()).toBe('Birch')
    const next = await ada.startAgain()
    expect((await named(next, 'Nadia Birch')).row).toMatchObject({ setAside: null, decided: null, changes: [{ after: 'Sorrel' }] })
    await ada.sync(next, 'leave_out')
    expect(await surname()).toBe('Sorrel')
  })

  it('holds in the next sync where this one failed, and in no later one', async () => {
    const run = await ada.start([{ ...NADIA, last: 'Sumac' }, ...NEXT.slice(1)])
    await say(run, 'Nadia Sorrel', 'leave_out')
    await server.ask("update run set state = 'failed', changed_at = now() where id = $1", [run.id])
    const again = await ada.startAgain()
    expect((await named(again, 'Nadia Sorrel')).row).toMatchObject({ setAside: 'once', decided: { act: 'leave_out_once' } })
    await ada.sync(again, 'leave_out')
    expect(await surname()).toBe('Sorrel')
    const later = await ada.startAgain()
    expect((await named(later, 'Nadia Sorrel')).row).toMatchObject({ setAside: null })
    await ada.discard(later)
  })

  it('is taken back by undo and by saying so, and goes along into a newer review of the same people', async () => {
    const run = await ada.start([{ ...NADIA, last: 'Tansy' }, ...NEXT.slice(1)])
    const out = await say(run, 'Nadia Sorrel', 'leave_out')
    expect(await undo(run, out.batch)).toMatchObject({ rows: [{ setAside: null, decided: null }] })
    await say(run, 'Nadia Sorrel', 'leave_out')
    const newer = await ada.startAgain()
    expect((await named(newer, 'Nadia Sorrel')).row.setAside).toBe('once')
    expect((await say(newer, 'Nadia Sorrel', 'consider')).rows).toMatchObject([{ setAside: null, decided: { act: 'consider' } }])
    await ada.discard(newer)
  })
})
