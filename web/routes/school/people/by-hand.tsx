import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { fieldName } from '../../../kit/field-words.ts'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { problemOf } from '../../../kit/problem-words.ts'
import { useSay } from '../../../words.tsx'

/** Takes a synced or desynced record out of the sync, once what that means has been read (D3, C48). For who may change people. */
export function ManageByHand({ person }: { readonly person: PersonDetails }) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  if (person.sync === 'not_matched') return null
  return (
    <>
      <Button kind="secondary" onClick={() => setAsking(true)}>
        {say('person.by_hand')}
      </Button>
      {isAsking && <AskByHand person={person} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Says what it means to manage a record by hand, and does it if that is wanted. */
export function AskByHand({ person, onClose }: { readonly person: PersonDetails; onClose(isDone: boolean): void }) {
  const say = useSay()
  const locked = person.fields.filter((it) => it.isLocked)
  const from = person.sync === 'synced' ? 'synced' : person.reason === 'left' ? 'left' : 'out_of_scope'
  return (
    <Ask person={person} route="people.manageByHand" onClose={onClose}>
      <p>{say(`person.by_hand_from.${from}`)}</p>
      <p>{say('person.by_hand_stays')}</p>
      {locked.length === 0 ? (
        <p>{say('person.by_hand_own')}</p>
      ) : (
        <>
          <p>{say('person.by_hand_open')}</p>
          <ul>
            {locked.map(({ field }) => (
              <li key={field}>{fieldName(say, field, person.kind)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{say('person.by_hand_back')}</p>
    </Ask>
  )
}

/** Gives the focus to the heading once what was pressed has gone with the state it belonged to. */
export function useFocusAfterAct({ goesBackTo }: PersonDetails): void {
  const last = useRef(goesBackTo)
  useEffect(() => {
    if (last.current !== goesBackTo && document.activeElement === document.body) document.querySelector('h1')?.focus()
    last.current = goesBackTo
  }, [goesBackTo])
}

/** That a record is managed by hand, and the way back into the sync. */
export function ByHandNotice({ person }: { readonly person: PersonDetails }) {
  const say = useSay()
  const mayManage = useMay('school.configure')
  const [isAsking, setAsking] = useState(false)
  if (person.goesBackTo === null || person.mergedInto !== null) return null
  return (
    <Banner kind="notice" title={say('person.by_hand_banner')}>
      <p>{say('person.by_hand_banner_body')}</p>
      {mayManage && (
        <div className="buttons">
          <Button kind="secondary" onClick={() => setAsking(true)}>
            {say('person.sync_again')}
          </Button>
        </div>
      )}
      {isAsking && (
        <Ask person={person} route="people.syncAgain" onClose={() => setAsking(false)}>
          <p>{say(`person.sync_again_to.${person.goesBackTo}`)}</p>
          <p>{say(person.goesBackTo === 'synced' ? 'person.sync_again_next' : 'person.sync_again_back')}</p>
        </Ask>
      )}
    </Banner>
  )
}

interface Asked {
  readonly person: PersonDetails
  readonly route: 'people.manageByHand' | 'people.syncAgain'
  readonly children: ReactNode
  onClose(isDone: boolean): void
}

function Ask({ person, route, children, onClose }: Asked) {
  const say = useSay()
  const name = { name: person.name }
  const isTaken = route === 'people.manageByHand'
  const asked = useAct(person, route, () => onClose(true))
  return (
    <Dialog title={isTaken ? say('person.by_hand_title', name) : say('person.sync_again_title', name)} onClose={() => onClose(false)}>
      {children}
      {asked.isError &&
        (problemOf(asked.error)?.status === 412 ? <p role="alert">{say('person.conflict')}</p> : <ProblemView error={asked.error} />)}
      <div className="buttons">
        <Button isBusy={asked.isPending} onClick={() => asked.mutate()}>
          {say(isTaken ? 'person.by_hand' : 'person.sync_again')}
        </Button>
        <Button kind="secondary" data-first-focus onClick={() => onClose(false)}>
          {say('common.cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

function useAct(person: PersonDetails, route: Asked['route'], onDone: () => void) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  const params = { school, person: person.id }
  const again = (id: string) => client.invalidateQueries({ queryKey: [id] })
  return useMutation({
    mutationFn: () => call(route, { params, ifMatch: person.version }),
    onSuccess: (saved) => {
      keepAnswer(apiQuery('people.read', { params }), saved)
      void again('people.list')
      void again('leavers.list')
      onDone()
    },
    onError: (error) => {
      if (problemOf(error)?.status === 412) void again('people.read')
    },
  })
}
