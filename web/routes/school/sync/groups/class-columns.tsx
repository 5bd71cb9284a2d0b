import { useState } from 'react'
import type { Say } from '../../../../../src/wording/index.ts'
import type { Column } from '../../../../kit/list-table.tsx'
import { Tag } from '../../../../kit/tag.tsx'
import { type ChosenClass, type ClassForm, type ClassRow, choose } from './class-choices.ts'
import { ClassDescription } from './class-description.tsx'
import { ClassEffect } from './class-effect.tsx'

/** Columns of the classes panel: what the MIS has, which of ours it is, and what will happen. */
export function classColumns(say: Say, form: ClassForm): readonly Column<ChosenClass>[] {
  return [
    { key: 'name', heading: say('sync.classes.name'), cell: (it) => <SetUp say={say} row={it} form={form} /> },
    {
      key: 'pupils',
      heading: say('sync.step.pupils'),
      isNumber: true,
      cell: (it) => (it.pupils === 0 ? <Tag>{say('sync.classes.empty_class')}</Tag> : say.number(it.pupils)),
    },
    { key: 'teachers', heading: say('sync.classes.teachers'), cell: (it) => (it.teachers.length === 0 ? null : it.teachers.join(', ')) },
    { key: 'here', heading: say('sync.classes.here'), cell: (it) => <Here say={say} row={it} form={form} /> },
    { key: 'effect', heading: say('sync.classes.effect'), cell: (it) => <ClassEffect say={say} row={it} form={form} /> },
  ]
}

interface CellProps {
  readonly say: Say
  readonly row: ChosenClass
  readonly form: ClassForm
}

function SetUp({ say, row, form }: CellProps) {
  const more = [row.yearGroup, row.subject].filter((it) => it !== null)
  return (
    <label className="tick-line">
      <input
        type="checkbox"
        checked={row.isSetUp}
        aria-label={say('sync.classes.set_up_name', { name: row.name })}
        onChange={(event) => form.choose(row, { isSetUp: event.target.checked })}
      />
      <span>
        {row.name}
        {more.length > 0 && <span className="cell-more">{more.join(' · ')}</span>}
      </span>
    </label>
  )
}

/** Which of ours it is, and how it is described. */
function Here(props: CellProps) {
  if (!props.row.isSetUp) return null
  return (
    <>
      <Ours {...props} />
      <ClassDescription {...props} />
    </>
  )
}

/** Which of ours it is. The others can be hundreds in each of hundreds of rows: they are there once somebody goes to the choice. */
function Ours({ say, row, form }: CellProps) {
  const [isVisited, setVisited] = useState(false)
  const near = new Set(row.near.map((it) => it.id))
  const others = form.ours.filter((it) => !near.has(it.id) && (isVisited || it.id === row.target))
  const option = (it: ClassRow['near'][number]) => (
    <option key={it.id} value={it.id}>
      {it.name}
    </option>
  )
  return (
    <select
      id={`class-${row.id}`}
      className="input input-short"
      aria-label={say('sync.classes.here_for', { name: row.name })}
      value={row.target ?? ''}
      onFocus={() => setVisited(true)}
      onPointerEnter={() => setVisited(true)}
      onChange={(event) => form.choose(row, choose(event.target.value === '' ? null : event.target.value))}
    >
      {/* a class that is linked already is that class: another one can be chosen, or it is left out */}
      {!(row.isLinked && row.target !== null) && <option value="">{say('sync.classes.new', { name: row.name })}</option>}
      {near.size > 0 && <optgroup label={say('sync.classes.near')}>{row.near.map(option)}</optgroup>}
      {near.size > 0 ? <optgroup label={say('sync.classes.others')}>{others.map(option)}</optgroup> : others.map(option)}
    </select>
  )
}
