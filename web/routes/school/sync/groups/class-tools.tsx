import { Button } from '../../../../kit/button.tsx'
import { SearchField } from '../../../../kit/search-field.tsx'
import { Select } from '../../../../kit/select.tsx'
import { useSay } from '../../../../words.tsx'
import { type ChosenClass, subjectsOf } from './class-choices.ts'

/** Which classes the table shows. An empty text leaves nothing out. */
interface ClassFilter {
  readonly q: string
  readonly subject: string
}

/** From here on a list is searched rather than read. */
const SHORT_LIST_MAX = 20

/** Search, subject, and a tick for all that is shown. */
export function ClassTools({
  rows,
  shown,
  filter,
  onFilter,
  onSetUp,
}: {
  readonly rows: readonly ChosenClass[]
  readonly shown: readonly ChosenClass[]
  readonly filter: ClassFilter
  onFilter(filter: ClassFilter): void
  onSetUp(rows: readonly ChosenClass[], isSetUp: boolean): void
}) {
  const say = useSay()
  const subjects = subjectsOf(rows)
  const isAll = shown.length === rows.length
  return (
    <>
      <div className="all-acts">
        <p>
          <span role="status">{say('sync.classes.selected', { count: rows.filter((it) => it.isSetUp).length })}</span>
          <Button kind="secondary" isSmall onClick={() => onSetUp(shown, true)}>
            {say(isAll ? 'sync.classes.all' : 'sync.classes.all_shown', { count: shown.length })}
          </Button>
          <Button kind="secondary" isSmall onClick={() => onSetUp(shown, false)}>
            {isAll ? say('sync.classes.none') : say('sync.classes.none_shown', { count: shown.length })}
          </Button>
        </p>
      </div>
      {(rows.length > SHORT_LIST_MAX || subjects.length > 1) && (
        <div className="tools">
          <SearchField id="class-search" label={say('sync.classes.search')} value={filter.q} onSearch={(q) => onFilter({ ...filter, q })} />
          {subjects.length > 1 && (
            <Select
              id="class-subject"
              label={say('sync.classes.subject_filter')}
              isTool
              value={filter.subject}
              options={[{ value: '', label: say('sync.classes.all_subjects') }, ...subjects.map((it) => ({ value: it, label: it }))]}
              onChange={(event) => onFilter({ ...filter, subject: event.target.value })}
            />
          )}
        </div>
      )}
    </>
  )
}
