import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { inSchool, type SchoolTx } from '../../src/db/index.ts'
import { readLearned, WEIGHTS, type Weights } from '../../src/matching/index.ts'
import { type Action, allow, operator } from '../../src/permission/index.ts'
import { readRows } from '../../src/review/index.ts'
import { addAlias, adoptLearning, dropAlias, goBackInLearning, proposeLearning, showLearning } from '../../src/runs/index.ts'
import type { SourceRecord } from '../../src/snapshots/index.ts'
import { testDatabase } from '../support/database.ts'
import { said } from '../support/school-in-memory.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { aPupil, pupils } from '../support/stories.ts'

const { database } = await testDatabase()

/** A minute passes between any two things, so that what was there when somebody decided can be told from what came after. */
function ticking(): () => Date {
  let minute = 0
  return () => new Date(Date.UTC(2026, 2, 10, 12) + 60_000 * minute++)
}

async function aSchool(): Promise<SchoolOnDatabase> {
  const clock = ticking()
  const school = await aSchoolOnDatabase(database, clock)
  idsOf.set(school, { clock, random: (count) => randomBytes(count) })
  return school
}
const idsOf = new WeakMap<SchoolOnDatabase, { readonly clock: () => Date; readonly random: (count: number) => Uint8Array }>()
const ids = (school: SchoolOnDatabase) => idsOf.get(school) ?? { clock: () => new Date(0), random: (count: number) => randomBytes(count) }

function as<Value>(school: SchoolOnDatabase, action: Action, work: (tx: SchoolTx) => Promise<Value>): Promise<Value> {
  const scope = allow(operator('test'), action, school.scope.schoolId)
  if (!scope.ok) throw new Error(scope.failure)
  return inSchool(database, scope.value, work)
}
const propose = (school: SchoolOnDatabase, seed = 'muster') =>
  as(school, 'learning.adopt', (tx) => proposeLearning(tx, { seed, ids: ids(school) }))
const adopt = (school: SchoolOnDatabase, version: number) =>
  as(school, 'learning.adopt', (tx) => adoptLearning(tx, { version, ids: ids(school) }))
const goBack = (school: SchoolOnDatabase) => as(school, 'learning.adopt', (tx) => goBackInLearning(tx, { version: null, ids: ids(school) }))
const inUse = (school: SchoolOnDatabase) => school.in(readLearned)
const show = (school: SchoolOnDatabase) => as(school, 'learning.read', showLearning)

/** Pupils whom two MIS spell differently: one source id here, another there, one letter of the forename changed. */
const spelt = (count: number, spelling: 'one' | 'other'): readonly SourceRecord[] =>
  Array.from({ length: count }, (_, at) =>
    aPupil(`${spelling === 'one' ? 'a' : 'b'}${at + 1}`, {
      firstName: spelling === 'one' ? `Oleksandr` : 'Wolf',
      lastName: String(aPupil(`p${at + 40}`).body.fields.lastName),
      birthDate: `2013-0${1 + (at % 9)}-1${Math.floor(at / 9)}`,
    }),
  )

/** The statuses of a run's review, by the record of the source. */
async function review(school: SchoolOnDatabase, runId: string): Promise<Readonly<Record<string, string>>> {
  const rows = await school.in((tx) => readRows(tx, runId))
  return Object.fromEntries(rows.map((it) => [it.sourceId ?? 'nobody', it.status]))
}

/** A school in which a person matched so many pupils whom a second MIS calls by another name; the matches are applied. */
async function schoolWithMatches(count: number): Promise<SchoolOnDatabase> {
  const school = await aSchool()
  await school.sync([...spelt(count, 'one'), ...pupils(8)])
  const other = [...spelt(count, 'other'), ...pupils(8)]
  await school.plan(other, { connection: 'new' })
  for (let at = 1; at <= count; at += 1) {
    const ourId = await school.ourId(`a${at}`)
    await school.decide(said('match', `b${at}`, ourId), { connection: 'new' })
  }
  await school.sync(other, { connection: 'new' })
  return school
}

describe('N-06 learning from decisions', () => {
  it('learns what two records looked like when somebody decided, though a sync has made them equal since', async () => {
    const school = await schoolWithMatches(3)
    const [proposal] = await propose(school)
    expect(proposal).toMatchObject({
      ...{ version: 1, kind: 'pupil', state: 'proposed', decisions: 3, base: WEIGHTS.pupil.version },
      aliases: [{ box: 'forename', left: 'oleksandr', right: 'wolf' }],
      report: { isAdoptable: true, contradictions: [] },
    })
    expect(proposal?.aliases[0]?.decisionIds).toHaveLength(3)
    const { forename } = WEIGHTS.pupil
    expect(proposal?.weights.forename.levels.different.m).toBeGreaterThan(forename.levels.different.m)
    expect(proposal?.weights.forename.exact.m).toBeLessThan(forename.exact.m)
    expect(await inUse(school)).toEqual({ pupil: { weights: WEIGHTS.pupil, aliases: [] }, staff: { weights: WEIGHTS.staff, aliases: [] } })
  })

  it('says nothing of rows that were accepted by default', async () => {
    const school = await aSchool()
    await school.sync(pupils(8))
    await school.plan(pupils(8), { connection: 'new' })
    await school.sync(pupils(8), { connection: 'new' })
    expect(await propose(school)).toEqual([])
  })

  it('the same decisions and seed give the same version and report; another seed another report', async () => {
    const school = await schoolWithMatches(2)
    const [first] = await propose(school)
    expect(await propose(school)).toEqual([first])
    const [other] = await propose(school, 'another')
    expect(other).toMatchObject({ version: 2, report: { seed: 'another', decisions: first?.decisions } })
    expect((await show(school)).versions.map((it) => it.state)).toEqual(['proposed', 'retired'])
  })

  it('is in use from the adoption on, and not before: the review reads the adopted weights and aliases', async () => {
    const school = await schoolWithMatches(3)
    const [proposal] = await propose(school)
    expect(await adopt(school, proposal?.version ?? 0)).toMatchObject({ ok: true, value: { state: 'adopted', replaces: null } })
    expect(await adopt(school, proposal?.version ?? 0), 'twice').toMatchObject({ ok: true })
    const { pupil, staff } = await inUse(school)
    expect(pupil).toEqual({ weights: proposal?.weights, aliases: [{ box: 'forename', left: 'oleksandr', right: 'wolf' }] })
    expect(staff.weights).toEqual(WEIGHTS.staff)
    const noted = await school.in((tx) =>
      tx.rows(sql<{ action: string; actor: string }>`
        select action, actor from audit_entry where school_id = ${tx.schoolId} and action like 'learning.%' order by at, id`),
    )
    expect(noted).toEqual(['learning.proposed', 'learning.adopted'].map((action) => ({ action, actor: 'operator:test' })))
  })

  it('goes back to the version before, and from there to the shipped weights', async () => {
    const school = await schoolWithMatches(2)
    const [first] = await propose(school)
    await adopt(school, 1)
    await school.decide(said('match', 'p1', await school.ourId('p1')), { connection: 'new' })
    const [second] = await propose(school)
    expect(await adopt(school, second?.version ?? 0)).toMatchObject({ ok: true, value: { version: 2, replaces: 1 } })
    expect((await inUse(school)).pupil.weights).toEqual(second?.weights)
    expect(await goBack(school)).toMatchObject({ ok: true, value: { version: 2, state: 'retired' } })
    expect((await inUse(school)).pupil).toEqual({
      weights: first?.weights,
      aliases: [{ box: 'forename', left: 'oleksandr', right: 'wolf' }],
    })
    expect(await goBack(school)).toMatchObject({ ok: true, value: { version: 1, state: 'retired' } })
    expect((await inUse(school)).pupil).toEqual({ weights: WEIGHTS.pupil, aliases: [] })
    expect(await goBack(school)).toMatchObject({ ok: false, failure: { code: 'learning.nothing_adopted' } })
  })

  it('a version that is adopted again does not lead round in a circle: every way back ends at the shipped weights', async () => {
    const school = await schoolWithMatches(2)
    await propose(school)
    await adopt(school, 1)
    await propose(school, 'another')
    await adopt(school, 2)
    expect(await adopt(school, 1)).toMatchObject({ ok: true, value: { replaces: 2 } })
    expect([await goBack(school), await goBack(school)]).toMatchObject([
      { value: { version: 1 } },
      { value: { version: 2, replaces: null } },
    ])
    expect((await inUse(school)).pupil).toEqual({ weights: WEIGHTS.pupil, aliases: [] })
  })

  it('is refused where a decision since goes against it, whatever the proposal said', async () => {
    const school = await schoolWithMatches(2)
    const [proposal] = await propose(school)
    expect(proposal?.report.isAdoptable).toBe(true)
    await school.decide(said('unmatch', 'p1', await school.ourId('p1')), { connection: 'new' })
    expect(await adopt(school, 1)).toMatchObject({ ok: false, failure: { code: 'learning.contradicts', params: { count: 1 } } })
    expect(await adopt(school, 7)).toMatchObject({ ok: false, failure: { code: 'learning.not_found' } })
    expect((await inUse(school)).pupil.weights).toEqual(WEIGHTS.pupil)
  })

  it('weights that were learnt with others than are shipped now wait, and the shipped ones hold', async () => {
    const school = await schoolWithMatches(2)
    await propose(school)
    await adopt(school, 1)
    await school.in((tx) => tx.rows(sql`update learned_weights set base = 'pupil-1' where school_id = ${tx.schoolId}`))
    expect((await inUse(school)).pupil.weights).toEqual(WEIGHTS.pupil)
  })

  it('the review is matched by what was adopted', async () => {
    const school = await schoolWithMatches(2)
    const stranger = aPupil('x1', { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' })
    const alike = aPupil('y1', { firstName: 'Ada', lastName: 'Marsh', birthDate: '2012-11-30' })
    await school.sync([stranger], { connection: 'third', declared: 'partial' })
    const seen = async () => (await review(school, (await school.plan([alike], { connection: 'fourth', declared: 'partial' })).id))['y1']
    expect(await seen()).toBe('may_match')
    await propose(school)
    await adopt(school, 1)
    await school.in((tx) =>
      tx.rows(sql`update learned_weights set weights = ${JSON.stringify(unsure())}::jsonb where school_id = ${tx.schoolId}`),
    )
    expect(await seen()).toBe('new')
    await goBack(school)
    expect(await seen()).toBe('may_match')
  })

  it("another school's decisions, versions and aliases say nothing here, and go with their school", async () => {
    const [oak, elm] = [await schoolWithMatches(2), await schoolWithMatches(2)]
    await propose(oak)
    await adopt(oak, 1)
    expect(await show(elm)).toEqual({ versions: [], aliases: [] })
    expect((await inUse(elm)).pupil).toEqual({ weights: WEIGHTS.pupil, aliases: [] })
    const [own] = await propose(elm)
    await adopt(elm, 1)
    for (const table of ['alias', 'learned_weights', 'veto', 'decision'])
      await oak.in((tx) => tx.rows(sql`delete from ${sql.table(table)} where school_id = ${tx.schoolId}`))
    expect((await inUse(oak)).pupil).toEqual({ weights: WEIGHTS.pupil, aliases: [] })
    expect(await propose(oak)).toEqual([])
    expect((await inUse(elm)).pupil.weights).toEqual(own?.weights)
    expect(await propose(elm)).toMatchObject([{ decisions: 2 }])
  })
})

describe('N-06 aliases that a person adds', () => {
  const change = (school: SchoolOnDatabase, act: typeof addAlias, one: string, other: string) =>
    as(school, 'learning.adopt', (tx) => act(tx, { box: 'forename', one, other, ids: ids(school) }))

  it('hold at once for pupils and staff, through versions and back, until they are taken back', async () => {
    const school = await schoolWithMatches(2)
    const kyrylo = { box: 'forename', left: 'kirill', right: 'kyrylo' }
    expect(await change(school, addAlias, 'Kyrylo', 'Kirill')).toEqual({ ok: true, value: kyrylo })
    await propose(school)
    await adopt(school, 1)
    await goBack(school)
    const { pupil, staff } = await inUse(school)
    expect([pupil.aliases, staff.aliases]).toEqual([[kyrylo], [kyrylo]])
    expect(await change(school, dropAlias, 'kirill', 'KYRYLO')).toMatchObject({ ok: true })
    expect(await change(school, dropAlias, 'kirill', 'KYRYLO')).toMatchObject({ ok: false, failure: { code: 'alias.not_found' } })
    expect((await show(school)).aliases).toEqual([])
  })

  it('are refused for one name spelt twice, and for two names that are both frequent', async () => {
    const school = await aSchool()
    const many = (firstName: string, from: number) => pupils(5, { firstName }, from)
    await school.sync([...many('Zofia', 1), ...many('Amara', 11)])
    expect(await change(school, addAlias, 'Zofia', 'ZÓFIA')).toMatchObject({ ok: false, failure: { code: 'alias.one_name' } })
    expect(await change(school, addAlias, 'Zofia', 'Amara')).toMatchObject({ ok: false, failure: { code: 'alias.both_frequent' } })
    expect(await change(school, addAlias, 'Zofia', 'Zosia')).toMatchObject({ ok: true })
  })
})

describe('what a person said holds, whatever has been learnt', () => {
  /** Two pupils of one name and birth date whom a person has called two: the engine alone always pairs them. */
  const ada = { firstName: 'Ada', lastName: 'Marsh', birthDate: '2013-05-04' }

  it('S-60, S-80 a pair that was split does not come back in later reads, nor in a full read of the same ids', async () => {
    const school = await aSchool()
    await school.sync([aPupil('p1', ada), ...pupils(6, {}, 2)])
    const ourId = await school.ourId('p1')
    await school.decide(said('unmatch', 'p1', ourId))
    for (const source of [[aPupil('p1', ada), ...pupils(6, {}, 2)], pupils(6, {}, 2), [aPupil('p1', ada), ...pupils(6, {}, 2)]]) {
      await school.sync(source, { declared: 'full' })
      const { links } = await school.directory()
      expect(links.filter((it) => it.recordId === ourId && it.endReason === null)).toEqual([])
    }
  })

  it('S-59 a pair that was made holds when the source leaves the person out for a while, and under another name', async () => {
    const school = await aSchool()
    await school.sync([aPupil('p1', ada), ...pupils(6, {}, 2)])
    const ourId = await school.ourId('p1')
    await school.decide(said('match', 'x9', ourId))
    const stranger = aPupil('x9', { firstName: 'Zuzanna', lastName: 'Plumkemp', birthDate: '2012-01-30' })
    await school.sync([stranger, ...pupils(6, {}, 2)])
    expect(await school.ourId('x9')).toBe(ourId)
    await school.sync(pupils(6, {}, 2), { declared: 'full' })
    await school.sync([stranger, ...pupils(6, {}, 2)], { declared: 'full' })
    expect(await school.ourId('x9')).toBe(ourId)
  })

  it('S-60 a split names an id: when the MIS gives its people new ids it is asked anew, and says nothing of the new id', async () => {
    const school = await aSchool()
    await school.sync([aPupil('p1', ada), ...pupils(6, {}, 2)])
    const ourId = await school.ourId('p1')
    await school.decide(said('unmatch', 'p1', ourId))
    const run = await school.plan([aPupil('n1', ada), ...pupils(6, {}, 2)], { declared: 'full' })
    expect((await review(school, run.id))['p1']).toBeUndefined()
    const vetoes = await school.in((tx) => tx.rows(sql<{ source_id: string }>`select source_id from veto where school_id = ${tx.schoolId}`))
    expect(vetoes).toEqual([{ source_id: 'p1' }])
  })

  it('S-59, S-60 adopted weights move neither', async () => {
    const school = await schoolWithMatches(3)
    const apart = await school.ourId('p2')
    await propose(school)
    await adopt(school, 1)
    await school.decide(said('unmatch', 'p2', apart), { connection: 'new' })
    const source = [...spelt(3, 'other'), ...pupils(8)]
    await school.sync(source, { connection: 'new' })
    const run = await school.plan(source, { connection: 'new' })
    const statuses = await review(school, run.id)
    expect([statuses['b1'], statuses['b2'], statuses['b3']]).toEqual(['synced', 'synced', 'synced'])
    const { links } = await school.directory()
    expect(links.filter((it) => it.recordId === apart && it.endReason === null && it.source.id === 'p2')).toEqual([])
  })
})

/** Weights by which a name says little for a pair. */
function unsure(): Weights {
  const { forename, surname } = WEIGHTS.pupil
  const weak = { m: 0.02, rate: 0.01, weight: 200 }
  return { ...WEIGHTS.pupil, forename: { ...forename, exact: weak }, surname: { ...surname, exact: weak } }
}
