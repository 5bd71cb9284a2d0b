import { type InputHTMLAttributes, useState } from 'react'
import { useSay } from '../words.tsx'
import { Button } from './button.tsx'
import { Field, type FieldProps } from './field.tsx'

/** A password that can be shown while it is typed. */
export function PasswordField(props: FieldProps & InputHTMLAttributes<HTMLInputElement> & { readonly id: string }) {
  const say = useSay()
  const [isShown, setShown] = useState(false)
  return (
    <Field {...props} type={isShown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false}>
      <Button kind="secondary" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {say('kit.show_password')}
      </Button>
    </Field>
  )
}
