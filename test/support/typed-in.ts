import { actorIn } from '../../src/access/index.ts'
import { inSchool } from '../../src/db/index.ts'
import { addPeople, type PersonByHand } from '../../src/directory/index.ts'
import { allow } from '../../src/permission/index.ts'
import type { TestMuster } from './muster.ts'
import { WALK_IDS } from './route-walk.ts'

/** Adds somebody as a coordinator types them in, and gives their id. */
export async function typesIn({ ask, database }: TestMuster, school: string, person: PersonByHand): Promise<string> {
  const [account] = await ask<{ id: string }>('select id from account order by created_at limit 1')
  const found = await actorIn(database, { accountId: account?.id ?? '', schoolCode: school })
  if (found === null) throw new Error('Nobody works at the school.')
  const scope = allow(found.actor, 'people.add', found.school.id)
  if (!scope.ok) throw new Error('Nobody may add people.')
  const [made = ''] = await inSchool(database, scope.value, (tx) => addPeople(tx, WALK_IDS, [person]))
  return made
}
