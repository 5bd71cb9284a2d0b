import { describe, expect, it } from 'vitest'
import { ApiError, type DecidedAnswer } from '../../../../../src/contract/index.ts'
import { type DecisionQueue, makeDecisionQueue } from './decision-queue.ts'
import { type Action, lastRedoable, lastUndoable, type Request } from './queue-state.ts'

interface Sent {
  readonly request: Request
  readonly key: string
  readonly isInsisted: boolean
  answer(): Promise<void>
  refuse(status: number): Promise<void>
  lose(): Promise<void>
}

const COUNTS = { version: 1, filters: {}, decided: 0, importing: 0, emails: 0, yearGroups: [], registrationClasses: [] }
// a turn of the event loop: everything that was promised has happened
const settled = (first: () => void): Promise<void> => {
  first()
  return new Promise((resolve) => setTimeout(resolve, 0))
}

/** A queue whose server is this test. */
function queueWith(): { queue: DecisionQueue; sent: Sent[]; saved: string[] } {
  const sent: Sent[] = []
  const saved: string[] = []
  let keys = 0
  const send = (request: Request, { key, isInsisted }: Action): Promise<DecidedAnswer> =>
    new Promise((resolve, reject) => {
      const number = sent.length + 1
      const batch = request.kind === 'decide' ? `batch-${number}` : request.kind === 'redecide' ? request.batch : null
      const undone = request.kind === 'undecide' ? [request.batch] : []
      // the counts of an answer are not read here
      const answer = { version: number, batch, undone, made: 1, counts: COUNTS, rows: [] } as unknown as DecidedAnswer
      const problem = (status: number) => new ApiError({ type: 'x', status, code: 'x', title: '', cure: '' })
      sent.push({
        request,
        key,
        isInsisted,
        answer: () => settled(() => resolve(answer)),
        refuse: (status) => settled(() => reject(problem(status))),
        lose: () => settled(() => reject(new TypeError('network'))),
      })
    })
  const queue = makeDecisionQueue({
    send,
    newKey: () => `key-${++keys}`,
    isApiError: (error) => error instanceof ApiError,
    onSaved: (action) => void saved.push(action.label),
  })
  return { queue, sent, saved }
}

const same = (row: string) => ({ kind: 'rows', decisions: [{ row, act: 'same' }] }) as const
const rowsOf = ({ request }: Sent): unknown =>
  request.kind === 'decide' && 'decisions' in request.body ? request.body.decisions.map((it) => it.row) : request
const states = (queue: DecisionQueue): string[] => queue.state().actions.map((it) => `${it.label} ${it.state}`)

describe('the queue of decisions', () => {
  it('sends one at a time, in order', async () => {
    const { queue, sent, saved } = queueWith()
    for (const name of ['a', 'b', 'c']) queue.add(same(name), name)
    expect(sent.map(rowsOf)).toEqual([['a']])
    await sent[0]?.answer()
    expect(sent.map(rowsOf)).toEqual([['a'], ['b']])
    await sent[1]?.answer()
    await sent[2]?.answer()
    expect(saved).toEqual(['a', 'b', 'c'])
    expect(new Set(sent.map((it) => it.key)).size).toBe(3)
    expect(queue.state().actions).toEqual([])
  })

  it('S-64 keeps what could not be sent, lets nothing overtake it, and sends it again under its key', async () => {
    const { queue, sent } = queueWith()
    queue.add(same('a'), 'a')
    queue.add(same('b'), 'b')
    await sent[0]?.lose()
    expect(states(queue)).toEqual(['a failed', 'b waiting'])
    expect(sent).toHaveLength(1)
    queue.retry()
    expect(sent[1]?.key).toBe(sent[0]?.key)
    await sent[1]?.answer()
    expect(rowsOf(sent[2] as Sent)).toEqual(['b'])
  })

  it('sends what the server refused under a new key', async () => {
    const { queue, sent } = queueWith()
    queue.add(same('a'), 'a')
    await sent[0]?.refuse(409)
    expect(queue.state().actions[0]?.problem?.status).toBe(409)
    queue.retry()
    expect(sent[1]?.key).not.toBe(sent[0]?.key)
  })

  it.each(['mine', 'theirs'] as const)('asks when somebody else decided first, and then does as told: %s', async (choice) => {
    const { queue, sent, saved } = queueWith()
    const id = queue.add(same('a'), 'a')
    queue.add(same('b'), 'b')
    await sent[0]?.refuse(412)
    expect(states(queue)).toEqual(['a clash', 'b waiting'])
    queue.settle(id, choice)
    expect(rowsOf(sent[1] as Sent)).toEqual(choice === 'mine' ? ['a'] : ['b'])
    expect(sent[1]?.isInsisted).toBe(choice === 'mine')
    await sent[1]?.answer()
    await sent[2]?.answer()
    expect(saved).toEqual(choice === 'mine' ? ['a', 'b'] : ['b'])
  })

  it('undoes what was saved by its batch, newest first, and names it', async () => {
    const { queue, sent } = queueWith()
    queue.add(same('a'), 'a')
    await sent[0]?.answer()
    queue.add(same('b'), 'b')
    await sent[1]?.answer()
    expect(queue.undoLast((it) => `undo ${it}`)?.label).toBe('b')
    expect(queue.undoLast((it) => `undo ${it}`)?.label).toBe('a')
    await sent[2]?.answer()
    await sent[3]?.answer()
    expect(sent.slice(2).map((it) => it.request)).toEqual([
      { kind: 'undecide', batch: 'batch-2', isGoingBack: false },
      { kind: 'undecide', batch: 'batch-1', isGoingBack: false },
    ])
    expect(lastUndoable(queue.state())).toBeNull()
    expect(queue.undoLast((it) => it)).toBeNull()
  })

  it('never sends what is undone while it waits, and waits for what is on its way', async () => {
    const { queue, sent } = queueWith()
    queue.add(same('a'), 'a')
    queue.add(same('b'), 'b')
    queue.undoLast((it) => it)
    queue.undoLast((it) => it)
    expect(states(queue)).toEqual(['a sending', 'a waiting'])
    await sent[0]?.answer()
    await sent[1]?.answer()
    expect(sent.map((it) => it.request.kind)).toEqual(['decide', 'undecide'])
    expect(queue.state()).toMatchObject({ actions: [], saved: [], takenBack: [{ label: 'b' }, { label: 'a', what: { batch: 'batch-1' } }] })
  })

  it('goes on undoing with what was decided before the page was opened', async () => {
    const { queue, sent } = queueWith()
    queue.remember([{ id: -1, label: 'earlier', batch: 'before' }])
    queue.undoLast((it) => it)
    await sent[0]?.answer()
    expect(sent[0]?.request).toEqual({ kind: 'undecide', batch: 'before', isGoingBack: false })
    expect(lastUndoable(queue.state())).toBeNull()
  })

  it('drops the undoing of what failed with it, and goes on behind it', async () => {
    const { queue, sent } = queueWith()
    const a = queue.add(same('a'), 'a')
    queue.undoLast((it) => it)
    queue.add(same('b'), 'b')
    await sent[0]?.refuse(412)
    queue.settle(a, 'theirs')
    expect(rowsOf(sent[1] as Sent)).toEqual(['b'])
  })

  it('redoes what was undone, the last first, by its batch; what was never sent is done anew', async () => {
    const { queue, sent } = queueWith()
    queue.add(same('a'), 'a')
    await sent[0]?.answer()
    queue.add(same('b'), 'b')
    await sent[1]?.answer()
    queue.add(same('c'), 'c')
    queue.add(same('d'), 'd')
    queue.undoLast((it) => it)
    await sent[2]?.answer()
    for (const place of [3, 4]) {
      queue.undoLast((it) => it)
      await sent[place]?.answer()
    }
    expect(queue.state().takenBack.map((it) => it.label)).toEqual(['d', 'c', 'b'])
    expect([queue.redoLast(), queue.redoLast(), queue.redoLast()]).toEqual(['b', 'c', 'd'])
    for (const place of [5, 6, 7]) await sent[place]?.answer()
    expect(sent.slice(5).map((it) => it.request)).toMatchObject([
      { kind: 'redecide', batch: 'batch-2' },
      { kind: 'redecide', batch: 'batch-3' },
      { kind: 'decide', body: { decisions: [{ row: 'd' }] } },
    ])
    expect(queue.state().saved.map((it) => it.label)).toEqual(['a', 'b', 'c', 'd'])
    expect(lastRedoable(queue.state())).toBeNull()
    expect(queue.redoLast()).toBeNull()
  })

  it('redoes an undo that is still on its way once it has arrived; one that waits just does not happen', async () => {
    const { queue, sent } = queueWith()
    queue.add(same('a'), 'a')
    await sent[0]?.answer()
    queue.add(same('b'), 'b')
    await sent[1]?.answer()
    queue.undoLast((it) => it)
    queue.undoLast((it) => it)
    expect(lastRedoable(queue.state())).toBe('a')
    expect(queue.redoLast()).toBe('a')
    expect(queue.redoLast()).toBe('b')
    await sent[2]?.answer()
    await sent[3]?.answer()
    expect(sent.slice(2).map((it) => it.request)).toMatchObject([
      { kind: 'undecide', batch: 'batch-2' },
      { kind: 'redecide', batch: 'batch-2' },
    ])
    expect(queue.state()).toMatchObject({ actions: [], saved: [{ label: 'a' }, { label: 'b' }], takenBack: [] })
  })

  it('a new decision leaves nothing to redo', async () => {
    const { queue, sent } = queueWith()
    queue.add(same('a'), 'a')
    await sent[0]?.answer()
    queue.undoLast((it) => it)
    await sent[1]?.answer()
    queue.add(same('b'), 'b')
    expect(queue.redoLast()).toBeNull()
  })
})
