import { describe, expect, it } from 'vitest'
import { oneRoster } from '../support/packages.ts'
import { aPupil, DORA, type Run, reviewerAt } from '../support/reviewer.ts'
import { testServer } from '../support/server.ts'

const server = await testServer()
const { agent, school } = await server.setUp()
const ada = reviewerAt(server, agent, school)
const at = (run: Run) => ({ school, run: run.id })

const PEOPLE = [
  aPupil('p1', 'Nadia', 'Fernbank', { grade: '6' }),
  aPupil('p2', 'Tomas', 'Hollow', { grade: 'R' }),
  aPupil('p3', 'Ines', 'Marchwood', { grade: 'Mixed' }),
  DORA,
]
const yearOf = async (run: Run) => (await agent.call('runs.yearGroups', { params: at(run) })).schoolYear
const choose = async (run: Run, schoolYear: number) => {
  const { version } = await agent.call('runs.read', { params: at(run) })
  return agent.call('runs.saveYearGroups', { params: at(run), ifMatch: version, body: { rows: [], schoolYear } })
}
const intakes = async () =>
  (
    await server.ask<{ who: string }>(
      "select first_name || ' ' || coalesce(intake_year::text, '-') as who from person where kind = 'pupil' order by 1",
    )
  ).map((it) => it.who)

const first = await ada.start(PEOPLE)
await ada.savePanels(first)
const { start } = await yearOf(first)
await ada.sync(first)

describe('the intake of a pupil', () => {
  it('S-91 is counted once from the year group, and stays the same when they move up or stay down', async () => {
    expect(await intakes()).toEqual(['Ines -', `Nadia ${start - 6}`, `Tomas ${start}`])
    const again = PEOPLE.map((it) => (it.id === 'p1' ? { ...it, grade: '5' } : it))
    await ada.sync(await ada.start(again))
    expect(await intakes()).toEqual(['Ines -', `Nadia ${start - 6}`, `Tomas ${start}`])
    await ada.sync(await ada.start(PEOPLE))
  })

  it('S-90 is counted anew when a person says that the year groups are of another school year; an undo gives it back', async () => {
    const run = await ada.start(PEOPLE.map((it) => (it.id === 'p2' ? { ...it, last: 'Hollows' } : it)))
    expect(await yearOf(run)).toMatchObject({ source: 'school', isMismatch: false, start })
    expect((await choose(run, start - 1)).schoolYear).toMatchObject({ start: start - 1, source: 'chosen' })
    const applied = await ada.sync(run)
    expect(await intakes()).toEqual(['Ines -', `Nadia ${start - 7}`, `Tomas ${start - 1}`])
    await ada.sync(await agent.call('runs.undo', { params: at(applied) }))
    expect(await intakes()).toEqual(['Ines -', `Nadia ${start - 6}`, `Tomas ${start}`])
  })

  it('C9 follows the calendar of the MIS where the package has one, and says when it is another year than the date says', async () => {
    const year = `y,,,${start + 1}/${start + 2},schoolYear,${start + 1}-08-24,${start + 2}-07-20,,${start + 2}\n`
    const header = 'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n'
    await server.upload(agent, school, { ...oneRoster(PEOPLE), 'academicSessions.csv': `${header}${year}` })
    const run = await ada.startAgain()
    const said = await yearOf(run)
    expect(said).toMatchObject({ start: start + 1, source: 'mis', isMismatch: true })
    expect(said.choices).toContainEqual({ year: start + 1, from: `${start + 1}-08-24` })
    await ada.discard(run)
  })

  it('is shown with the person, and found by a search', async () => {
    const found = await agent.call('people.list', { params: { school }, query: { q: String(start - 6) } })
    expect(found.items).toMatchObject([{ name: 'Nadia Fernbank', intakeYear: start - 6 }])
    expect(await agent.call('people.read', { params: { school, person: found.items[0]?.id ?? '' } })).toMatchObject({
      intakeYear: start - 6,
    })
  })
})
