import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClassDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { SearchField } from '../../../kit/search-field.tsx'
import { VisuallyHidden } from '../../../kit/visually-hidden.tsx'
import { useSay } from '../../../words.tsx'
import { useMembers } from './use-group.ts'

const SHOWN = 8

/** Searches people and puts them into a group; stays open for the next. */
export function AddMembers({ details, onClose }: { readonly details: ClassDetails; onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const [q, setQ] = useState('')
  const found = useQuery({
    ...apiQuery('people.list', { params: { school }, query: { q, limit: SHOWN } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const members = useMembers(details)
  const inside = new Set(details.people.map((it) => it.id))
  return (
    <Dialog title={say('classes.add_people_to', { name: details.name })} onClose={onClose}>
      <SearchField id="add-people" label={say('classes.search_people')} value={q} onSearch={setQ} />
      {members.isError && <ProblemView error={members.error} />}
      {q !== '' && (
        <Answer query={found} loading={say('classes.searching')}>
          {(list) => (
            <>
              <p role="status" className="muted">
                {say('classes.people_found', { count: list.total })}
              </p>
              <ul className="lines">
                {list.items.map((it) => (
                  <li key={it.id}>
                    <span>
                      {it.name}
                      <span className="cell-more">
                        {[say(`people.kind.${it.kind}`), it.yearGroup, it.registrationClass].filter((text) => text !== null).join(', ')}
                      </span>
                    </span>
                    {inside.has(it.id) ? (
                      <span className="muted">{say('classes.is_in')}</span>
                    ) : (
                      <Button
                        kind="secondary"
                        isSmall
                        isBusy={members.isPending}
                        onClick={() => members.mutate({ add: [it.id], remove: [] })}
                      >
                        {say('classes.add_one')}
                        <VisuallyHidden> {it.name}</VisuallyHidden>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Answer>
      )}
      <div className="buttons">
        <Button kind="secondary" onClick={onClose}>
          {say('common.close')}
        </Button>
      </div>
    </Dialog>
  )
}
