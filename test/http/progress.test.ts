import { expect, it } from 'vitest'
import type { ProgressEvent } from '../../src/contract/index.ts'
import { readEventStream } from '../support/event-reader.ts'
import { aPupil, DORA, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const PUPILS = 1_200

it('point 7: a sync of 1,200 pupils ends within 30 s, moves at least every 2 s, and counts to its end', { timeout: 120_000 }, async () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const name = (n: number) => `${letters[n % 26]}${letters[Math.floor(n / 26) % 26]}${letters[Math.floor(n / 676) % 26]}ic`
  const run = await ada.start([...Array.from({ length: PUPILS }, (_, n) => aPupil(`p${n}`, `K${name(n)}`, `N${name(PUPILS - n)}`)), DORA])
  await ada.savePanels(run)
  const { hash, changes } = await ada.plan(run)
  const stream = await readEventStream(agent, school)
  const begun = Date.now()
  const told: { readonly at: number; readonly progress: ProgressEvent }[] = []
  const ended = (async () => {
    for (;;) {
      const event = await stream.next()
      if (event === null) return
      if (event.type === 'progress') told.push({ at: Date.now(), progress: event })
      else if (event.type === 'directory') return
    }
  })()
  const applied = await ada.settled(await agent.call('runs.apply', { params: { school, run: run.id }, body: { planHash: hash } }), [
    'applied',
  ])
  await ended
  stream.close()
  expect(Date.now() - begun).toBeLessThan(30_000)
  expect(applied.counts?.created).toBe(PUPILS)

  const times = [begun, ...told.map((it) => it.at)]
  const gaps = times.slice(1).map((at, place) => at - (times[place] ?? at))
  expect(Math.max(...gaps)).toBeLessThan(2_000)
  const sums = told.flatMap(({ progress: { step, written } }) =>
    step === 'writing' && written !== undefined ? [written.reduce((sum, it) => sum + it.done, 0)] : [],
  )
  expect(sums).toEqual([...sums].sort((a, b) => a - b))
  expect(sums.at(0)).toBe(0)
  expect(sums.at(-1)).toBe(changes)
  expect(sums.length).toBeGreaterThan(3)
})
