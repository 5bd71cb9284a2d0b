import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, queryClient } from '../../api/client.ts'
import { newKey } from '../../api/new-key.ts'
import { useMay, useSchool } from '../../api/school.tsx'
import { Button } from '../../kit/button.tsx'
import { Interruption } from '../../kit/interruption.tsx'
import { VisuallyHidden } from '../../kit/visually-hidden.tsx'
import { useSay } from '../../words.tsx'
import { useAsOf } from './as-of/use-as-of.ts'

interface OneOfRun {
  readonly run: string
  readonly person: string
  readonly name: string
}

/** Offers to take back what a run did to one person, for as long as that can be done and by who may. */
export function UndoPerson({ until, ...one }: OneOfRun & { readonly until: string | null }) {
  const say = useSay()
  const mayUndo = useMay('run.undo')
  const isNow = useAsOf() === undefined
  const [isAsking, setAsking] = useState(false)
  if (until === null || new Date(until) < new Date() || !mayUndo || !isNow) return null
  return (
    <>
      <Button kind="secondary" isSmall onClick={() => setAsking(true)}>
        {say('undo.one')}
        <VisuallyHidden> {say('undo.one_of', { name: one.name })}</VisuallyHidden>
      </Button>
      {isAsking && <AskUndo one={one} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskUndo({ one: { run, person, name }, onClose }: { readonly one: OneOfRun; onClose(): void }) {
  const say = useSay()
  const { code: school } = useSchool()
  const navigate = useNavigate()
  const [key] = useState(newKey)
  const undo = useMutation({
    mutationFn: () => call('runs.undoPerson', { params: { school, run, person }, idempotencyKey: key }),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: ['runs.open'] })
      await navigate({ to: '/s/$school/sync/review', params: { school }, search: { run: made.id } })
    },
  })
  return (
    <Interruption
      title={say('undo.one_title', { name })}
      effects={[say('undo.one_effect', { name }), say('undo.keeps'), say('undo.one_again')]}
      act={say('undo.review')}
      keep={say('common.cancel')}
      isBusy={undo.isPending}
      error={undo.error}
      onAct={() => undo.mutate()}
      onKeep={onClose}
    >
      <p>{say('undo.body')}</p>
    </Interruption>
  )
}
