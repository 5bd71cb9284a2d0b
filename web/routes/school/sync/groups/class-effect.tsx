import type { Say } from '../../../../../src/wording/index.ts'
import { Button } from '../../../../kit/button.tsx'
import { type ChosenClass, type ClassForm, choose, doubles, effectOf, newName } from './class-choices.ts'

/** What will happen to a class: what a new one is called and beside which it would stand (S-95), or whose name stays. */
export function ClassEffect({ say, row, form }: { readonly say: Say; readonly row: ChosenClass; readonly form: ClassForm }) {
  const effect = effectOf(row, form.ours)
  const target = form.ours.find((it) => it.id === row.target)
  if (effect === 'not_synced') return <>{say('sync.classes.effect_not_synced')}</>
  if (effect === 'new') return <NewClass say={say} row={row} form={form} />
  if (target === undefined || target.name === row.name) return <>{say('sync.classes.effect_keep')}</>
  return (
    <fieldset className="name-choice">
      <legend>{say('sync.classes.rename', { name: row.name })}</legend>
      {([false, true] as const).map((keepsName) => (
        <label key={String(keepsName)} className="tick-line">
          <input
            type="radio"
            name={`name-${row.id}`}
            checked={row.keepsName === keepsName}
            onChange={() => form.choose(row, { isSetUp: true, keepsName })}
          />
          <span>{keepsName ? say('sync.classes.rename_no', { name: target.name }) : say('sync.classes.rename_yes')}</span>
        </label>
      ))}
    </fieldset>
  )
}

function NewClass({ say, row, form }: { readonly say: Say; readonly row: ChosenClass; readonly form: ClassForm }) {
  const name = newName(row, form.naming)
  const [nearest] = doubles(row)
  return (
    <>
      {name === row.name ? say('sync.classes.effect_new') : say('sync.classes.effect_new_name', { name })}
      {nearest !== undefined && (
        <span className="cell-more">
          {say('sync.classes.double', { name: nearest.name })}{' '}
          <Button kind="quiet" isSmall onClick={() => form.choose(row, choose(nearest.id))}>
            {say('sync.classes.use', { name: nearest.name })}
          </Button>
        </span>
      )}
    </>
  )
}
