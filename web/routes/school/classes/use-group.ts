import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ClassDetails, RouteBody } from '../../../../src/contract/index.ts'
import { apiQuery, call, keepAnswer } from '../../../api/client.ts'
import { useSchool } from '../../../api/school.tsx'

/** Puts people into a group of the school's own, or takes them out. */
export function useMembers({ id }: ClassDetails) {
  const { code: school } = useSchool()
  const keep = useKept()
  return useMutation({
    mutationFn: (body: RouteBody<'classes.members'>) => call('classes.members', { params: { school, class: id }, body }),
    onSuccess: (answer) => keep(answer.class),
  })
}

/** Takes everybody out of a class that is not synced. */
export function useRemoveAll({ id }: ClassDetails) {
  const { code: school } = useSchool()
  const keep = useKept()
  return useMutation({
    mutationFn: () => call('classes.removeAll', { params: { school, class: id } }),
    onSuccess: (answer) => keep(answer.class),
  })
}

/** Gives a class that is not synced another name. */
export function useRename({ id, version }: ClassDetails) {
  const { code: school } = useSchool()
  const keep = useKept()
  return useMutation({
    mutationFn: (name: string) => call('classes.change', { params: { school, class: id }, ifMatch: version, body: { name } }),
    onSuccess: keep,
  })
}

/** Deletes an empty class, and leads to the others. */
export function useDeleteClass({ id, version }: ClassDetails) {
  const { code: school } = useSchool()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => call('classes.delete', { params: { school, class: id }, ifMatch: version }),
    onSuccess: async () => {
      await navigate({ to: '/s/$school/classes', params: { school } })
      await client.invalidateQueries({ queryKey: ['classes.list'] })
    },
  })
}

function useKept() {
  const { code: school } = useSchool()
  const client = useQueryClient()
  return async (now: ClassDetails): Promise<void> => {
    keepAnswer(apiQuery('classes.read', { params: { school, class: now.id } }), now)
    await Promise.all(['classes.list', 'people.read'].map((id) => client.invalidateQueries({ queryKey: [id] })))
  }
}
