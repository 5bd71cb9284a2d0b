import { useState } from 'react'
import type { ClassDetails } from '../../../../src/contract/index.ts'
import { useMay } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Field } from '../../../kit/field.tsx'
import { Interruption } from '../../../kit/interruption.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'
import { AddMembers } from './add-members.tsx'
import { useDeleteClass, useMembers, useRemoveAll, useRename } from './use-group.ts'

/** What people do with a class that no sync fills: choose who is in it, rename, empty and delete it (S-101…S-103). */
export function OwnClass({ details }: { readonly details: ClassDetails }) {
  const say = useSay()
  const mayFill = useMay('groups.edit') && details.isOwnGroup
  const mayConfigure = useMay('school.configure')
  const [open, setOpen] = useState<'add' | 'rename' | 'empty' | 'delete' | null>(null)
  const [emptied, setEmptied] = useState<readonly string[] | null>(null)
  const members = useMembers(details)
  const removeAll = useRemoveAll(details)
  const remove = useDeleteClass(details)
  const close = (): void => setOpen(null)
  if (details.isSynced || (!mayFill && !mayConfigure)) return null
  return (
    <>
      <div className="buttons">
        {mayFill && <Button onClick={() => setOpen('add')}>{say('classes.add_people')}</Button>}
        {mayConfigure && (
          <Button kind="secondary" onClick={() => setOpen('rename')}>
            {say('classes.rename')}
          </Button>
        )}
        {mayConfigure && details.people.length > 0 && (
          <Button kind="secondary" onClick={() => setOpen('empty')}>
            {say('classes.remove_all')}
          </Button>
        )}
        {mayConfigure && details.people.length === 0 && (
          <Button kind="secondary" onClick={() => setOpen('delete')}>
            {say('classes.delete')}
          </Button>
        )}
        {emptied !== null && mayFill && (
          <Button
            kind="quiet"
            isBusy={members.isPending}
            onClick={() => members.mutate({ add: [...emptied], remove: [] }, { onSuccess: () => setEmptied(null) })}
          >
            {say('classes.undo')}
          </Button>
        )}
      </div>
      <div role="status">{emptied !== null && <p>{say('classes.removed_all', { count: emptied.length })}</p>}</div>
      {open === 'add' && <AddMembers details={details} onClose={close} />}
      {open === 'rename' && <Rename details={details} onClose={close} />}
      {open === 'empty' && (
        <Interruption
          title={say('classes.remove_all_title', { name: details.name })}
          act={say('classes.remove_all')}
          keep={say('common.cancel')}
          isBusy={removeAll.isPending}
          error={removeAll.error}
          onAct={() =>
            removeAll.mutate(undefined, {
              onSuccess: (answer) => {
                setEmptied(answer.removed)
                close()
              },
            })
          }
          onKeep={close}
        >
          <p>{say('classes.remove_all_body', { count: details.people.length })}</p>
        </Interruption>
      )}
      {open === 'delete' && (
        <Interruption
          title={say('classes.delete_title', { name: details.name })}
          act={say('classes.delete')}
          keep={say('common.cancel')}
          isForEver
          isBusy={remove.isPending}
          error={remove.error}
          onAct={() => remove.mutate()}
          onKeep={close}
        >
          <p>{say('classes.delete_body')}</p>
        </Interruption>
      )}
    </>
  )
}

function Rename({ details, onClose }: { readonly details: ClassDetails; onClose(): void }) {
  const say = useSay()
  const [name, setName] = useState(details.name)
  const [isMissing, setMissing] = useState(false)
  const rename = useRename(details)
  return (
    <Dialog title={say('classes.rename_title', { name: details.name })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const said = name.trim()
          setMissing(said === '')
          if (said !== '' && !rename.isPending) rename.mutate(said, { onSuccess: onClose })
        }}
      >
        <Field
          id="class-name"
          label={say('field.name')}
          error={isMissing ? say('classes.needs_name') : undefined}
          value={name}
          maxLength={100}
          data-first-focus
          onChange={(event) => setName(event.target.value)}
        />
        {rename.isError && <ProblemView error={rename.error} />}
        <div className="buttons">
          <Button type="submit" isBusy={rename.isPending}>
            {say('classes.rename_act')}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
