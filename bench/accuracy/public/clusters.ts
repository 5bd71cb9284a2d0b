import { randomFor } from '../../../fixtures/index.ts'
import type { MatchRecord } from '../../../src/matching/index.ts'
import { type Batch, type LabelledSet, recordOf } from '../labelled-set.ts'
import { cell, type Row, readLinkageFile } from './linkage-file.ts'

/** A set of clusters made one to one: the first record of a cluster against its second; singles are leavers and joiners by turns. */
export const clusterSet: LabelledSet = {
  id: 'fake-1000',
  title: 'fake_1000: first and second record of each cluster',
  gate: null,
  hasGroups: false,
  batches: ({ seed }) => {
    const rows = readLinkageFile('fake_1000.csv')
    return rows === null ? null : [firstAndSecond(rows, seed)]
  },
}

function firstAndSecond(rows: readonly Row[], seed: string): Batch {
  const clusters = grouped(rows)
  const directory: MatchRecord[] = []
  const source: MatchRecord[] = []
  const partners = new Map<string, string>()
  for (const [place, [one, other]] of [...clusters.values()].entries()) {
    if (one === undefined) continue
    if (other === undefined) {
      if (place % 2 === 0) directory.push(clusterRecord('d', place, one))
      else source.push(clusterRecord('s', place, one))
      continue
    }
    directory.push(clusterRecord('d', place, one))
    source.push(clusterRecord('s', place, other))
    partners.set(`d${place}`, `s${place}`)
  }
  const random = randomFor(seed, 'clusters')
  return { kind: 'pupil', directory: random.shuffled(directory), source: random.shuffled(source), partners, labels: new Map() }
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const clusters = new Map<string, Row[]>()
  for (const row of rows) clusters.set(row['cluster'] ?? '', [...(clusters.get(row['cluster'] ?? '') ?? []), row])
  return clusters
}

function clusterRecord(side: 'd' | 's', place: number, row: Row): MatchRecord {
  return recordOf({
    id: `${side}${place}`,
    firstName: cell(row, 'first_name'),
    lastName: cell(row, 'surname'),
    birthDate: cell(row, 'dob'),
  })
}
