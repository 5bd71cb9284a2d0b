import { randomFor } from '../../../fixtures/index.ts'
import type { MatchRecord } from '../../../src/matching/index.ts'
import { type Batch, type Label, type LabelledSet, recordOf } from '../labelled-set.ts'
import { cell, type Row, readLinkageFile } from './linkage-file.ts'

/** Originals against their duplicates, reduced to names and birth date. */
export const febrlSets: readonly LabelledSet[] = [
  febrlSet('febrl1', 'FEBRL 1: originals and duplicates', 'febrl1.csv'),
  febrlSet('febrl3', 'FEBRL 3: originals and each round of duplicates', 'febrl3.csv'),
  febrlSet('febrl-10k', 'FEBRL, generated 10,000: originals and each round of duplicates', 'febrl-generated-10k.csv'),
]

const NOBODY: Label = { origin: null, sex: null, damages: [] }

function febrlSet(id: string, title: string, file: string): LabelledSet {
  return {
    id,
    title,
    gate: null,
    hasGroups: false,
    batches: ({ seed }) => {
      const rows = readLinkageFile(file)
      return rows === null ? null : rounds(rows, seed)
    },
  }
}

/**
 * An original may have several duplicates, and matching is one to one. So all originals are matched with the first duplicates
 * (`dup-0`), then all originals with the second, and so on; the rounds are added up. Originals without a duplicate in
 * a round are its leavers.
 */
function* rounds(rows: readonly Row[], seed: string): Generator<Batch> {
  const byRound = new Map<string, Row[]>()
  for (const row of rows) {
    const round = /-(org|dup-\d+)$/u.exec(row['rec_id'] ?? '')?.[1] ?? ''
    byRound.set(round, [...(byRound.get(round) ?? []), row])
  }
  const originals = byRound.get('org') ?? []
  for (const [round, duplicates] of byRound) {
    if (!round.startsWith('dup')) continue
    const random = randomFor(seed, round)
    const directory = random.shuffled(originals).map((row) => febrlRecord('d', row))
    const held = new Set(directory.map((it) => it.id))
    const source = random.shuffled(duplicates).map((row) => febrlRecord('s', row))
    const partners = source.map(({ id }) => [`d${id.slice(1)}`, id] as const).filter(([directoryId]) => held.has(directoryId))
    const labels = new Map([...directory, ...source].map(({ id }) => [id, NOBODY]))
    yield { kind: 'pupil', directory, source, partners: new Map(partners), labels }
  }
}

function febrlRecord(side: 'd' | 's', row: Row): MatchRecord {
  const date = /^(\d{4})(\d{2})(\d{2})$/u.exec(row['date_of_birth'] ?? '')
  return recordOf({
    id: `${side}${/^rec-(\d+)/u.exec(row['rec_id'] ?? '')?.[1]}`,
    firstName: cell(row, 'given_name'),
    lastName: cell(row, 'surname'),
    birthDate: date === null ? null : `${date[1]}-${date[2]}-${date[3]}`,
  })
}
