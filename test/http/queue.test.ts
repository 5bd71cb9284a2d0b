import { expect, it } from 'vitest'
import { aPupil, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const school = (name: string) => ({ name: `${name} School`, externalId: name, vocabulary: 'en-GB' as const })
const { agent, school: oak } = await server.setUp({ kind: 'group', name: 'Trust', schools: [school('oak'), school('elm'), school('ash')] })

it('S-150 a run that waits is told how many uploads, of any school, are read before it; of one that is read, none', async () => {
  const codes = (await agent.call('session.read', {})).schools.map((it) => it.code)
  const run = await reviewerAt(server, agent, oak).start([aPupil('p1', 'Nadia', 'Fernbank')])
  const before = async () => (await agent.call('runs.queue', { params: { school: oak, run: run.id } })).before
  expect(await before()).toBeNull()
  await server.ask(`update run set state = 'queued', created_at = now() where id = '${run.id}'`)
  expect(await before()).toBe(0)
  const others = codes.filter((it) => it !== oak)
  expect(others).toHaveLength(2)
  const wait = (code: string, id: string, when: string) =>
    server.ask(`insert into run (school_id, id, purpose, scope, state, options, result, actor, created_at, changed_at)
      select id, '${id}', 'sync', 'all', 'queued', '{}', '{}', 'schedule', now() ${when}, now() from school where code = '${code}'`)
  await wait(others[0] ?? '', '01990000-0000-7000-8000-000000000001', "- interval '1 minute'")
  expect(await before()).toBe(1)
  await wait(others[1] ?? '', '01990000-0000-7000-8000-000000000002', "+ interval '1 minute'")
  expect(await before()).toBe(1)
  await server.ask("update run set state = 'discarded' where id = '01990000-0000-7000-8000-000000000001'")
  expect(await before()).toBe(0)
})
