import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RouteBody } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { newKey } from '../../../../api/new-key.ts'
import { useSchool } from '../../../../api/school.tsx'

/** What a merge makes old. */
const OLD = ['duplicates.list', 'people.list', 'people.read', 'runs.plan', 'runs.read']

/** Merges exactly what was planned. */
export function useMerge(onDone: () => void) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RouteBody<'people.merge'>) => call('people.merge', { params: { school }, body, idempotencyKey: newKey() }),
    onSuccess: async () => {
      onDone()
      await Promise.all(OLD.map((it) => client.invalidateQueries({ queryKey: [it] })))
    },
  })
}
