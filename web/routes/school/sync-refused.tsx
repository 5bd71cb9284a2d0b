import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '../../api/client.ts'
import { useSchool } from '../../api/school.tsx'
import { Answer } from '../../kit/answer.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words.tsx'

/** Every page of the sync for who may not open it (S-21): the server says who may, by name. */
export function SyncRefused() {
  const say = useSay()
  const { code: school } = useSchool()
  const open = useQuery(apiQuery('runs.open', { params: { school } }))
  return (
    <Page title={say('shell.sync')}>
      <Answer query={open}>{() => null}</Answer>
    </Page>
  )
}
