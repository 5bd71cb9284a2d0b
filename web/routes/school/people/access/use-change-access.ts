import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RouteAnswer, RouteBody } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'

/** What was done, so that it can be said and undone. */
export interface AccessChanged {
  readonly asked: RouteBody<'access.change'>
  readonly answer: RouteAnswer<'access.change'>
}

/** Gives and takes access; the way back is the same with exactly those who changed. */
export function useChangeAccess(onDone: () => void) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  const [last, setLast] = useState<AccessChanged | null>(null)
  const change = useMutation({
    mutationFn: (body: RouteBody<'access.change'>) => call('access.change', { params: { school }, body }),
    onSuccess: async (answer, asked) => {
      await client.invalidateQueries({ queryKey: ['access.list'] })
      setLast({ asked, answer })
      onDone()
    },
  })
  const undo = (): void => {
    if (last === null || last.answer.changed.length === 0) return
    const { application, to } = last.asked
    change.mutate({ application, people: last.answer.changed, to: to === 'with' ? 'without' : 'with' })
  }
  return { change, last, undo }
}
