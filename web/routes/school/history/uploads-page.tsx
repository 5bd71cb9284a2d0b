import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { UploadHistory } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ListPager, usePageTitle } from '../../../kit/list-address.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSay } from '../../../words.tsx'
import { readMessagesSearch } from '../list-search.ts'
import { UploadFiles } from './upload-files.tsx'

/** Everything that was uploaded, newest first, with what came of it (S-152). */
export function UploadsPage() {
  const say = useSay()
  const { code: school, timeZone } = useSchool()
  const maySync = useMay('run.read')
  const { page } = readMessagesSearch(useSearch({ strict: false }))
  const uploads = useQuery({
    ...apiQuery('uploads.list', { params: { school }, query: { page } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={say('uploads.title')}
      tabTitle={usePageTitle(say('uploads.title'), uploads.data)}
      lead={say('uploads.lead')}
      kicker={
        <Link to="/s/$school/history" params={{ school }}>
          {say('shell.history')}
        </Link>
      }
    >
      <Answer query={uploads} loading={say('uploads.loading')}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={say(list.total === 0 ? 'uploads.none' : 'uploads.none_page')} />
          ) : (
            <>
              <p className="muted" role="status">
                {say('uploads.found', { count: list.total })}
              </p>
              <ListTable
                caption={say('uploads.caption')}
                columns={columnsOf({ school, timeZone, say, maySync })}
                rows={list.items}
                keyOf={(it) => it.id}
                isOld={uploads.isPlaceholderData}
              />
              <ListPager list={list} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

interface Around {
  readonly school: string
  readonly timeZone: string
  readonly say: Say
  /** Files of rows are for those who sync. */
  readonly maySync: boolean
}

function columnsOf({ school, timeZone, say, maySync }: Around): readonly Column<UploadHistory>[] {
  const count = (key: keyof UploadHistory['rows'], heading: string): Column<UploadHistory> => ({
    ...{ key, heading, isNumber: true, cell: (it) => say.number(it.rows[key]) },
  })
  return [
    { key: 'at', heading: say('uploads.when'), cell: (it) => say.instant(it.createdAt, timeZone) },
    { key: 'by', heading: say('uploads.by'), cell: (it) => it.by },
    {
      key: 'file',
      heading: say('uploads.file'),
      cell: ({ fileName, isForRehearsal }) => (isForRehearsal ? say('uploads.for_rehearsal', { file: fileName }) : fileName),
    },
    count('read', say('uploads.read')),
    count('used', say('uploads.used')),
    count('leftOut', say('uploads.left_out')),
    count('rejected', say('uploads.rejected')),
    { key: 'run', heading: say('uploads.run'), cell: ({ run }) => <RunOfUpload school={school} run={run} /> },
    ...(maySync ? [{ key: 'files', heading: say('uploads.files'), cell: (it: UploadHistory) => <UploadFiles upload={it} /> }] : []),
  ]
}

function RunOfUpload({ school, run }: { readonly school: string; readonly run: UploadHistory['run'] }) {
  const say = useSay()
  if (run === null) return say('uploads.no_run')
  const state = say(`history.state.${run.state}`)
  return (
    <Link to="/s/$school/history/$run" params={{ school, run: run.id }}>
      {say.message('uploads.run', { code: run.purpose, params: { state } }) ?? state}
    </Link>
  )
}
