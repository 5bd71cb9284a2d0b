import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClassDetails, RouteBody } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { useSay } from '../../../words.tsx'

type Edit = RouteBody<'classes.change'>

/** What can be changed by hand about a class: its description (S-96), and whether it is archived (S-104). The last change can be undone. */
export function ChangeClass({ details }: { readonly details: ClassDetails }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [before, setBefore] = useState<Edit | null>(null)
  const save = useSaving(details)
  const may = useMay('school.configure')
  if (!may) return null
  const change = (edit: Edit, undo: Edit | null): void => save.mutate(edit, { onSuccess: () => setBefore(undo) })
  return (
    <>
      <div className="buttons">
        <Button kind="secondary" onClick={() => setOpen(true)}>
          {say('classes.change_description')}
        </Button>
        <Button
          kind="secondary"
          isBusy={save.isPending}
          onClick={() => change({ isArchived: !details.isArchived }, { isArchived: details.isArchived })}
        >
          {say(details.isArchived ? 'classes.restore' : 'classes.archive')}
        </Button>
        {before !== null && (
          <Button kind="quiet" isBusy={save.isPending} onClick={() => change(before, null)}>
            {say('classes.undo')}
          </Button>
        )}
      </div>
      <div role="status">{before !== null && <p>{say('classes.saved')}</p>}</div>
      {save.error !== null && <ProblemView error={save.error} />}
      {isOpen && (
        <DescriptionDialog
          details={details}
          onClose={() => setOpen(false)}
          onSave={(edit) => {
            setOpen(false)
            change(edit, { description: details.description, ownsDescription: details.ownsDescription })
          }}
        />
      )}
    </>
  )
}

function DescriptionDialog({ details, onClose, onSave }: { readonly details: ClassDetails; onClose(): void; onSave(edit: Edit): void }) {
  const say = useSay()
  const [text, setText] = useState(details.description ?? '')
  return (
    <Dialog title={say('classes.description_of', { name: details.name })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSave({ description: text.trim() || null })
        }}
      >
        <TextArea
          id="class-description"
          label={say('field.description')}
          hint={details.isSynced ? say('classes.description_hint') : undefined}
          rows={4}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="buttons">
          <Button type="submit">{say('classes.description_save')}</Button>
          {details.isSynced && details.ownsDescription && (
            <Button kind="secondary" onClick={() => onSave({ ownsDescription: false })}>
              {say('classes.description_give_back')}
            </Button>
          )}
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function useSaving(details: ClassDetails) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  const params = { school, class: details.id }
  return useMutation({
    mutationFn: (body: Edit) => call('classes.change', { params, ifMatch: details.version, body }),
    onSuccess: (saved) => {
      keepAnswer(apiQuery('classes.read', { params }), saved)
      void client.invalidateQueries({ queryKey: ['classes.list'] })
    },
    onError: () => void client.invalidateQueries({ queryKey: ['classes.read'] }),
  })
}
