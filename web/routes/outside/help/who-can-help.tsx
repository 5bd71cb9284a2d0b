import { useQuery } from '@tanstack/react-query'
import type { SchoolOfAccount } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchoolIfAny } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { listOf } from '../../../kit/list-of.ts'
import { useSay } from '../../../words.tsx'

const HELPERS: readonly string[] = ['access_coordinator', 'deputy']

/** Who can help whoever is here: the coordinators of their school by name, where it is known which school that is. */
export function WhoCanHelp({ isSignedIn }: { readonly isSignedIn: boolean }) {
  const say = useSay()
  const school = useSchoolIfAny()
  if (!isSignedIn) return <p>{say('help.who.none')}</p>
  return (
    <>
      {school?.actions.includes('team.read') ? <Coordinators school={school} /> : <p>{say('help.who.your_school')}</p>}
      <p>{say('help.who.number')}</p>
    </>
  )
}

function Coordinators({ school }: { readonly school: SchoolOfAccount }) {
  const say = useSay()
  const team = useQuery(apiQuery('team.list', { params: { school: school.code } }))
  return (
    <Answer query={team} loading={say('help.who.loading')}>
      {({ members }) => {
        const names = members.filter(({ role }) => HELPERS.includes(role)).map(({ name }) => name)
        if (names.length === 0) return <p>{say('help.who.your_school')}</p>
        return <p>{say('help.who.coordinators', { school: school.name, names: listOf(say.vocabulary, names) })}</p>
      }}
    </Answer>
  )
}
