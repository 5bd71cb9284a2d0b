import { describe, expect, it } from 'vitest'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)

const NAMES = ['Nadia Fernbank', 'Tomas Hollow', 'Ines Marchwood', 'Kofi Ashby', 'Lena Brook', 'Omar Dale', 'Petra Elm', 'Rosa Frost']
const FIRST_YEAR = [
  ...NAMES.map((name, at) => {
    const [first = '', last = ''] = name.split(' ')
    return aPupil(`p${at}`, first, last, { birthDate: `2014-0${at + 1}-11` })
  }),
  DORA,
]
const WREN = aPupil('p90', 'Wren', 'Ashdown', { birthDate: '2014-09-09' })
/** Nadia has left, and Wren is New. */
const SECOND_YEAR = [...FIRST_YEAR.slice(1), WREN]

describe('the Match dialog of a run', () => {
  const open = async (): Promise<{ readonly run: Run; readonly wren: string }> => {
    const run = await ada.start(SECOND_YEAR)
    const wren = (await ada.rows(run, { filter: 'new' })).items.find((it) => it.there?.name === 'Wren Ashdown')?.id ?? ''
    return { run, wren }
  }
  const ask = (run: Run, row: string, body: object) =>
    agent.call('runs.candidates', { params: { school, run: run.id, row }, body: { q: '', ...body } })

  it('S-59 leavers and people already matched are among them where they are asked for, and are counted where not', async () => {
    const first = await ada.start(FIRST_YEAR)
    const [dora] = (await ada.rows(first, { kind: 'staff' })).items
    await ada.decide(first, first.version, [{ row: dora?.id ?? '', act: 'import' }])
    await ada.savePanels(first)
    await ada.sync(first)
    const { run, wren } = await open()
    const everybody = await ask(run, wren, {})
    expect(everybody).toMatchObject({ total: 8, hidden: { leavers: 0, matched: 0 } })
    const free = await ask(run, wren, { matched: false })
    expect(free).toMatchObject({ total: 1, hidden: { leavers: 0, matched: 7 } })
    expect(free.candidates).toMatchObject([{ side: { name: 'Nadia Fernbank' }, status: 'desynced', takenBy: null }])
    expect(free.candidates[0]?.reason?.code).toBe('left_without_date')
    expect(await ask(run, wren, { matched: false, leavers: false })).toMatchObject({
      candidates: [],
      total: 0,
      hidden: { leavers: 1, matched: 7 },
    })
    await ada.discard(run)
  })

  it('S-59 pages hold everybody once, and the best of the others is known on each', async () => {
    const { run, wren } = await open()
    const pages = [
      await ask(run, wren, { limit: 3 }),
      await ask(run, wren, { limit: 3, offset: 3 }),
      await ask(run, wren, { limit: 3, offset: 6 }),
    ]
    expect(pages.map((it) => it.candidates.length)).toEqual([3, 3, 2])
    expect(pages.flatMap((it) => it.candidates.map((one) => one.side.name)).sort()).toEqual([...NAMES].sort())
    const everybody = await ask(run, wren, { limit: 50 })
    expect(pages.flatMap((it) => it.candidates)).toEqual(everybody.candidates)
    expect(pages.flatMap((it) => it.candidates).every((it) => it.rival !== null)).toBe(true)
    await ada.discard(run)
  })

  it('S-59 whoever has the typed name and is of the other kind is named as impossible, on the side that is searched', async () => {
    const { run, wren } = await open()
    expect((await ask(run, wren, { q: 'quill' })).impossible).toEqual([{ name: 'Dora Quill', kind: 'staff' }])
    expect((await ask(run, wren, { q: 'quill', offset: 8 })).impossible).toEqual([])
    expect((await ask(run, wren, { q: '' })).impossible).toEqual([])
    const [dora] = (await ada.rows(run, { kind: 'staff' })).items
    expect((await ask(run, dora?.id ?? '', { q: 'wren' })).impossible).toEqual([{ name: 'Wren Ashdown', kind: 'pupil' }])
    await ada.discard(run)
  })

  it('S-59 who takes somebody from another row: that record becomes New; a record that is taken leaves its person not synced', async () => {
    const { run, wren } = await open()
    const tomas = (await ask(run, wren, { q: 'tomas hollow' })).candidates[0]
    expect(tomas).toMatchObject({ takenBy: 'Tomas Hollow', status: 'synced' })
    const before = await ada.rows(run)
    await ada.decide(run, before.version, [{ row: wren, act: 'match', with: tomas?.row ?? '' }])
    const after = await ada.rows(run)
    const standing = (name: string) =>
      after.items.filter((it) => it.there?.name === name).map((it) => `${it.here?.name ?? '-'} ${it.status}`)
    expect(standing('Wren Ashdown')).toEqual(['Tomas Hollow matched'])
    expect(standing('Tomas Hollow')).toEqual(['- new'])
    const ines = after.items.find((it) => it.here?.name === 'Ines Marchwood')
    const kofi = (await ask(run, ines?.id ?? '', { q: 'kofi ashby' })).candidates[0]
    expect(kofi).toMatchObject({ takenBy: 'Kofi Ashby', status: 'synced' })
    await ada.decide(run, after.version, [{ row: ines?.id ?? '', act: 'match', with: kofi?.row ?? '' }])
    const last = (await ada.rows(run)).items
    expect(last.filter((it) => it.here?.name === 'Kofi Ashby')).toMatchObject([{ there: null, status: 'not_matched' }])
    expect(last.filter((it) => it.there?.name === 'Ines Marchwood')).toMatchObject([{ here: null, status: 'new' }])
    await ada.discard(run)
  })
})
