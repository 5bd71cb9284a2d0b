import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RouteAnswer } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { useSay } from '../../../words.tsx'

type Row = RouteAnswer<'sanity.list'>['checks'][number]

/** What is looked at in the school, what was found, and what to do about it (S-145). */
export function ChecksPage() {
  const say = useSay()
  const { code: school } = useSchool()
  const checks = useQuery(apiQuery('sanity.list', { params: { school } }))
  return (
    <Page title={say('sanity.title')} lead={say('sanity.lead')}>
      <Answer query={checks} loading={say('sanity.loading')}>
        {(all) => (
          <ListTable caption={say('sanity.title')} columns={checkColumns(school, say)} rows={all.checks} keyOf={(it) => it.check} />
        )}
      </Answer>
    </Page>
  )
}

function checkColumns(school: string, say: Say): readonly Column<Row>[] {
  return [
    {
      key: 'name',
      heading: say('sanity.page_title'),
      cell: ({ check, count }) =>
        count === 0 ? (
          say(`sanity.well.${check}`)
        ) : (
          <Link to="/s/$school/sanity-checks/$check" params={{ school, check }}>
            {say(`sanity.found.${check}`, { count })}
          </Link>
        ),
    },
    { key: 'state', heading: say('sanity.state'), cell: ({ count }) => <Tag>{say(count === 0 ? 'sanity.well' : 'sanity.to_do')}</Tag> },
    { key: 'cure', heading: say('sanity.what_to_do'), cell: ({ check, count }) => (count === 0 ? null : say(`sanity.cure.${check}`)) },
  ]
}
