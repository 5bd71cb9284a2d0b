import { describe, expect, it } from 'vitest'
import { aPupil, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)

/** Sam was added by hand; the MIS has a Sam too, and Tara. What the engine found out is put in the cache as a test needs it. */
async function aDoubt(): Promise<{ readonly run: Run; readonly row: string }> {
  await server.ask(`insert into person (school_id, id, kind, first_name, last_name, status)
    select id, '0190a000-0000-7000-8000-0000000000a5', 'pupil', 'Sam', 'Taylor', 'active' from school on conflict do nothing`)
  const run = await ada.start([aPupil('x5', 'Sam', 'Taylor'), aPupil('x6', 'Tara', 'Gupta', { grade: '6', classes: ['6A'] })])
  if (run.isFirst) await ada.savePanels(run)
  const { items } = await ada.rows(run, { filter: 'may_match' })
  const row = items[0]?.id ?? ''
  await server.ask(`update review_row set bits = 12.4, probability = 0.93, guards = '["guard.upn_conflict"]',
    reasons = '[{"code":"surname.exact","params":{"directory":"Taylor","source":"Taylor","rarity":"rare"},"bits":9.04},
      {"code":"birth_date.exact","params":{"directory":"2015-03-12","source":"2015-03-12"},"bits":11.24},
      {"code":"upn.conflict","params":{"directory":"A823408612017","source":"B823408615555"},"bits":-7.88}]',
    rival = '{"side":"source","id":"x6","bits":2.1}', what_if = '[{"code":"certain_if.birth_date","params":{}}]'
    where row_id = '${row}'`)
  return { run, row }
}

const SENTENCES = [
  'May match: very likely the same person.',
  'The UPNs are different.',
  'Same birth date: 12 Mar 2015 (strongly for).',
  'Same surname: Taylor, which is rare here (strongly for).',
  'Two different permanent UPNs: A823…2017 here, B823…5555 in your MIS (against).',
  'Second best in your MIS: Tara Gupta, 6A, clearly less likely.',
  'Would be certain if the birth date were confirmed.',
]

describe('why two records may be one person', () => {
  it('N-01 is served as codes and params, UPNs in part, the rival by name, and in sentences', async () => {
    const { run, row } = await aDoubt()
    const read = await agent.call('runs.row', { params: { school, run: run.id, row } })
    expect(read).toMatchObject({
      verdict: { code: 'very_likely', params: {} },
      warnings: [{ code: 'guard.upn_conflict' }],
      rival: { side: 'mis', name: 'Tara Gupta', detail: '6A', closeness: 'clearly_less_likely' },
      whatIf: [{ code: 'certain_if.birth_date', params: {} }],
      explanation: SENTENCES,
      bits: null,
      probability: null,
    })
    expect(read.evidence.map((it) => `${it.code} ${it.weight} ${it.bits}`)).toEqual([
      'birth_date.exact strongly_for null',
      'surname.exact strongly_for null',
      'upn.conflict against null',
    ])
    expect(JSON.stringify(read)).not.toMatch(/A823408612017|B823408615555/)
  })

  it('N-01 has its numbers only for whoever asks, and the parts add up', async () => {
    const { run, row } = await aDoubt()
    const read = await agent.call('runs.row', { params: { school, run: run.id, row }, query: { bits: 'true' } })
    expect(read.evidence.map((it) => it.bits)).toEqual([11.3, 9, -7.9])
    expect(read).toMatchObject({ bits: 12.4, probability: expect.closeTo(0.93) })
    expect(read.explanation).toContain('Same birth date: 12 Mar 2015 (strongly for, +11.3 bits).')
    expect(read.explanation.at(-1)).toBe('All together: +12.4 bits. Chance of being one person: 93.0 %.')
  })

  it('N-01 names no rival who stands in no row any more', async () => {
    const { run, row } = await aDoubt()
    await server.ask(`update review_row set rival = '{"side":"directory","id":"gone","bits":2.1}' where row_id = '${row}'`)
    const read = await agent.call('runs.row', { params: { school, run: run.id, row } })
    expect(read.rival).toBeNull()
    expect(read.explanation).toEqual(SENTENCES.filter((it) => !it.startsWith('Second best')))
  })

  it('N-01 a row without a pair has nothing to explain', async () => {
    const { run } = await aDoubt()
    const { items } = await ada.rows(run, { filter: 'new' })
    const read = await agent.call('runs.row', { params: { school, run: run.id, row: items[0]?.id ?? '' }, query: { bits: 'true' } })
    expect(read).toMatchObject({ verdict: null, evidence: [], rival: null, whatIf: [], bits: null, explanation: [] })
  })

  it('N-01 S-59 candidates have evidence, the best of the others, numbers on request, and the pair what would change it', async () => {
    const { run, row } = await aDoubt()
    const ask = (bits: boolean) => agent.call('runs.candidates', { params: { school, run: run.id, row }, body: { q: '', bits } })
    const [sam, tara] = (await ask(false)).candidates
    expect(sam).toMatchObject({ side: { name: 'Sam Taylor' }, whatIf: [{ code: 'certain_if.birth_date' }], bits: null })
    expect(sam?.rival).toMatchObject({ side: 'mis', name: 'Tara Gupta', detail: '6A' })
    expect(tara).toMatchObject({ rival: { name: 'Sam Taylor', closeness: 'likelier' }, whatIf: [] })
    const counted = (await ask(true)).candidates[0]
    const pair = await agent.call('runs.row', { params: { school, run: run.id, row }, query: { bits: 'true' } })
    expect(counted?.evidence).toEqual(pair.evidence)
    const tenths = (bits: number | null) => Math.round((bits ?? Number.NaN) * 10)
    expect(counted?.evidence.reduce((sum, it) => sum + tenths(it.bits), 0)).toBe(tenths(counted?.bits ?? null))
  })
})
