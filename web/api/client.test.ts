import { afterEach, describe, expect, it, vi } from 'vitest'
import { apiQuery, forgetAll, keepAnswer, queryClient } from './client.ts'

const query = apiQuery('holds.list', { params: { school: 'oak-school' } })
const BEFORE = { items: [], answered: 'before' } as never
const AFTER = { items: [], answered: 'after' } as never

describe('what the API said to an act', () => {
  afterEach(forgetAll)

  it('stays when a question that was asked before the act is answered after it, and is asked again', async () => {
    const asked: ((answer: never) => void)[] = []
    const queryFn = (): Promise<never> => new Promise((resolve) => void asked.push(resolve))
    const first = queryClient.fetchQuery({ ...query, queryFn })
    keepAnswer(query, AFTER)
    asked[0]?.(BEFORE)
    await vi.waitUntil(() => asked.length === 2)
    expect(queryClient.getQueryData(query.queryKey)).toBe(AFTER)
    asked[1]?.(AFTER)
    expect(await first).toBe(AFTER)
  })

  it('asks nothing where nothing was being asked', () => {
    keepAnswer(query, AFTER)
    expect(queryClient.isFetching()).toBe(0)
    expect(queryClient.getQueryData(query.queryKey)).toBe(AFTER)
  })
})
