import { describe, expect, it } from 'vitest'
import type { RouteAnswer, RouteQuery } from '../../src/contract/index.ts'
import { makeSay } from '../../src/wording/index.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp({ kind: 'made_up', scenario: 'september', vocabulary: 'en-GB' })
const say = makeSay('en-GB')

const people = (query: RouteQuery<'people.list'> = {}) => agent.call('people.list', { params: { school }, query })
const classes = (query: RouteQuery<'classes.list'> = {}) => agent.call('classes.list', { params: { school }, query })

describe('Home of a made-up school', () => {
  it('S-13 D32 says that a file waits, in a sentence and in numbers', async () => {
    const home = await agent.call('home.read', { params: { school } })
    expect(home).toMatchObject({
      sentence: { code: 'ready_to_start' },
      next: 'start',
      hasData: true,
      openRun: null,
      checkPupilsAgain: false,
    })
    expect(say.message('home', home.sentence)).toBe('A file has been read and waits. Start the sync to see what it would change.')
    expect(home.lastApplied).toMatchObject({ state: 'applied', actor: 'Muster', purpose: 'sync' })
    expect(home.tiles).toMatchObject({ leavers: 0, needsDecision: 0, errors: 0 })
    expect(home.tiles.pupils).toBeGreaterThan(1_100)
    expect(home.tiles.pupilsSynced).toBeLessThan(home.tiles.pupils)
    expect(home.tiles.messagesHeld).toBeGreaterThan(50)
  })

  it('S-21 tells who may not sync how things stand, and asks nothing of them', async () => {
    const viewer = await server.join(agent, school, { role: 'viewer', name: 'Vera Look' })
    const home = await viewer.call('home.read', { params: { school } })
    expect(home).toMatchObject({ next: null, openRun: null, sentence: { code: 'ready_to_start' } })
  })
})

describe('the people of a school', () => {
  it('S-71 stand on pages that hold everybody once, by name', async () => {
    const seen: RouteAnswer<'people.list'>['items'] = []
    let cursor: string | null | undefined
    while (cursor !== null) {
      const page = await people({ kind: 'pupil', limit: 250, ...(cursor === undefined ? {} : { cursor }) })
      seen.push(...page.items)
      cursor = page.nextCursor
      expect(page.counts).toMatchObject({ all: page.total })
    }
    expect(new Set(seen.map((it) => it.id)).size).toBe(seen.length)
    const back = await people({ kind: 'pupil', limit: 250, sort: '-name' })
    expect(back.items[0]?.id).toBe(seen.at(-1)?.id)
  })

  it('S-71 are found by words in any order, whatever their marks and case', async () => {
    const all = await people({ kind: 'pupil', limit: 250 })
    const one = all.items[17]
    const [first = '', ...last] = (one?.name ?? '').split(' ')
    const found = await people({ q: `${last.join(' ').toUpperCase()} ${first.toLowerCase()}` })
    expect(found.items.map((it) => it.id)).toContain(one?.id)
    expect(found.total).toBeLessThan(20)
    expect((await people({ q: 'nobodyiscalledthis' })).items).toEqual([])
  })

  it('S-71 are filtered and sorted, and each filter says how many it would show', async () => {
    const unmatched = await people({ kind: 'pupil', sync: 'not_matched', limit: 250 })
    expect(unmatched.total).toBe(unmatched.counts['not_matched'])
    expect(unmatched.items.every((it) => it.sync === 'not_matched' && it.reason === null)).toBe(true)
    const [year = ''] = unmatched.yearGroups
    const inYear = await people({ kind: 'pupil', yearGroup: year, sort: 'class', limit: 250 })
    expect(inYear.items.every((it) => it.yearGroup === year)).toBe(true)
    const named = inYear.items.flatMap((it) => it.registrationClass ?? [])
    expect(named).toEqual([...named].sort(new Intl.Collator('en', { numeric: true }).compare))
    expect(inYear.registrationClasses).toContain(named[0])
  })

  it('S-70 staff who teach nothing are among the staff', async () => {
    const staff = await people({ kind: 'staff', limit: 250 })
    const teaching = new Set((await classes({ limit: 250 })).items.flatMap((it) => it.teachers))
    expect(staff.items.some((it) => !teaching.has(it.name))).toBe(true)
    expect(staff.items.some((it) => teaching.has(it.name))).toBe(true)
  })

  it('one of them: with class, locks and history', async () => {
    const [listed] = (await people({ kind: 'pupil', sync: 'synced', limit: 1 })).items
    const person = await agent.call('people.read', { params: { school, person: listed?.id ?? '' } })
    expect(person).toMatchObject({ ...listed, version: 1 })
    expect(person.fields.every((it) => it.isLocked)).toBe(true)
    expect(person.classes.map((it) => it.name)).toContain(listed?.registrationClass)
    const [entry] = person.timeline
    expect(entry).toMatchObject({ by: 'Muster', operation: 'create' })
    expect(entry?.fields).toContainEqual({ field: 'yearGroup', before: null, after: listed?.yearGroup })
    expect(entry?.fields).toContainEqual({ field: 'registrationClass', before: null, after: listed?.registrationClass })
  })
})

describe('the classes of a school', () => {
  it('S-101 S-71 are listed by kind with teachers and the number of pupils', async () => {
    const registration = await classes({ kind: 'registration', limit: 250 })
    expect(registration.total).toBe(registration.counts['registration'])
    expect(registration.counts).toMatchObject({ group: 0, archived: 0 })
    expect(registration.items.every((it) => it.isSynced && it.pupils > 0 && it.yearGroups.length === 1 && it.teachers.length === 1)).toBe(
      true,
    )
    const [largest] = (await classes({ sort: '-pupils' })).items
    const read = await agent.call('classes.read', { params: { school, class: largest?.id ?? '' } })
    expect(read.people.filter((it) => it.role === 'pupil')).toHaveLength(largest?.pupils ?? 0)
    expect(read.people[0]?.role).toBe('teacher')
  })

  it('D18 a person or class that the school does not have is not there', async () => {
    const id = '0190a000-0000-7000-8000-000000000001'
    await expect(agent.call('people.read', { params: { school, person: id } })).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(agent.call('classes.read', { params: { school, class: id } })).rejects.toMatchObject({ problem: { status: 404 } })
  })
})

describe('messages that wait', () => {
  it('D32 are listed with their addressees, and dropped for good by a person', async () => {
    const before = await agent.call('messages.list', { params: { school }, query: { limit: 3 } })
    expect(before.items.every((it) => it.why === 'made_up_school' && it.state === 'held')).toBe(true)
    // the viewer of above was invited last
    expect(before.items.map((it) => it.kind)).toEqual(['team_invitation', 'staff_invitation', 'staff_invitation'])
    expect(before.items.slice(1).every((it) => it.name !== '')).toBe(true)
    const messages = before.items.map((it) => it.id)
    expect(await agent.call('messages.drop', { params: { school }, body: { messages } })).toEqual({ dropped: 3 })
    expect(await agent.call('messages.drop', { params: { school }, body: { messages } })).toEqual({ dropped: 0 })
    const last = await agent.call('messages.list', { params: { school }, query: { page: Math.ceil(before.total / 3), limit: 3 } })
    expect(last.items.some((it) => it.state === 'dropped')).toBe(true)
  })
})
