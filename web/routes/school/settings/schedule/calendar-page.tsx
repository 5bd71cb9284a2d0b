import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDetails } from '../../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../../api/client.ts'
import { useMay, useSchool } from '../../../../api/school.tsx'
import { Answer } from '../../../../kit/answer.tsx'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { EmptyState } from '../../../../kit/empty-state.tsx'
import { type Column, ListTable } from '../../../../kit/list-table.tsx'
import { LiveRegion } from '../../../../kit/live-region.tsx'
import { Page } from '../../../../kit/page.tsx'
import { ProblemView } from '../../../../kit/problem-view.tsx'
import { Tag } from '../../../../kit/tag.tsx'
import { VisuallyHidden } from '../../../../kit/visually-hidden.tsx'
import { useSay } from '../../../../words.tsx'
import { OnlyCoordinators, SettingsFrame } from '../settings-frame.tsx'
import { PeriodForm } from './period-form.tsx'

type Period = CalendarDetails['periods'][number]

/** Terms, and days on which nothing is checked or synced by itself. */
export function CalendarPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const calendar = useQuery(apiQuery('calendar.read', { params: { school } }))
  return (
    <Page title={say('settings.calendar')} kicker={say('shell.settings')} lead={say('calendar.lead')}>
      <SettingsFrame>
        <OnlyCoordinators action="school.configure" />
        <Answer query={calendar} loading={say('calendar.loading')}>
          {(it) => <CalendarOf calendar={it} />}
        </Answer>
      </SettingsFrame>
    </Page>
  )
}

function CalendarOf({ calendar }: { readonly calendar: CalendarDetails }) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const mayChange = useMay('school.configure')
  const [told, setTold] = useState('')
  const [changing, setChanging] = useState<Period | null>(null)
  const keep = (now: CalendarDetails, text: string): void => {
    keepAnswer(apiQuery('calendar.read', { params: { school } }), now)
    void client.invalidateQueries({ queryKey: ['schedule.read'] })
    setTold(text)
  }
  const remove = useMutation({
    mutationFn: ({ id }: Period) => call('calendar.remove', { params: { school, period: id } }),
    onSuccess: (now, { name }) => keep(now, say('calendar.removed', { name })),
  })
  const acts: Column<Period> = {
    key: 'act',
    heading: say('calendar.act'),
    cell: (it) => (
      <span className="buttons">
        <Button kind="quiet" onClick={() => setChanging(it)}>
          {say('calendar.change')}
          <VisuallyHidden> {it.name}</VisuallyHidden>
        </Button>
        <Button kind="quiet" onClick={() => remove.mutate(it)}>
          {say('calendar.remove')}
          <VisuallyHidden> {it.name}</VisuallyHidden>
        </Button>
      </span>
    ),
  }
  return (
    <>
      <LiveRegion text={told} />
      {remove.isError && <ProblemView error={remove.error} />}
      <Periods calendar={calendar} acts={mayChange ? [acts] : []} />
      {mayChange && (
        <section aria-labelledby="add-period" className="section">
          <h2 id="add-period">{say('calendar.add')}</h2>
          <PeriodForm key={calendar.periods.length} period={null} onSaved={(now, name) => keep(now, say('calendar.added', { name }))} />
        </section>
      )}
      {changing !== null && (
        <Dialog title={say('calendar.change_title', { name: changing.name })} onClose={() => setChanging(null)}>
          <PeriodForm
            period={changing}
            onSaved={(now, name) => {
              keep(now, say('calendar.changed', { name }))
              setChanging(null)
            }}
          />
        </Dialog>
      )}
    </>
  )
}

function Periods({ calendar: { periods, today }, acts }: { readonly calendar: CalendarDetails; readonly acts: readonly Column<Period>[] }) {
  const say = useSay()
  if (periods.length === 0)
    return (
      <EmptyState title={say('calendar.none')}>
        <p>{say('calendar.none_why')}</p>
      </EmptyState>
    )
  const columns: readonly Column<Period>[] = [
    { key: 'name', heading: say('calendar.name'), isRowHeader: true, cell: (it) => it.name },
    { key: 'kind', heading: say('calendar.kind'), cell: (it) => say(`calendar.kind.${it.kind}`) },
    { key: 'from', heading: say('calendar.from'), cell: (it) => say.date(it.from) },
    { key: 'to', heading: say('calendar.to'), cell: (it) => say.date(it.to) },
    {
      key: 'when',
      heading: say('calendar.when'),
      cell: (it) => {
        if (it.to < today) return <Tag>{say('calendar.over')}</Tag>
        return it.from <= today ? <Tag>{say('calendar.now')}</Tag> : null
      },
    },
    ...acts,
  ]
  return <ListTable caption={say('calendar.caption')} columns={columns} rows={periods} keyOf={(it) => it.id} />
}
