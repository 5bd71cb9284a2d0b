import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AccessRequest, RouteBody } from '../../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Button } from '../../../../kit/button.tsx'
import { type Column, ListTable } from '../../../../kit/list-table.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { VisuallyHidden } from '../../../../kit/visually-hidden.tsx'
import { useSay } from '../../../../words.tsx'

type Word = RouteBody<'access.answer'>['answer']

const WORDS = ['granted', 'denied', 'ignored'] as const satisfies readonly Word[]

/** Who asks for access and waits for a word (S-36). Nobody asks: nothing is shown. */
export function AccessRequests() {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const client = useQueryClient()
  const mayAnswer = useMay('access.change')
  const heading = useRef<HTMLHeadingElement>(null)
  const [told, setTold] = useState('')
  const query = apiQuery('access.requests', { params: { school } })
  const requests = useQuery(query)
  const answer = useMutation({
    mutationFn: ({ of, word }: { readonly of: AccessRequest; readonly word: Word }) =>
      call('access.answer', { params: { school }, body: { request: of.id, answer: word } }),
    onSuccess: (left, { of, word }) => {
      keepAnswer(query, left)
      void client.invalidateQueries({ queryKey: ['access.list'] })
      setTold(say(`access.answered.${word}`, { name: of.person.name }))
      // the button that had the focus is gone
      heading.current?.focus()
    },
  })
  if (requests.isError) return <ProblemView error={requests.error} onRetry={() => void requests.refetch()} />
  const items = requests.data?.items ?? []
  if (items.length === 0 && told === '') return null
  const columns: readonly Column<AccessRequest>[] = [
    { key: 'name', heading: say('people.name'), cell: (it) => it.person.name },
    { key: 'position', heading: say('field.position'), cell: (it) => it.person.position },
    { key: 'application', heading: say('access.application'), cell: (it) => it.application },
    { key: 'at', heading: say('access.asked_on'), cell: (it) => say.instant(it.at, timeZone) },
    ...(mayAnswer
      ? [
          {
            key: 'acts',
            heading: say('access.your_word'),
            cell: (it: AccessRequest) => (
              <div className="buttons">
                {WORDS.map((word) => (
                  <Button key={word} kind="secondary" isSmall isBusy={answer.isPending} onClick={() => answer.mutate({ of: it, word })}>
                    {say(`access.word.${word}`)}
                    <VisuallyHidden> {say('access.request_of', { name: it.person.name })}</VisuallyHidden>
                  </Button>
                ))}
              </div>
            ),
          },
        ]
      : []),
  ]
  return (
    <section aria-labelledby="access-requests">
      <h2 id="access-requests" ref={heading} tabIndex={-1}>
        {say('access.asking', { count: items.length })}
      </h2>
      {told !== '' && <p role="status">{told}</p>}
      {answer.isError && <ProblemView error={answer.error} onRetry={() => void requests.refetch()} />}
      {items.length > 0 && (
        <>
          <p className="muted">{say('access.ignore_means')}</p>
          <ListTable caption={say('access.asking', { count: items.length })} columns={columns} rows={items} keyOf={(it) => it.id} />
        </>
      )}
    </section>
  )
}
