import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ChangeDetails, RunDetails } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'
import { apiQuery, call } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'
import { Answer } from '../../../kit/answer.tsx'
import { csvOf } from '../../../kit/csv.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { ListLink, ListPager, useListAddress } from '../../../kit/list-address.tsx'
import { ListChips } from '../../../kit/list-chips.tsx'
import { type Column, ListTable } from '../../../kit/list-table.tsx'
import { SearchField } from '../../../kit/search-field.tsx'
import { useWholeList } from '../../../kit/use-whole-list.ts'
import { WholeListTools } from '../../../kit/whole-list-tools.tsx'
import { useSay } from '../../../words.tsx'
import { type ChangesSearch, RECORD_KINDS } from '../list-search.ts'
import { UndoPerson } from '../undo-person.tsx'
import { changeHeading, changeTexts } from './change-texts.ts'
import { FieldChanges } from './field-changes.tsx'

/** Every change that a run made, with search and a filter by kind of record. */
export function RunChanges({ run, search }: { readonly run: RunDetails; readonly search: ChangesSearch }) {
  const say = useSay()
  const { code: school } = useSchool()
  const changes = useQuery({
    ...apiQuery('runs.changes', { params: { school, run: run.id }, query: { q: search.q, recordKind: search.kind, page: search.page } }),
    placeholderData: keepPreviousData,
  })
  const whole = useWholeList((page) =>
    call('runs.changes', { params: { school, run: run.id }, query: { q: search.q, recordKind: search.kind, page, limit: 250 } }),
  )
  const save = (): void =>
    whole.save(say('history.file', { at: run.changedAt.slice(0, 10) }), (rows) =>
      csvOf(
        changeHeading(say),
        rows.flatMap((it) => changeTexts(it, say)),
      ),
    )
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{say('history.every_change')}</h2>
      <ChangeTools search={search} />
      <WholeListTools list={whole} onSave={save}>
        {(rows) => <ChangeTable run={run} rows={rows} isWhole />}
      </WholeListTools>
      <Answer query={changes} loading={say('history.loading_changes')}>
        {(list) => (
          <>
            <p className="muted" role="status">
              {say('history.found_changes', { count: list.total })}
            </p>
            {list.total === 0 ? (
              <EmptyState title={say('history.no_change_matches')}>
                {(search.q !== undefined || search.kind !== undefined) && (
                  <p>
                    <ListLink changes={{ q: undefined, kind: undefined }}>{say('people.clear_filters')}</ListLink>
                  </p>
                )}
              </EmptyState>
            ) : (
              <ChangeTable run={run} rows={list.items} isOld={changes.isPlaceholderData} />
            )}
            <ListPager list={list} />
          </>
        )}
      </Answer>
    </section>
  )
}

interface ChangeTableProps {
  readonly run: RunDetails
  readonly rows: readonly ChangeDetails[]
  readonly isOld?: boolean
  readonly isWhole?: boolean
}

function ChangeTable({ run, rows, isOld = false, isWhole = false }: ChangeTableProps) {
  const say = useSay()
  const { code: school } = useSchool()
  return (
    <ListTable
      caption={say('history.every_change')}
      columns={changeColumns({ school, run, say, isWhole })}
      rows={rows}
      keyOf={(it) => it.key}
      isOld={isOld}
    />
  )
}

function ChangeTools({ search }: { readonly search: ChangesSearch }) {
  const say = useSay()
  const change = useListAddress()
  const onSearch = useCallback((q: string) => change({ q }, { isTyping: true }), [change])
  const sections = RECORD_KINDS.map((it) => ({ value: it, label: say(`history.kind.${it}`), count: null }))
  return (
    <>
      <ListChips
        name="kind"
        label={say('history.filter_kind')}
        chips={[{ value: 'all', label: say('history.all_kinds'), count: null }, ...sections]}
        current={search.kind}
      />
      <div className="tools">
        <SearchField id="q" label={say('history.search')} value={search.q ?? ''} onSearch={onSearch} />
      </div>
    </>
  )
}

/** On paper nothing opens: what stands behind a click stands there at once. */
interface ColumnsOf {
  readonly school: string
  readonly run: RunDetails
  readonly say: Say
  readonly isWhole: boolean
}

function changeColumns({ school, run, say, isWhole }: ColumnsOf): readonly Column<ChangeDetails>[] {
  return [
    {
      key: 'name',
      heading: say('people.name'),
      cell: (it) =>
        it.personId === null ? (
          it.name
        ) : (
          <Link to="/s/$school/people/$person" params={{ school, person: it.personId }}>
            {it.name}
          </Link>
        ),
    },
    {
      key: 'kind',
      heading: say('history.record'),
      cell: (it) => say.message('history.population', { code: it.population, params: {} }) ?? null,
    },
    {
      key: 'operation',
      heading: say('history.operation'),
      cell: (it) => say.message('person.operation', { code: it.operation, params: {} }) ?? it.operation,
    },
    {
      key: 'fields',
      heading: say('history.details'),
      cell: (it) => (it.fields.length === 0 ? null : <FieldChanges fields={it.fields} population={it.population} isWhole={isWhole} />),
    },
    // on paper nothing is undone
    ...(isWhole ? [] : [undoColumn(run, say)]),
  ]
}

function undoColumn(run: RunDetails, say: Say): Column<ChangeDetails> {
  return {
    key: 'undo',
    heading: say('history.undo_column'),
    cell: (it) => (it.personId === null ? null : <UndoPerson run={run.id} until={run.mayUndoUntil} person={it.personId} name={it.name} />),
  }
}
