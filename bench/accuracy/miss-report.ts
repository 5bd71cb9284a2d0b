import type { MatchRecord } from '../../src/matching/index.ts'
import type { Miss, MissKind } from './misses.ts'

/** Counts misses by kind and cause, and keeps the first examples of each kind. */
export interface MissReport {
  add(miss: Miss): void
  text(): string
}

const KINDS: readonly MissKind[] = ['wrongly Matched', 'never offered', 'wrongly May match', 'right, but May match']
const CAUSES_OF_A_KIND = 20

/** For development: which classes of misses there are, and so many examples of each kind with what the engine said. */
export function newMissReport(examplesOfAKind: number): MissReport {
  const counts = new Map<MissKind, Map<string, number>>(KINDS.map((kind) => [kind, new Map()]))
  const examples = new Map<MissKind, string[]>(KINDS.map((kind) => [kind, []]))
  return {
    add: (miss) => {
      const causes = counts.get(miss.kind)
      causes?.set(miss.cause, (causes.get(miss.cause) ?? 0) + 1)
      const kept = examples.get(miss.kind)
      if (kept !== undefined && kept.length < examplesOfAKind) kept.push(exampleText(miss))
    },
    text: () =>
      KINDS.map((kind) => {
        const causes = [...(counts.get(kind) ?? [])].sort(([, one], [, other]) => other - one)
        const total = causes.reduce((sum, [, count]) => sum + count, 0)
        const lines = causes.slice(0, CAUSES_OF_A_KIND).map(([cause, count]) => `${String(count).padStart(7)}  ${cause}`)
        return [`${kind}: ${total} in ${causes.length} classes`, ...lines, ...(examples.get(kind) ?? [])].join('\n')
      }).join('\n\n'),
  }
}

function exampleText({ cause, directory, source, pair }: Miss): string {
  const said = pair === null ? [] : [`${pair.verdict} by ${pair.pass}, ${pair.probability.toFixed(5)}, ${pair.bits.toFixed(1)} bits`]
  const reasons = pair?.reasons.map((it) => `${it.code} ${it.bits.toFixed(1)}`).join(', ') ?? ''
  const guards = pair?.guards.join(', ') ?? ''
  return ['', `  ${cause}`, `    directory ${recordText(directory)}`, `    source    ${recordText(source)}`, ...said, reasons, guards]
    .filter((line, place) => place === 0 || line !== '')
    .map((line) => (line.startsWith(' ') || line === '' ? line : `    ${line}`))
    .join('\n')
}

function recordText({ id: _, ...fields }: MatchRecord): string {
  return Object.entries(fields)
    .flatMap(([field, value]) => (value === null ? [] : [`${field} ${value}`]))
    .join(' · ')
}
