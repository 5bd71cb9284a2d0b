import { useState } from 'react'
import { Button } from '../../../kit/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../kit/choice-group.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { PasswordField } from '../../../kit/password-field.tsx'
import { SearchField } from '../../../kit/search-field.tsx'
import { Select } from '../../../kit/select.tsx'
import { useSay } from '../../../words.tsx'

export function KitForms() {
  const say = useSay()
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [who, setWho] = useState<'everybody' | 'some'>('everybody')
  const [what, setWhat] = useState<readonly ('classes' | 'emails')[]>([])
  return (
    <>
      <ErrorSummary errors={errors} />
      <Field
        id="kit-name"
        label={say('kit_page.name')}
        hint={say('kit_page.name_hint')}
        error={errorAt(errors, 'kit-name')}
        defaultValue=""
      />
      <PasswordField id="kit-password" label={say('kit_page.password')} autoComplete="off" />
      <SearchField id="kit-search" label={say('kit_page.search')} value="" onSearch={() => undefined} />
      <Select
        id="kit-year"
        label={say('kit_page.year')}
        options={[
          { value: '', label: say('kit_page.year_any') },
          { value: '6', label: say('kit_page.year_one') },
        ]}
      />
      <RadioGroup
        id="kit-who"
        label={say('kit_page.who')}
        value={who}
        onChange={setWho}
        choices={[
          { value: 'everybody', label: say('kit_page.everybody') },
          { value: 'some', label: say('kit_page.some'), detail: say('kit_page.some_what') },
        ]}
      />
      <CheckboxGroup
        id="kit-what"
        label={say('kit_page.what')}
        values={what}
        onChange={setWhat}
        choices={[
          { value: 'classes', label: say('kit_page.classes') },
          { value: 'emails', label: say('kit_page.emails') },
        ]}
      />
      <div className="buttons">
        <Button onClick={() => setErrors([{ field: 'kit-name', text: say('kit_page.name_missing') }])}>{say('common.save')}</Button>
      </div>
    </>
  )
}
