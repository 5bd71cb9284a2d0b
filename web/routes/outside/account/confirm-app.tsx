import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { encode } from 'uqr'
import type { RouteAnswer } from '../../../../src/contract/index.ts'
import { call } from '../../../api/client.ts'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy-button.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { formErrors } from '../../../kit/form-errors.ts'
import { useSay } from '../../../words.tsx'

interface ConfirmAppProps {
  readonly begun: RouteAnswer<'account.beginAuthenticator'>
  onConfirmed(answer: RouteAnswer<'account.confirmAuthenticator'>): void
  onLater(): void
}

/** The key as a QR code and to be typed, and the first code as the proof that the app has it. */
export function ConfirmApp({ begun, onConfirmed, onLater }: ConfirmAppProps) {
  const say = useSay()
  const [code, setCode] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const confirm = useMutation({
    mutationFn: () => call('account.confirmAuthenticator', { body: { code } }),
    onSuccess: onConfirmed,
    onError: (error) =>
      setErrors(formErrors(error, say, (path) => (path === 'code' ? { id: 'app-code', label: say('account.app_code') } : undefined))),
  })
  const submit = (): void => {
    const missing = code.trim() === '' ? [{ field: 'app-code', text: say('account.app_code_missing') }] : []
    setErrors(missing)
    if (missing.length === 0) confirm.mutate()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!confirm.isPending) submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <p>{say('account.app_scan')}</p>
      <QrCode text={begun.address} label={say('account.app_qr')} />
      <p>
        {say('account.app_key')}: <code>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>{' '}
        <CopyButton text={begun.secret} label={say('account.app_copy_key')} />
      </p>
      <Field
        id="app-code"
        label={say('account.app_code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        isShort
        value={code}
        error={errorAt(errors, 'app-code')}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="buttons">
        <Button type="submit" isBusy={confirm.isPending}>
          {say('account.app_confirm')}
        </Button>
        <Button kind="secondary" onClick={onLater}>
          {say('account.app_not_now')}
        </Button>
      </div>
    </form>
  )
}

/** Dark on light in every look of the page: cameras want it so. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={dots} />
    </svg>
  )
}
