import { useMutation, useQuery } from '@tanstack/react-query'
import type { OwnAccess as Own } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'

/**
 * The applications that whoever is signed in has no access to, with a way to ask for it (S-36). Nothing is shown to who has access,
 * or has no record in the school.
 */
export function OwnAccess() {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const query = apiQuery('access.own', { params: { school } })
  const own = useQuery(query)
  const ask = useMutation({
    mutationFn: (application: string) => call('access.ask', { params: { school }, body: { application } }),
    onSuccess: (items) => keepAnswer(query, items),
  })
  const missing = (own.data?.items ?? []).filter((it) => !it.hasAccess)
  if (missing.length === 0) return null
  return (
    <section aria-labelledby="own-access">
      <h2 id="own-access">{say('home_page.own_access')}</h2>
      {ask.isError && <ProblemView error={ask.error} />}
      <ul className="lines" aria-live="polite">
        {missing.map((it) => (
          <li key={it.id}>
            {sentenceOf(it)}
            {(it.asked === null || it.asked.isDenied) && (
              <Button kind="secondary" isSmall isBusy={ask.isPending} onClick={() => ask.mutate(it.id)}>
                {say(it.asked === null ? 'home_page.ask_access' : 'home_page.ask_access_again', { application: it.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )

  function sentenceOf({ name, asked }: Own): string {
    if (asked === null) return say('home_page.without_access', { application: name })
    const params = { application: name, date: say.instant(asked.at, timeZone) }
    return say(asked.isDenied ? 'home_page.access_denied' : 'home_page.access_asked', params)
  }
}
