import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { ok, type Problem, type Result } from '../../kernel/index.ts'
import {
  type PeopleParts,
  partsOfPeople,
  partsOfVocabulary,
  peopleOfParts,
  Vocabulary,
  type VocabularyParts,
  vocabularyOfParts,
} from '../../matching/index.ts'
import { readSide, type Side, type SideRequest } from './read-side.ts'
import { type Share, ShareMatcher, type SharePairs, type Work } from './shares.ts'
import type { Problems } from './side-problems.ts'

/** What the second thread is started with; says, too, that it is this one. */
interface Start {
  readonly musterMatch: true
  readonly request: SideRequest
  /** Address of this module. */
  readonly module: string
}

/** The source as the second thread has read it, with its own dictionaries. */
export interface ReadElsewhere {
  readonly problems: Problems
  readonly side: Result<PartsOfSide, Problem>
}

interface PartsOfSide {
  readonly header: readonly string[]
  readonly rows: number
  readonly people: PeopleParts
  readonly starts: Int32Array
  readonly vocabulary: VocabularyParts
}

/** Both sides in shared memory, and the shares of the work. */
export interface Task extends Work {
  readonly vocabulary: VocabularyParts
  readonly directory: PeopleParts
  readonly source: PeopleParts
  readonly shares: readonly Share[]
  /** How many shares have been taken; each thread takes the next. */
  readonly taken: Int32Array
}

/** A share that the second thread has matched. */
export interface Done extends SharePairs {
  readonly share: number
}

/**
 * Starts the second thread, which reads a file at once. This module is what it runs: when built, the piece of the program that
 * this module has become part of.
 */
export function startSecondThread(request: SideRequest): Worker {
  const start: Start = { musterMatch: true, request, module: import.meta.url }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(import.meta.url), { workerData: start })
  return new Worker(FROM_SOURCE, { eval: true, workerData: start })
}

/** Without a build, as in tests, a thread begins with what reads TypeScript. */
const FROM_SOURCE = `import('tsx/esm/api').then((tsx) => {
  tsx.register()
  return import(require('node:worker_threads').workerData.module)
})`

if (!isMainThread && isStart(workerData)) await readAndMatch(workerData.request)

function isStart(data: unknown): data is Start {
  return typeof data === 'object' && data !== null && 'musterMatch' in data
}

async function readAndMatch(request: SideRequest): Promise<void> {
  parentPort?.once('message', (task: Task) => matchShares(task))
  const vocabulary = new Vocabulary()
  const { problems, side } = await readSide(request, vocabulary)
  const read: ReadElsewhere = { problems, side: side.ok ? ok(partsOf(side.value, vocabulary)) : side }
  parentPort?.postMessage(read)
}

function partsOf({ header, rows, grouped }: Side, vocabulary: Vocabulary): PartsOfSide {
  const { people, starts } = grouped
  return { header, rows, people: partsOfPeople(people), starts, vocabulary: partsOfVocabulary(vocabulary) }
}

function matchShares({ vocabulary, directory, source, shares, taken, ...work }: Task): void {
  const sides = { vocabulary: vocabularyOfParts(vocabulary), directory: peopleOfParts(directory), source: peopleOfParts(source) }
  const matcher = new ShareMatcher(sides, work)
  for (let share = Atomics.add(taken, 0, 1); share < shares.length; share = Atomics.add(taken, 0, 1)) {
    const pairs = matcher.match(shares[share] ?? [0, 0])
    const done: Done = { share, ...pairs }
    parentPort?.postMessage(done, [pairs.text.buffer])
  }
}
