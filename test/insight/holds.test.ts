import { expect, it } from 'vitest'
import type { SchoolTx } from '../../src/db/index.ts'
import { presentHolds } from '../../src/insight/index.ts'
import { testDatabase } from '../support/database.ts'
import { aSchoolOnDatabase, type SchoolOnDatabase } from '../support/school-on-database.ts'
import { pupils, teachers } from '../support/stories.ts'

const { database } = await testDatabase()
const NOW = new Date('2026-03-10T12:00:00Z')
const PEOPLE = [...teachers(20), ...pupils(60)]

/** What is on hold, and how many statements that took. */
async function holdsOf(school: SchoolOnDatabase) {
  return school.in(async (tx) => {
    let statements = 0
    const counting: SchoolTx = {
      ...tx,
      rows: (query) => {
        statements += 1
        return tx.rows(query)
      },
    }
    const holds = await presentHolds(counting, NOW)
    return {
      statements,
      told: holds.map((it) => `${it.plan.holds.map((one) => `${one.population} ${one.code}`).join()} ${it.plan.changes} ${it.counted}`),
    }
  })
}

it('D20 any number of parts on hold are told in as many statements as one', async () => {
  const [one, two] = [await aSchoolOnDatabase(database), await aSchoolOnDatabase(database)]
  for (const school of [one, two]) await school.sync(PEOPLE)
  await one.plan(PEOPLE.slice(0, -12))
  await two.plan(PEOPLE.slice(10, -12))
  const [few, more] = [await holdsOf(one), await holdsOf(two)]
  expect(few.told).toEqual(['pupil leavers 12 12'])
  expect(more.told.sort()).toEqual(['pupil leavers 12 12', 'staff leavers 10 10'])
  expect(more.statements).toBe(few.statements)
})
