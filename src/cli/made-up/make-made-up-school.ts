import { madeUpSchool, type Scenario, type ScenarioStep, type TypedPerson } from '../../../fixtures/index.ts'
import { type Database, inInstallation, inSchool } from '../../db/index.ts'
import { addPeople } from '../../directory/index.ts'
import { type Action, type Actor, allow, operator, type SchoolScope } from '../../permission/index.ts'
import { readYearGroup, type Vocabulary } from '../../roster/index.ts'
import { processRun, queueSync, type RunContext, readFiles, storeUpload } from '../../runs/index.ts'
import { addSchools, type IdSource, type School, writeSetting } from '../../schools/index.ts'
import type { SchoolPart } from '../../snapshots/index.ts'
import { runContext, systemIds } from '../actor.ts'
import { filesOf } from './files-of.ts'

/** How many pupils it has: as many as a school that has forty minutes for them (UX 0.1), ready in a few seconds. */
const PUPILS = 1_200
const NAMES: Readonly<Record<Vocabulary, string>> = { 'en-GB': 'Hillview School', 'en-US': 'Hillview High School' }
const DAY_MILLISECONDS = 24 * 3_600_000

/** The maker stands in the history of what it has made. */
const MAKER: Actor = operator('Muster')

/**
 * Invents a school that has lived through a scenario but for its last step, whose package waits to be synced. Everything
 * goes through the real flow, each step as long ago as the scenario says.
 */
export async function makeMadeUpSchool(database: Database, scenario: Scenario['id'], vocabulary: Vocabulary): Promise<School> {
  const country = vocabulary === 'en-US' ? 'us' : 'uk'
  const { steps, typed } = madeUpSchool(scenario, { seed: 'Hillview', pupils: PUPILS, country })
  const last = steps.at(-1)
  if (last === undefined) throw new Error('A scenario has no steps.')
  const school = await addSchool(database, vocabulary, scenario)
  for (const step of steps.slice(0, -1)) await playStep(database, school, { step, ids: idsBefore(last, step) })
  await inSchool(database, scopeFor('people.add', school), (tx) => addPeople(tx, systemIds, byHand(typed, vocabulary)))
  await leaveUpload(database, school, last)
  return school
}

async function addSchool(database: Database, vocabulary: Vocabulary, scenario: Scenario['id']): Promise<School> {
  const externalId = `made-up-${Buffer.from(systemIds.random(4)).toString('hex')}`
  const name = NAMES[vocabulary]
  const added = await inInstallation(database, (tx) => addSchools(tx, systemIds, [{ externalId, name, vocabulary, isMadeUp: true }]))
  const [school] = added.ok ? added.value : []
  if (school === undefined) throw new Error('A made-up school was not added.')
  await inSchool(database, scopeFor('school.configure', school), async (tx) => {
    // S-108: whoever looks at it chooses whose addresses are used
    await writeSetting(tx, 'pupilEmails', 'none')
    // its year starts on the day on which somebody looks at it, whatever day that is
    if (scenario === 'september') await writeSetting(tx, 'yearStartWindow', { from: '01-01', to: '12-31' })
  })
  return school
}

type Step = Pick<ScenarioStep, 'files' | 'connection' | 'on'>

/** Syncs one package, to the end and without asking. */
async function playStep(database: Database, school: School, { step, ids }: { readonly step: Step; readonly ids: IdSource }): Promise<void> {
  const context: RunContext = { ...runContext(database.server.key), ids }
  const options = { importNewStaff: true, importNewPupils: true, acceptMayMatch: null, applyWhenReady: true }
  const part = await readPart(school, step)
  const request = { actor: MAKER, connectionName: step.connection, options, context }
  const queued: Parameters<Parameters<typeof queueSync>[3]>[0][] = []
  await queueSync(database, [{ part, school }], request, (it) => queued.push(it))
  for (const { scope, runId } of queued) {
    const done = await processRun(database, scope, runId, context)
    if (!done.ok || done.value?.state !== 'applied') throw new Error('A step of a scenario was not applied.')
  }
}

/** Leaves the package of the last step as if somebody had just uploaded it. */
async function leaveUpload(database: Database, school: School, step: Step): Promise<void> {
  const part = await readPart(school, step)
  const stored = { connectionName: step.connection, part, ids: systemIds, key: database.server.key }
  await inSchool(database, scopeFor('run.start', school), (tx) => storeUpload(tx, stored))
}

/** What a package says about its one school, on the day of the scenario. */
async function readPart({ externalId, name }: School, { files, on }: Step): Promise<SchoolPart> {
  const fileSchool = { externalId, name }
  const now = new Date(`${on}T10:00:00Z`)
  const read = await readFiles({ files: filesOf(files), map: null, declared: 'as_read', fileSchool, now })
  const [part] = read.ok ? read.value.schools : []
  if (part === undefined) throw new Error('An invented package was not read.')
  return { ...part, externalId }
}

/** Clock and random numbers of a step: as many days before now as it lies before the last one. */
function idsBefore(last: Step, { on }: Step): IdSource {
  const ago = Math.max(DAY_MILLISECONDS, Date.parse(last.on) - Date.parse(on))
  return { ...systemIds, clock: () => new Date(systemIds.clock().getTime() - ago) }
}

function byHand(typed: readonly TypedPerson[], vocabulary: Vocabulary): Parameters<typeof addPeople>[2] {
  return typed.map(({ kind, registrationClass, yearGroup, ...fields }) => {
    const year = readYearGroup(yearGroup ?? '', vocabulary)
    const code = typeof year === 'string' ? null : year.code
    return { kind, registrationClass, fields: { ...fields, yearGroup: code, userType: kind === 'staff' ? 'Teacher' : 'Student' } }
  })
}

function scopeFor(action: Action, school: School): SchoolScope {
  const scope = allow(MAKER, action, school.id)
  if (!scope.ok) throw new Error('The maker of a made-up school may not act in it.')
  return scope.value
}
