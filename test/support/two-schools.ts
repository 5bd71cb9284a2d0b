import { insertRequest } from '../../src/access/access-requests.store.ts'
import { findApplication } from '../../src/access/index.ts'
import { systemIds } from '../../src/cli/actor.ts'
import { inSchool, type SchoolTx } from '../../src/db/index.ts'
import { readDirectory, writePin, writeProtection } from '../../src/directory/index.ts'
import { noteEvent, takeKey } from '../../src/events/index.ts'
import { oweInvitation } from '../../src/outbox/index.ts'
import { type Action, allow, operator, type SchoolScope } from '../../src/permission/index.ts'
import { decide, mapYearGroup, noteDoubts, noteNotSame } from '../../src/review/index.ts'
import { insertErasure } from '../../src/runs/deletion/erasures.store.ts'
import { addAlias, addPeriod, changeSchedule, deletePeople, proposeLearning } from '../../src/runs/index.ts'
import { lockSchool, newId, writeSetting } from '../../src/schools/index.ts'
import { heldPart, type TestMuster } from './muster.ts'
import { oneRoster, writePackage } from './packages.ts'

/** The right to do something in a school, or to start a run, as a command has it. */
export function scopeOf(schoolId: string, action: Action = 'run.start'): SchoolScope {
  const scope = allow(operator('test'), action, schoolId)
  if (!scope.ok) throw new Error(scope.failure)
  return scope.value
}

const PUPILS = Array.from({ length: 12 }, (_, at) => ({
  ...{ id: `p${at}`, first: `Name${'abcdefghijkl'[at]}`, last: `Sur${'lkjihgfedcba'[at]}`, grade: '7', classes: ['7A'] },
}))
/** Counted from another school year than the sync did. */
const TEACHER = { id: 't1', first: 'Dora', last: 'Quill', role: 'teacher', email: 'd@oak.example.test', classes: ['7A'] } as const

/**
 * A school in which everything has happened once: a first sync with a row that could not be used, a setting, decisions, a
 * sync that a guard held and a person approved. Gives its id.
 */
export async function busySchool(muster: TestMuster, externalId: string): Promise<string> {
  const sync = (people: Parameters<typeof oneRoster>[0]) =>
    muster.sync(writePackage(muster.folder, oneRoster(people, { id: externalId, name: `School ${externalId}` })), '--import-staff')
  const { school } = await sync([...PUPILS, TEACHER, { id: '', first: 'No', last: 'Id' }])
  const schoolId = String(school.school.id)
  await inSchool(muster.database, scopeOf(schoolId), sayThings)
  await inSchool(muster.database, scopeOf(schoolId, 'learning.adopt'), learnThings)
  await inSchool(muster.database, scopeOf(schoolId, 'school.configure'), setTimes)
  const held = await sync([...PUPILS.slice(0, 5), TEACHER])
  const approved = await muster.run('approve', ...heldPart(held.school))
  if (approved.code !== 0) throw new Error(approved.err)
  await inSchool(muster.database, scopeOf(schoolId, 'people.delete'), deleteLeavers)
  return schoolId
}

/** A person leaves one pair apart, maps a year group and changes a setting; who follows is told, and the request is not carried out twice. */
async function sayThings(tx: SchoolTx): Promise<void> {
  const { links, people } = await readDirectory(tx)
  const link = links.find((it) => it.source.kind === 'pupil' && it.source.id === 'p11')
  if (link === undefined) throw new Error('p11 has no link')
  const { connection, id } = link.source
  await decide(tx, systemIds, connection, { kind: 'unmatch', recordId: link.recordId, sourceKind: 'pupil', sourceId: id })
  await noteDoubts(tx, connection, [{ sourceKind: 'pupil', sourceId: 'p10' }])
  const [one = '', other = ''] = [...people.values()]
    .filter((it) => it.kind === 'pupil')
    .map((it) => it.id)
    .sort()
  const at = systemIds.clock()
  await writePin(tx, one, { field: 'firstName', reason: 'Asked by the family', until: '2999-01-01', actor: tx.scope.actor.id, at })
  await writeProtection(tx, other, { reason: 'Head of the school council', actor: tx.scope.actor.id, at })
  const application = await findApplication(tx, undefined)
  await insertRequest(tx, { id: newId(systemIds), personId: one, applicationId: application?.id ?? '', at })
  await noteNotSame(tx, [{ kind: 'pupil', one, other }], systemIds.clock())
  await mapYearGroup(tx, systemIds, 'Reception B', 'R')
  await writeSetting(tx, 'importNewStaff', true)
  await lockSchool(tx)
  const invitationId = newId(systemIds)
  await oweInvitation(tx, { id: newId(systemIds), invitationId, address: 'viewer@oak.example.test', why: null }, systemIds.clock())
  await noteEvent(tx, { type: 'school', runId: null, version: 2, at: systemIds.clock() })
  await takeKey(tx, { actor: tx.scope.actor.id, key: 'k1', digest: new Uint8Array(32) }, systemIds.clock())
}

/** Whoever may be deleted is, and somebody is gone for good. */
async function deleteLeavers(tx: SchoolTx): Promise<void> {
  const { people } = await readDirectory(tx)
  await deletePeople(tx, systemIds, [...people.keys()])
  const gone = { personId: newId(systemIds), kind: 'pupil', why: 'retention', reference: null, erased: {} } as const
  await insertErasure(tx, { ...gone, id: newId(systemIds), actor: tx.scope.actor.id, at: systemIds.clock() })
}

/** The school is checked at night, but for the summer. */
async function setTimes(tx: SchoolTx): Promise<void> {
  const change = { mode: 'check', minute: 120, days: [1, 2, 3, 4, 5], onlyInTerm: false } as const
  await changeSchedule(tx, { change, seenVersion: 0, ids: systemIds })
  await addPeriod(tx, { kind: 'closed', name: 'Summer', from: '2026-07-17', to: '2026-09-01' }, systemIds)
}

/** What people decided is learnt from, and somebody adds an alias. */
async function learnThings(tx: SchoolTx): Promise<void> {
  await proposeLearning(tx, { seed: 'muster', ids: systemIds })
  await addAlias(tx, { box: 'forename', one: 'Kyrylo', other: 'Kirill', ids: systemIds })
}
