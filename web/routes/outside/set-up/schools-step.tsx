import { Button } from '../../../kit/button.tsx'
import { errorAt } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { VisuallyHidden } from '../../../kit/visually-hidden.tsx'
import { useSay } from '../../../words.tsx'
import type { TypedSchool } from './set-up-form.ts'
import type { StepProps } from './step-props.ts'
import { WordsChoice } from './words-choice.tsx'

const SCHOOLS_MAX = 500

/** The school, or the schools of a group. */
export function SchoolsStep({ typed, errors, onChange }: StepProps) {
  const say = useSay()
  const isGroup = typed.kind === 'group'
  const shown = isGroup ? typed.schools : typed.schools.slice(0, 1)
  const changeSchool = (key: number, changes: Partial<TypedSchool>): void =>
    onChange({ ...typed, schools: typed.schools.map((it) => (it.key === key ? { ...it, ...changes } : it)) })
  const add = (): void => {
    const key = Math.max(...typed.schools.map((it) => it.key)) + 1
    onChange({ ...typed, schools: [...typed.schools, { key, name: '', externalId: '' }] })
  }
  return (
    <>
      {isGroup && (
        <Field
          id="group-name"
          label={say('set_up.group_name')}
          value={typed.groupName}
          maxLength={120}
          error={errorAt(errors, 'group-name')}
          onChange={(event) => onChange({ ...typed, groupName: event.target.value })}
        />
      )}
      {shown.map((school, place) => (
        <fieldset key={school.key} className="field school-fields">
          <legend className={isGroup ? 'label legend-large' : 'visually-hidden'}>
            {say('set_up.school_number', { number: place + 1 })}
          </legend>
          <SchoolFields school={school} place={place} errors={errors} onChange={(changes) => changeSchool(school.key, changes)} />
          {isGroup && typed.schools.length > 1 && (
            <Button kind="quiet" onClick={() => onChange({ ...typed, schools: typed.schools.filter((it) => it.key !== school.key) })}>
              {say('set_up.remove_school')}
              <VisuallyHidden> {say('set_up.school_number', { number: place + 1 })}</VisuallyHidden>
            </Button>
          )}
        </fieldset>
      ))}
      {isGroup && typed.schools.length < SCHOOLS_MAX && (
        <p>
          <Button kind="secondary" isSmall onClick={add}>
            {say('set_up.add_school')}
          </Button>
        </p>
      )}
      <WordsChoice value={typed.vocabulary} onChange={(vocabulary) => onChange({ ...typed, vocabulary })} />
    </>
  )
}

function SchoolFields({
  school,
  place,
  errors,
  onChange,
}: Pick<StepProps, 'errors'> & {
  readonly school: TypedSchool
  readonly place: number
  onChange(changes: Partial<TypedSchool>): void
}) {
  const say = useSay()
  const nameId = `school-${place}-name`
  const externalIdId = `school-${place}-externalId`
  return (
    <>
      <Field
        id={nameId}
        label={say('school.name')}
        maxLength={120}
        value={school.name}
        error={errorAt(errors, nameId)}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Field
        id={externalIdId}
        label={say('school.external_id')}
        hint={say('school.external_id_hint')}
        isShort
        maxLength={100}
        value={school.externalId}
        error={errorAt(errors, externalIdId)}
        onChange={(event) => onChange({ externalId: event.target.value })}
      />
    </>
  )
}
