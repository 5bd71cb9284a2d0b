import { describe, expect, it } from 'vitest'
import { SETS } from '../../bench/accuracy/sets.ts'

const SIZES = { seed: 'sets', schools: 2, pupils: 300, twins: 600 }
const invented = SETS.filter((set) => set.gate !== null || set.id.startsWith('staff'))

describe('the sets that accuracy is measured on', () => {
  it.each(invented.map((set) => [set.id, set] as const))('%s: the same seed gives the same set, another seed another', (_, set) => {
    const made = (seed: string) => JSON.stringify([...(set.batches({ ...SIZES, seed }) ?? [])])
    expect(made('one')).toBe(made('one'))
    expect(made('one')).not.toBe(made('other'))
  })

  it.each(invented.map((set) => [set.id, set] as const))('%s: partners are on their sides, once, and everybody has a label', (_, set) => {
    for (const { directory, source, partners, labels } of set.batches(SIZES) ?? []) {
      const [held, arriving] = [new Set(directory.map((it) => it.id)), new Set(source.map((it) => it.id))]
      expect(held.size + arriving.size).toBe(directory.length + source.length)
      expect([...partners].every(([directoryId, sourceId]) => held.has(directoryId) && arriving.has(sourceId))).toBe(true)
      expect(new Set(partners.values()).size).toBe(partners.size)
      expect([...held, ...arriving].every((id) => labels.has(id))).toBe(true)
    }
  })

  it.each([5, 30])('damages %i percent of the people by the second damager, a quarter of them twice', (percent) => {
    const set = SETS.find((it) => it.id === `others-${percent}`)
    const labels = [...(set?.batches({ ...SIZES, pupils: 1200 }) ?? [])].flatMap((batch) =>
      batch.directory.map((it) => batch.labels.get(it.id)),
    )
    const damaged = labels.filter((label) => (label?.damages.length ?? 0) > 0)
    const twice = damaged.filter((label) => label?.damages.length === 2)
    expect(Math.abs((100 * damaged.length) / labels.length - percent)).toBeLessThan(3)
    expect(twice.length / damaged.length).toBeGreaterThan(0.12)
    expect(twice.length / damaged.length).toBeLessThan(0.38)
  })

  it('gives ids that tell nothing about the other side', () => {
    const set = SETS.find((it) => it.id === 'schools-5')
    const [batch] = set?.batches(SIZES) ?? []
    const alike = [...(batch?.partners ?? [])].filter(([directoryId, sourceId]) => directoryId.slice(1) === sourceId.slice(1))
    expect(alike.length).toBeLessThan(10)
  })
})
