import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { RadioGroup } from '../../../kit/choice-group.tsx'
import { ErrorSummary, errorAt, type FormError } from '../../../kit/error-summary.tsx'
import { Field } from '../../../kit/field.tsx'
import { formErrors } from '../../../kit/form-errors.ts'
import { useSay } from '../../../words.tsx'
import { UploadFile } from '../sync/upload/upload-file.tsx'
import { useUpload } from '../sync/upload/use-upload.ts'

/** Chooses the file and the day, and rehearses. */
export function RehearsalForm() {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const upload = useUpload('rehearsal')
  const [file, setFile] = useState<'newest' | 'own'>('newest')
  const [on, setOn] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const own = upload.state.kind === 'read' ? upload.state.answer.upload : null
  const start = useMutation({
    mutationFn: () =>
      call('rehearsals.start', { params: { school }, body: { upload: file === 'own' ? own : null, on }, idempotencyKey: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rehearsals.list'] }),
    onError: (error) =>
      setErrors(formErrors(error, say, (path) => (path === 'on' ? { id: 'rehearsal-on', label: say('rehearsal.on') } : undefined))),
  })
  const submit = (): void => {
    const wrong = [
      ...(file === 'own' && own === null ? [{ field: 'rehearsal-file', text: say('rehearsal.file_missing') }] : []),
      ...(on === '' ? [{ field: 'rehearsal-on', text: say('rehearsal.on_missing') }] : []),
    ]
    setErrors(wrong)
    if (wrong.length === 0) start.mutate()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!start.isPending) submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <RadioGroup
        id="rehearsal-file"
        label={say('rehearsal.file')}
        value={file}
        error={errorAt(errors, 'rehearsal-file')}
        choices={[
          { value: 'newest', label: say('rehearsal.file.newest') },
          {
            value: 'own',
            label: say('rehearsal.file.own'),
            detail: say('rehearsal.file.own.detail'),
            inside: <UploadFile upload={upload} />,
          },
        ]}
        onChange={setFile}
      />
      <Field
        id="rehearsal-on"
        type="date"
        isShort
        label={say('rehearsal.on')}
        hint={say('rehearsal.on_hint')}
        value={on}
        error={errorAt(errors, 'rehearsal-on')}
        onChange={(event) => setOn(event.target.value)}
      />
      <div role="status">{start.isSuccess && <p>{say('rehearsal.started')}</p>}</div>
      <Button type="submit" isBusy={start.isPending}>
        {say('rehearsal.start')}
      </Button>
    </form>
  )
}
