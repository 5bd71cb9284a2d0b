import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { ok } from '../../kernel/index.ts'
import { partsOfPeople, partsOfVocabulary, peopleOfParts, type Sides, translate, type Vocabulary } from '../../matching/index.ts'
import { type ReadSide, readSide, type SideRequest } from './read-side.ts'
import { type Done, type ReadElsewhere, startSecondThread, type Task } from './second-thread.ts'
import { cutShares, ShareMatcher, type SharePairs, type Work } from './shares.ts'

/** This thread, and a second one where two are wanted. Has a lifetime: end it. */
export class Crew {
  private readonly request: SideRequest
  private readonly worker: Worker | null
  /** What the second thread has sent and nobody has looked at. */
  private readonly inbox: (ReadElsewhere | Done)[] = []
  private failure: unknown = null
  private wake: () => void = () => {}

  /** The second thread begins to read its file at once. */
  constructor(threads: 1 | 2, request: SideRequest) {
    this.request = request
    this.worker = threads === 2 ? startSecondThread(request) : null
    this.worker?.on('message', (message) => {
      this.inbox.push(message)
      this.wake()
    })
    this.worker?.on('error', (error) => {
      this.failure = error
      this.wake()
    })
  }

  async end(): Promise<void> {
    await this.worker?.terminate()
  }

  /** What the file of the request says, under the codes of this vocabulary. */
  async read(vocabulary: Vocabulary): Promise<ReadSide> {
    if (this.worker === null) return readSide(this.request, vocabulary)
    const { problems, side } = (await this.message()) as ReadElsewhere // safe: the first message is what was read
    if (!side.ok) return { problems, side }
    const { people, starts, header, rows } = side.value
    const schoolCodes = translate(people, side.value.vocabulary, vocabulary)
    return { problems, side: ok({ header, rows, grouped: { people: peopleOfParts(people), starts }, schoolCodes }) }
  }

  /** The pairs of all groups, share by share in the order of the groups. */
  async *match(sides: Sides, work: Work): AsyncGenerator<SharePairs> {
    const shares = cutShares(work.groups)
    const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    if (shares.length > 1) this.post(sides, { ...work, shares, taken })
    const matcher = new ShareMatcher(sides, work)
    const done = new Map<number, SharePairs>()
    for (let next = 0; next < shares.length; ) {
      const share = Atomics.add(taken, 0, 1)
      const own = shares[share]
      if (own !== undefined) done.set(share, matcher.match(own))
      if (own !== undefined) await setImmediate()
      else if (!done.has(next)) this.inbox.unshift(await this.message())
      for (const it of this.inbox.splice(0)) if ('share' in it) done.set(it.share, it)
      for (let pairs = done.get(next); pairs !== undefined; pairs = done.get(next)) {
        done.delete(next)
        next += 1
        yield pairs
      }
    }
  }

  /** Hands the work to the second thread as well. */
  private post(sides: Sides, work: Pick<Task, 'groups' | 'explain' | 'shares' | 'taken'>): void {
    const [directory, source] = [partsOfPeople(sides.directory), partsOfPeople(sides.source)]
    const task: Task = { ...work, vocabulary: partsOfVocabulary(sides.vocabulary), directory, source }
    this.worker?.postMessage(task)
  }

  private async message(): Promise<ReadElsewhere | Done> {
    for (;;) {
      const message = this.inbox.shift()
      if (message !== undefined) return message
      if (this.failure !== null) throw this.failure
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }
}
