import { expect, it } from 'vitest'
import { oneRoster, zipped } from '../support/packages.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vera Viewer' })
const ada = reviewerAt(server, agent, school)

const OURS = [aPupil('p1', 'Nadia', 'Fernbank'), aPupil('p2', 'Tomas', 'Hollow'), DORA]
const THEIRS = ['Ines Marchwood', 'Wren Ashdown', 'Milo Quarry', 'Öde Lund', 'Per Marsh'].map((name, at) => {
  const [first = '', last = ''] = name.split(' ')
  return aPupil(`x${at}`, first, last)
})

async function upload(people: Parameters<typeof oneRoster>[0], sourceSchool?: string) {
  const form = new FormData()
  if (sourceSchool !== undefined) form.set('sourceSchool', sourceSchool)
  const named = sourceSchool === undefined ? { id: 'oak', name: 'Oak School' } : { id: sourceSchool, name: 'Another school' }
  form.set('file', new Blob([new Uint8Array(await zipped(oneRoster(people, named)))]), 'people.zip')
  const answer = await agent.call('uploads.add', { params: { school }, form })
  return answer.outcome === 'read' ? answer.upload : ''
}
const where = (id: string) => ({ params: { school, upload: id } })
const proofOf = (id: string) => agent.call('uploads.proof', where(id))
const remove = (id: string, by = agent) => by.call('uploads.remove', where(id))
const refused = (status: number, code: string) => ({ problem: { status, code } })

it('UX C4 a first file is shown by three of its pupils, by initials and year group', async () => {
  const { isAsked, samples } = await proofOf(await upload(THEIRS))
  expect(isAsked).toBe(true)
  expect(samples).toEqual(['I. M.', 'M. Q.', 'P. M.'].map((initials) => ({ initials, yearGroup: 'Year 7' })))
})

it('UX C4 a file whose pupils are known asks nothing; one of other pupils does, and is taken away', async () => {
  const run = await ada.start(OURS)
  await ada.savePanels(run)
  await ada.sync(run)
  const ours = await upload([...OURS, aPupil('p3', 'Ida', 'Rowe')])
  expect((await proofOf(ours)).isAsked).toBe(false)
  const theirs = await upload(THEIRS, 'S-77')
  expect((await proofOf(theirs)).isAsked).toBe(true)
  await expect(remove(theirs, viewer)).rejects.toMatchObject(refused(403, 'permission.needed'))
  await remove(theirs)
  expect(
    await server.ask(`select 1 from upload where id = '${theirs}' union all select 1 from upload_chunk where upload_id = '${theirs}'`),
  ).toEqual([])
  await expect(remove(theirs)).rejects.toMatchObject(refused(404, 'file.upload_unknown'))
  const { items } = await agent.call('uploads.list', { params: { school }, query: {} })
  expect(items[0]).toMatchObject({ id: theirs, isKept: false, isTakenAway: true })
  // how the other school was called is forgotten: its next file is asked about, and the next sync begins from ours
  expect(await server.ask("select value from school_setting where name = 'sourceSchool'")).toEqual([{ value: null }])
  const next = await ada.startAgain()
  await expect(remove(ours)).rejects.toMatchObject(refused(409, 'file.upload_used'))
  expect((await ada.rows(next, { filter: 'new' })).items).toHaveLength(1)
})
