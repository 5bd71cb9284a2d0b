import type { SchoolOfAccount, Session } from '../contract/index.ts'
import { type Database, inInstallation, type Tx } from '../db/index.ts'
import { type Action, ALLOWED } from '../permission/index.ts'
import { hasAccounts } from './accounts.store.ts'
import { roleNow } from './actor.ts'
import { readReviewView } from './review-view.ts'
import { isPlatformAdmin, type RoleInSchool, rolesInSchools } from './role-grants.store.ts'
import type { FoundSession } from './sign-in.ts'

/** Who is signed in and where they may do what; without a session: whether Muster has been set up. */
export async function sessionDetails(database: Database, session: FoundSession | null): Promise<Session> {
  return inInstallation(database, async (tx) => {
    const setUp = (await hasAccounts(tx)) ? 'done' : 'needed'
    if (session === null) return { account: null, csrfToken: null, schools: [], isPlatformAdmin: false, setUp }
    const { accountId, name, email } = session.caller
    const schools: SchoolOfAccount[] = []
    // one after the other: where the role is deputy, the transaction goes into that school to ask
    for (const it of await rolesInSchools(tx, accountId, null)) schools.push(await present(tx, accountId, it))
    return {
      account: { id: accountId, name, email, reviewView: await readReviewView(tx, accountId) },
      csrfToken: session.csrfToken,
      schools,
      isPlatformAdmin: await isPlatformAdmin(tx, accountId),
      setUp,
    }
  })
}

async function present(tx: Tx, accountId: string, held: RoleInSchool): Promise<SchoolOfAccount> {
  const { code, name, vocabulary, timeZone, isMadeUp } = held.school
  const role = await roleNow(tx, accountId, held)
  return { code, name, role: held.role, vocabulary, timeZone, isMadeUp, actions: ACTIONS.filter((it) => ALLOWED[it].includes(role)) }
}

// the keys of ALLOWED are the actions: its type says so
const ACTIONS = Object.keys(ALLOWED) as Action[]
