import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RouteBody, RouteId } from '../../../../../src/contract/index.ts'
import { call } from '../../../../api/client.ts'
import { useSchool } from '../../../../api/school.tsx'

/** What is read anew after people were deleted, restored or removed. */
const OLD: readonly RouteId[] = [
  'deletions.list',
  'deletions.receipts',
  'leavers.list',
  'people.list',
  'people.read',
  'access.list',
  'home.read',
]

/** Deletes people. */
export function useDeletePeople() {
  const { code: school } = useSchool()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (people: readonly string[]) => call('deletions.ask', { params: { school }, body: { people: [...people] } }),
    onSuccess: refresh,
  })
}

/** Restores people, with access or without. */
export function useRestorePeople() {
  const { code: school } = useSchool()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: RouteBody<'deletions.restore'>) => call('deletions.restore', { params: { school }, body }),
    onSuccess: refresh,
  })
}

/** Removes somebody for good. */
export function useErasePerson() {
  const { code: school } = useSchool()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: RouteBody<'deletions.erase'>) => call('deletions.erase', { params: { school }, body }),
    onSuccess: refresh,
  })
}

function useRefresh() {
  const client = useQueryClient()
  return async (): Promise<void> => {
    await Promise.all(OLD.map((id) => client.invalidateQueries({ queryKey: [id] })))
  }
}
