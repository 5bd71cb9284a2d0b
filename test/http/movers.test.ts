import { beforeAll, describe, expect, it } from 'vitest'
import type { Agent } from '../support/agent.ts'
import { oneRoster } from '../support/packages.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

type People = Parameters<typeof oneRoster>[0]

const server = await testServer()
const named = (externalId: string, name: string) => ({ externalId, name, vocabulary: 'en-GB' as const })
/** Ada coordinates both schools of the group. */
const { agent: ada } = await server.setUp({
  ...{ kind: 'group', name: 'River Trust', schools: [named('elm', 'Elm Primary'), named('oak', 'Oak School')] },
})
const [elm, oak] = await Promise.all(['elm', 'oak'].map(codeOf))

async function codeOf(externalId: string): Promise<string> {
  const [school] = await server.ask<{ code: string }>('select code from school where external_id = $1', [externalId])
  return school?.code ?? ''
}

const UPN = 'Z873200011001'
const ZARA = aPupil('z1', 'Zara', 'Quillfeather', { birthDate: '2014-05-12' })
const OTTO = aPupil('o1', 'Otto', 'Marchbanks', { birthDate: '2014-03-28' })
const INES = aPupil('i1', 'Ines', 'Marchwood', { birthDate: '2013-11-02' })
const STAY = aPupil('e9', 'Wren', 'Ashdown', { birthDate: '2014-01-30' })

/** What the school's MIS says now; Zara, if she is there, with her UPN. */
async function upload(school: string, people: People): Promise<void> {
  const id = school === elm ? 'elm' : 'oak'
  const files = oneRoster(people, { id, name: id })
  const users = (files['users.csv'] ?? '').replace(/user-z\d,,/, (cells) => cells.replace(',,', `,"{UPN:${UPN}}",`))
  await server.upload(ada, school, { ...files, 'users.csv': users })
}

/** What stands at Elm and is nobody's business at Oak. */
const ELMS = ['only.at.elm@example.test', 'ELM-77', 'Elmira', 'dora.at.elm', STAY.first, STAY.last]
let elmIds: readonly string[]

/** Everybody comes to Elm, then Zara leaves: her record here is a leaver's. Dora is added by hand, with her address. */
beforeAll(async () => {
  const at = reviewerAt(server, ada, elm ?? '')
  await upload(elm ?? '', [ZARA, OTTO, STAY])
  const first = await at.startAgain()
  await at.savePanels(first)
  await at.sync(first)
  await upload(elm ?? '', [OTTO, STAY])
  await at.sync(await at.startAgain(), 'leave_out')
  await server.ask(`update person set email = 'only.at.elm@example.test', custom_id = 'ELM-77', known_as_first_name = 'Elmira'
    where last_name = 'Quillfeather'`)
  await server.ask(`insert into person (school_id, id, kind, first_name, last_name, email, username, status)
    select id, '0190a000-0000-7000-8000-0000000000d1', 'staff', 'Dora', 'Quill', upper('${DORA.email}'), 'dora.at.elm', 'active'
    from school where external_id = 'elm'`)
  elmIds = (await server.ask<{ id: string }>('select id from person')).map((it) => it.id)
})

async function reviewAtOak(): Promise<Run> {
  await upload(oak ?? '', [{ ...ZARA, id: 'z7' }, { ...OTTO, id: 'o7' }, INES, DORA])
  return reviewerAt(server, ada, oak ?? '').startAgain()
}

/** The notes of all rows that somebody reads, by name. */
async function notesOf(agent: Agent, run: Run): Promise<Record<string, string | null>> {
  const at = reviewerAt(server, agent, oak ?? '')
  const rows = [...(await at.rows(run)).items, ...(await at.rows(run, { kind: 'staff' })).items]
  return Object.fromEntries(rows.map((it) => [it.there?.name, it.mover && `${it.mover.basis} ${it.mover.school}`]))
}

describe('movers between the schools of a group', () => {
  it('N-10 whoever left one school and is New in another has a note: the other school, and what says so', async () => {
    const run = await reviewAtOak()
    expect(await notesOf(ada, run)).toEqual({
      'Zara Quillfeather': 'upn Elm Primary',
      'Otto Marchbanks': 'names Elm Primary',
      'Ines Marchwood': null,
      'Dora Quill': 'email Elm Primary',
    })
    const { items } = await reviewerAt(server, ada, oak ?? '').rows(run)
    expect(items.map((it) => [it.status, it.willImport])).toEqual(items.map(() => ['new', true]))
  })

  it('N-10 a note by name and birth date is for who may read the people of both schools', async () => {
    const run = await reviewAtOak()
    const tom = await server.join(ada, oak ?? '', { role: 'deputy', name: 'Tom Reid' })
    const atOak = { 'Zara Quillfeather': 'upn Elm Primary', 'Otto Marchbanks': null, 'Dora Quill': 'email Elm Primary' }
    expect(await notesOf(tom, run)).toMatchObject(atOak)
    const grant = "from account a, school s where a.name = 'Tom Reid' and s.external_id = 'elm'"
    await server.ask(`insert into role_grant (id, account_id, role, in_school_id, granted_by, granted_at)
      select '0190a000-0000-7000-8000-0000000000e1', a.id, 'teacher', s.id, 'test', now() ${grant}`)
    expect(await notesOf(tom, run)).toMatchObject(atOak)
    await server.ask("update role_grant set role = 'viewer' where id = '0190a000-0000-7000-8000-0000000000e1'")
    expect(await notesOf(tom, run)).toMatchObject({ 'Otto Marchbanks': 'names Elm Primary' })
    await server.ask(`update role_grant set role = 'group_admin', in_school_id = null, in_group_id = (select id from school_group)
      where id = '0190a000-0000-7000-8000-0000000000e1'`)
    expect(await notesOf(tom, run)).toMatchObject({ 'Otto Marchbanks': 'names Elm Primary' })
  })

  it('N-10 nothing of the record at the other school is in any answer', async () => {
    const run = await reviewAtOak()
    const { items } = await reviewerAt(server, ada, oak ?? '').rows(run)
    const base = `/v1/schools/${oak}/runs/${run.id}`
    const read = async (path: string) => (await ada.fetch(path)).text()
    const answers = await Promise.all([
      read(`${base}/rows?kind=pupil`),
      read(`${base}/rows?kind=staff`),
      ...items.map((it) => read(`${base}/rows/${it.id}?bits=true`)),
    ])
    expect(answers.filter((it) => it.includes('"mover":{"school":"Elm Primary","basis":"upn"}'))).toHaveLength(2)
    const candidates = await ada.call('runs.candidates', {
      params: { school: oak ?? '', run: run.id, row: items[0]?.id ?? '' },
      body: { q: '' },
    })
    const said = [...answers, JSON.stringify(candidates), server.said()].join('\n')
    for (const theirs of [...ELMS, ...elmIds]) expect(said.toLowerCase()).not.toContain(theirs.toLowerCase())
    const [kept] = await server.ask<{ mover: string }>(
      `select string_agg(mover::text, ' ') as mover from review_row where mover is not null`,
    )
    for (const it of elmIds) expect(kept?.mover).not.toContain(it)
  })

  it('N-10 a role that may not read reviews sees nothing, nor does another school', async () => {
    const run = await reviewAtOak()
    const read = async (agent: Agent) => (await agent.fetch(`/v1/schools/${oak}/runs/${run.id}/rows?kind=pupil`)).status
    expect(await read(ada)).toBe(200)
    expect(await read(await server.join(ada, oak ?? '', { role: 'viewer', name: 'Vera Lane' }))).toBe(403)
    expect(await read(await server.join(ada, elm ?? '', { role: 'deputy', name: 'Eve Marsh' }))).toBe(404)
  })

  it('N-10 the note stays with the person whatever is decided, and decides nothing', async () => {
    const run = await reviewAtOak()
    const at = reviewerAt(server, ada, oak ?? '')
    const { items, version } = await at.rows(run)
    const zara = items.find((it) => it.there?.name === 'Zara Quillfeather')
    const done = await at.decide(run, version, [{ row: zara?.id ?? '', act: 'leave_out' }])
    expect(done.rows).toMatchObject([{ status: 'new', willImport: false, mover: { school: 'Elm Primary', basis: 'upn' } }])
    const otto = await at.rows(run, { q: 'otto' })
    expect(otto.items).toMatchObject([{ mover: { basis: 'names' } }])
    await at.discard(run)
  })

  it('N-10 a school of no group has no notes, those from before included', async () => {
    const before = await reviewAtOak()
    await server.ask("update school set school_group_id = null where external_id = 'oak'")
    expect(Object.values(await notesOf(ada, before))).toEqual([null, null, null, null])
    const run = await reviewAtOak()
    const [{ count } = { count: -1 }] = await server.ask<{ count: number }>(
      'select count(*)::integer as count from review_row where run_id = $1 and mover is not null',
      [run.id],
    )
    expect(count).toBe(0)
  })
})
