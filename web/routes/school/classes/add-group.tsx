import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { newKey } from '../../../api/new-key.ts'
import { useMay, useSchool } from '../../../api/school.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Field } from '../../../kit/field.tsx'
import { ProblemView } from '../../../kit/problem-view.tsx'
import { useSay } from '../../../words.tsx'

/** Makes a group of the school's own (S-101), and leads to it. */
export function AddGroup() {
  const say = useSay()
  const may = useMay('groups.edit')
  const [isOpen, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)}>
        {say('classes.add_group')}
      </Button>
      {isOpen && <GroupDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function GroupDialog({ onClose }: { onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  const add = useMutation({
    mutationFn: (said: string) =>
      call('classes.addGroup', { params: { school }, body: { name: said, description: null }, idempotencyKey: newKey() }),
    onSuccess: async (group) => {
      await client.invalidateQueries({ queryKey: ['classes.list'] })
      await navigate({ to: '/s/$school/classes/$class', params: { school, class: group.id } })
    },
  })
  return (
    <Dialog title={say('classes.add_group')} onClose={onClose}>
      <p>{say('classes.add_group_how')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const said = name.trim()
          setMissing(said === '')
          if (said !== '' && !add.isPending) add.mutate(said)
        }}
      >
        <Field
          id="group-name"
          label={say('field.name')}
          error={isMissing ? say('classes.needs_name') : undefined}
          value={name}
          maxLength={100}
          data-first-focus
          onChange={(event) => setName(event.target.value)}
        />
        {add.isError && <ProblemView error={add.error} />}
        <div className="buttons">
          <Button type="submit" isBusy={add.isPending}>
            {say('classes.add_group_act')}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {say('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
