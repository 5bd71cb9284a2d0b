import type { ClassesAnswer } from '../../../../../src/contract/index.ts'
import type { Say } from '../../../../../src/wording/index.ts'
import type { Column } from '../../../../kit/list-table.tsx'
import { Tag } from '../../../../kit/tag.tsx'
import { type ClassChoice, type ClassRow, effectOf } from './class-choices.ts'

/** A class with what was chosen for it. */
export type ChosenClass = Omit<ClassRow, 'isSetUp' | 'target'> & ClassChoice

/** Columns of the classes panel: what the MIS has, which of ours it is, and what will happen. */
export function classColumns(
  say: Say,
  ours: ClassesAnswer['ours'],
  onChoose: (id: string, choice: ClassChoice) => void,
): readonly Column<ChosenClass>[] {
  return [
    {
      key: 'name',
      heading: say('sync.classes.name'),
      cell: (it) => (
        <label className="tick-line">
          <input
            type="checkbox"
            checked={it.isSetUp}
            aria-label={say('sync.classes.set_up_name', { name: it.name })}
            onChange={(event) => onChoose(it.id, { isSetUp: event.target.checked, target: it.target })}
          />
          <span>
            {it.name}
            {it.yearGroup !== null && <span className="cell-more">{it.yearGroup}</span>}
          </span>
        </label>
      ),
    },
    {
      key: 'pupils',
      heading: say('sync.step.pupils'),
      isNumber: true,
      cell: (it) => (it.pupils === 0 ? <Tag>{say('sync.classes.empty_class')}</Tag> : say.number(it.pupils)),
    },
    { key: 'teachers', heading: say('sync.classes.teachers'), cell: (it) => (it.teachers.length === 0 ? null : it.teachers.join(', ')) },
    {
      key: 'here',
      heading: say('sync.classes.here'),
      cell: (it) =>
        it.isSetUp ? (
          <select
            id={`class-${it.id}`}
            className="input input-short"
            aria-label={say('sync.classes.here_for', { name: it.name })}
            value={it.target ?? ''}
            onChange={(event) => onChoose(it.id, { isSetUp: true, target: event.target.value === '' ? null : event.target.value })}
          >
            {/* a class that is linked already is that class: another one can be chosen, or it is left out */}
            {!(it.isLinked && it.target !== null) && <option value="">{say('sync.classes.new', { name: it.name })}</option>}
            {ours.map((own) => (
              <option key={own.id} value={own.id}>
                {own.name}
              </option>
            ))}
          </select>
        ) : null,
    },
    { key: 'effect', heading: say('sync.classes.effect'), cell: (it) => effectWords(say, it, ours) },
  ]
}

function effectWords(say: Say, row: ChosenClass, ours: ClassesAnswer['ours']): string {
  const effect = effectOf(row, ours)
  if (effect !== 'rename') return say(`sync.classes.effect_${effect}`)
  return say('sync.classes.effect_rename', { before: ours.find((it) => it.id === row.target)?.name ?? '', after: row.name })
}
