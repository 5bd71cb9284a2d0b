import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonDetails } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { Button } from '../../../kit/button.tsx'
import { Page } from '../../../kit/page.tsx'
import { SummaryList } from '../../../kit/summary-list.tsx'
import { useSay } from '../../../words.tsx'
import { AsOfBar } from '../as-of/as-of-bar.tsx'
import { asOfQuery, useAsOf } from '../as-of/use-as-of.ts'
import { ByHandNotice, ManageByHand, useFocusAfterAct } from './by-hand.tsx'
import { ChangePerson } from './change-person.tsx'
import { DeletedNotice, DeletePerson } from './deleted/deletion-of-person.tsx'
import { DisableButton, DisabledNotice } from './disabling.tsx'
import { MergedNotice } from './merged-notice.tsx'
import { personRows } from './person-rows.tsx'
import { PersonTimeline } from './person-timeline.tsx'
import { ProtectButton, ProtectedNotice } from './protection.tsx'
import { SyncState } from './sync-state.tsx'
import { WhyLink } from './why-link.tsx'

/** One person: every detail with its lock, classes, and what happened. */
export function PersonPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const id = useParams({ strict: false }).person ?? ''
  const asOf = useAsOf()
  const person = useQuery(apiQuery('people.read', { params: { school, person: id }, ...asOfQuery(asOf) }))
  const list = person.data?.reason === 'left' ? 'leavers' : person.data?.kind === 'staff' ? 'teachers' : 'pupils'
  const title = person.data === undefined ? say('person.details') : person.data.name || say('people.no_name')
  return (
    <Page
      title={title}
      // the browser keeps the titles of pages it was on: a name does not belong there
      tabTitle={say(person.data === undefined ? 'person.details' : `person.title_${person.data.kind}`)}
      kicker={
        <Link to={`/s/$school/people/${list}`} params={{ school }}>
          {say(`people.${list}`)}
        </Link>
      }
    >
      <AsOfBar about={{ person: id }} />
      <Answer query={person} loading={say('person.loading')}>
        {(it) => <PersonOf person={it} />}
      </Answer>
    </Page>
  )
}

function PersonOf({ person }: { readonly person: PersonDetails }) {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const asOf = useAsOf()
  const isNow = asOf === undefined
  useFocusAfterAct(person)
  const mayEdit = useMay('school.configure') && isNow && person.mergedInto === null
  const mayChange = mayEdit && person.fields.some((it) => !it.isLocked)
  const [isChanging, setChanging] = useState(false)
  const [isSaved, setSaved] = useState(false)
  return (
    <>
      <p>
        <SyncState person={person} /> {isNow && <WhyLink person={person.id} />}
      </p>
      <MergedNotice person={person} />
      {isNow && <DeletedNotice person={person} />}
      {isNow && <ByHandNotice person={person} />}
      {isNow && <DisabledNotice person={person} />}
      {isNow && <ProtectedNotice person={person} />}
      <h2>{say('person.details')}</h2>
      <SummaryList rows={personRows(person, { say, timeZone })} />
      <div role="status">{isSaved && <p>{say('person.saved')}</p>}</div>
      {mayEdit && (
        <div className="buttons">
          {mayChange && (
            <Button kind="secondary" onClick={() => setChanging(true)}>
              {say('person.change')}
            </Button>
          )}
          <ManageByHand person={person} />
          {person.deletion === null && <DisableButton person={person} />}
          {person.deletion === null && <ProtectButton person={person} />}
          <DeletePerson person={person} />
        </div>
      )}
      {isChanging && (
        <ChangePerson
          person={person}
          onClose={(saved) => {
            setChanging(false)
            setSaved(saved)
          }}
        />
      )}
      <h2>{say('person.classes')}</h2>
      {person.classes.length === 0 && <p>{say('person.no_classes')}</p>}
      <ul className="lines">
        {person.classes.map((it) => (
          <li key={`${it.id} ${it.role}`}>
            <Link to="/s/$school/classes/$class" params={{ school, class: it.id }} search={{ asOf }}>
              {it.name}
            </Link>
            <span className="muted">{say.message('value.kind', { code: it.kind, params: {} })}</span>
          </li>
        ))}
      </ul>
      <h2>{say('person.history')}</h2>
      <PersonTimeline person={person} />
    </>
  )
}
