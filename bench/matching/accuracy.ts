import fs from 'node:fs'
import { createInterface } from 'node:readline'

export interface Accuracy {
  readonly pairs: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** False where somebody stands in two pairs. */
  readonly isOneToOne: boolean
}

/** Directory id to source id. */
export type Truth = ReadonlyMap<string, string>

export async function readTruth(file: string): Promise<Truth> {
  const truth = new Map<string, string>()
  for await (const [directoryId, sourceId] of rowsOf(file)) truth.set(directoryId, sourceId)
  return truth
}

/**
 * Compares the pairs an engine calls a match with who is who. The file begins with the columns `directory_id,source_id`;
 * with statuses, only rows of one of them count.
 */
export async function accuracyOf(file: string, truth: Truth, statuses: readonly string[] | null): Promise<Accuracy> {
  let [pairs, right] = [0, 0]
  const taken = new Set<string>()
  for await (const [directoryId, sourceId, status] of rowsOf(file)) {
    if (statuses !== null && !statuses.includes(status)) continue
    pairs += 1
    if (truth.get(directoryId) === sourceId) right += 1
    taken.add(directoryId).add(sourceId)
  }
  const [precision, recall] = [right / pairs, right / truth.size]
  return { pairs, precision, recall, f1: (2 * precision * recall) / (precision + recall), isOneToOne: taken.size === 2 * pairs }
}

async function* rowsOf(file: string): AsyncGenerator<readonly [string, string, string]> {
  let isHeader = true
  for await (const line of createInterface({ input: fs.createReadStream(file) })) {
    if (!isHeader) {
      const [one = '', two = '', three = ''] = line.split(',', 3)
      yield [one, two, three]
    }
    isHeader = false
  }
}
