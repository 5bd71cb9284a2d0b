import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Why } from '../../../../src/contract/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { fieldName, fieldValue } from '../../../kit/field-words.ts'
import { Page } from '../../../kit/page.tsx'
import { SummaryList } from '../../../kit/summary-list.tsx'
import { Timeline } from '../../../kit/timeline.tsx'
import { useSay } from '../../../words.tsx'
import { FieldChanges } from '../history/field-changes.tsx'
import { WhyMatch } from './why-match.tsx'
import { Decided, RunOfWrite, WhyPlan } from './why-plan.tsx'

/** Why a person is as they are: from the row of a file to the last e-mail (N-18). */
export function WhyPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const id = useParams({ strict: false }).person ?? ''
  const why = useQuery(apiQuery('people.why', { params: { school, person: id } }))
  const name = why.data?.name || say('people.no_name')
  return (
    <Page
      title={why.data === undefined ? say('why.tab') : say('why.title', { name })}
      // the browser keeps the titles of pages it was on: a name does not belong there
      tabTitle={say('why.tab')}
      kicker={
        <Link to="/s/$school/people/$person" params={{ school, person: id }}>
          {say(why.data === undefined ? 'person.details' : `person.title_${why.data.kind}`)}
        </Link>
      }
    >
      <Answer query={why} loading={say('why.loading')}>
        {(it) => <WhyOf why={it} />}
      </Answer>
    </Page>
  )
}

function WhyOf({ why }: { readonly why: Why }) {
  const say = useSay()
  const { timeZone } = useSchool()
  return (
    <>
      <ol className="chain">
        <Step title={say('why.source')}>
          <WhySource source={why.source} />
        </Step>
        {why.understood.length > 0 && (
          <Step title={say('why.understood')}>
            <SummaryList rows={understoodRows(why, say, timeZone)} />
          </Step>
        )}
        <Step title={say('why.match')}>
          <WhyMatch why={why} />
        </Step>
        <Step title={say('why.rule')}>
          <p>{why.made === null ? say('why.rule.other') : say.message('why.rule', why.made.rule)}</p>
          <Decided decided={why.made?.decided ?? null} />
        </Step>
        <Step title={say('why.plan')}>
          <WhyPlan write={why.made} />
        </Step>
        <Step title={say('why.write')}>
          <WhyWrite why={why} />
        </Step>
        <Step title={say('why.messages')}>
          <WhyMessages messages={why.messages} />
        </Step>
      </ol>
      <h2>{say('why.later')}</h2>
      <Later why={why} />
    </>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <li>
      <h2>{title}</h2>
      {children}
    </li>
  )
}

function WhySource({ source }: { readonly source: Why['source'] }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (source === null) return <p>{say('why.source_none')}</p>
  const at = say.instant(source.readAt, timeZone)
  const { place, goneAt, lastReadAt } = source
  return (
    <>
      <p>{place === null ? say('why.source_no_place', { at }) : say('why.source_place', { at, file: place.file, line: place.line })}</p>
      <p>
        {goneAt === null
          ? say('why.source_same', { at: say.instant(lastReadAt, timeZone) })
          : say('why.source_gone', { at: say.instant(goneAt, timeZone) })}
      </p>
      <p className="muted">{say('why.connection', { name: source.connection })}</p>
    </>
  )
}

function understoodRows(why: Why, say: ReturnType<typeof useSay>, timeZone: string) {
  const carried = why.understood.filter((it) => it.value !== null || it.said !== null)
  return carried.map(({ field, value, said, typed }) => ({
    key: field,
    name: fieldName(say, field, why.kind),
    value: (
      <>
        {fieldValue(say, field, value) ?? say('person.nothing')}
        {said !== null && <span className="muted"> ({say('why.said', { said })})</span>}
        {typed !== null && <span className="muted"> ({say('why.typed', { by: typed.by, at: say.instant(typed.at, timeZone) })})</span>}
      </>
    ),
  }))
}

function WhyWrite({ why: { made, kind } }: { readonly why: Why }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (made === null) return <p>{say('why.nothing_written')}</p>
  return (
    <>
      <p>{say('why.written', { at: say.instant(made.at, timeZone), by: made.by })}</p>
      <FieldChanges fields={made.fields} population={kind} />
    </>
  )
}

function WhyMessages({ messages }: { readonly messages: Why['messages'] }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (messages.length === 0) return <p>{say('why.no_messages')}</p>
  return (
    <ul>
      {messages.map((it) => (
        <li key={`${it.kind} ${it.at}`}>
          {say.message('why.message', { code: it.kind, params: { at: say.instant(it.at, timeZone) } })}{' '}
          {say.message('why.message_state', { code: `${it.state}.${it.why}`, params: {} }) ?? say(`why.message_state.${it.state}`)}
        </li>
      ))}
    </ul>
  )
}

function Later({ why }: { readonly why: Why }) {
  const say = useSay()
  const { timeZone } = useSchool()
  if (why.later.length === 0) return <p>{say('why.nothing_later')}</p>
  const entries = why.later.map((it, place) => ({
    key: `${it.at} ${place}`,
    title: say.message('person.operation', { code: it.operation, params: {} }) ?? it.operation,
    at: it.at,
    atWords: say.instant(it.at, timeZone),
    by: it.by,
    details: (
      <>
        <p>
          {say.message('why.rule', it.rule)} {it.place !== null && say('why.place', { file: it.place.file, line: it.place.line })}
        </p>
        <Decided decided={it.decided} />
        <FieldChanges fields={it.fields} population={why.kind} />
        <RunOfWrite write={it} />
      </>
    ),
  }))
  return <Timeline entries={entries} />
}
