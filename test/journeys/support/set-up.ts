import { FIRST, PASSWORD } from '../../support/server.ts'
import type { Person } from './person.ts'

/** The words of the set-up page for each made-up school. */
type MadeUp = 'First sync' | 'September' | 'Everything is fine'

/** From the printed link to the end of step 2: who sets up. */
async function tellsWhoTheyAre(person: Person, code: string, start: string): Promise<void> {
  await person.opens(`/setup/${code}`)
  await person.seesHeading('How do you want to start?')
  await person.chooses(start)
  await person.presses('Continue')
  await person.seesHeading('Your account')
  await person.types('Your name', FIRST.name)
  await person.types(/address/, FIRST.email)
  await person.types('Password', PASSWORD)
  await person.presses('Continue')
}

/** First set-up of one real school. Ends on the page that says what comes next. */
export async function setsUpASchool(person: Person, code: string, school: { readonly name: string; readonly id: string }): Promise<void> {
  await tellsWhoTheyAre(person, code, 'Set up my school')
  await person.types('Name of the school', school.name)
  await person.types('School ID', school.id)
  await person.presses('Finish')
  await person.seesHeading('Muster is set up')
}

/** First set-up with a made-up school. Ends on its Home. */
export async function setsUpAMadeUpSchool(person: Person, code: string, which: MadeUp): Promise<void> {
  await tellsWhoTheyAre(person, code, 'Show me with made-up data')
  await person.chooses(which)
  await person.presses('Finish')
  await person.seesHeading('Muster is set up')
  await person.follows('Go to Home')
  await person.seesHeading('Home')
}

/** Signs in on the page that is shown. */
export async function signsIn(person: Person, email: string, password = PASSWORD): Promise<void> {
  await person.types(/address/, email)
  await person.types('Password', password)
  await person.presses('Sign in')
}
