import { maskedUpn } from './masked-upn.ts'
import type { Params } from './say.ts'
import { type Closeness, closenessOf, likelihoodOf, roundedBits, type WeightInWords, weightOf } from './weigh.ts'

/** What `matching` gives for one comparison; its own type, because wording stands below matching. */
export interface Reason {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
  readonly bits: number
}

/** A sentence as code and params. */
export interface CodedSentence {
  readonly code: string
  readonly params: Params
}

/** The best other pair, by the name of its person: which side they stand on, and how near they come. */
export interface NamedRival {
  readonly side: 'here' | 'mis'
  readonly name: string
  /** Class or year group; of staff what they are. */
  readonly detail: string | null
  readonly closeness: Closeness
}

/** How the engine came to a pair. */
type Pass = 'standing' | 'decided' | 'identifier' | 'exact' | 'scored'

/** A pair of the engine with its rival named: a `MatchPair` fits but for the rival, which `nameRival` makes. */
export interface ExplainedPair {
  readonly verdict: 'certain' | 'possible'
  readonly pass: Pass
  readonly probability: number
  readonly reasons: readonly Reason[]
  readonly guards: readonly string[]
  readonly rival: NamedRival | null
  readonly whatIf: readonly CodedSentence[]
}

/** One piece of evidence for or against a pair. */
export interface ExplainedEvidence extends CodedSentence {
  readonly weight: WeightInWords
  /** One decimal; null: nobody asked. */
  readonly bits: number | null
}

/** Why a pair is one, as codes and params: what the API serves, and what screen and CSV say by `explainMatch`. */
export interface MatchExplanation {
  /** Null for a pair that nobody has made, such as a candidate. */
  readonly verdict: CodedSentence | null
  readonly warnings: readonly CodedSentence[]
  /** Strongest first. */
  readonly evidence: readonly ExplainedEvidence[]
  readonly rival: NamedRival | null
  readonly whatIf: readonly CodedSentence[]
  /** The sum of the evidence, and the chance that it makes; null: nobody asked. */
  readonly bits: number | null
  readonly probability: number | null
}

/** What the engine found out about a pair, in the order and the words of the explanation. UPNs stand in it in part only. */
export function explanationOf(pair: ExplainedPair, withBits: boolean): MatchExplanation {
  const evidence = evidenceOf(pair, withBits)
  // a person's word is no chance
  return { ...evidence, verdict: { code: verdictOf(pair), params: {} }, probability: pair.pass === 'decided' ? null : evidence.probability }
}

/** The same of two records that are no pair yet. */
export function evidenceOf(
  { reasons, guards, rival, whatIf, probability }: Omit<ExplainedPair, 'verdict' | 'pass'>,
  withBits: boolean,
): Omit<MatchExplanation, 'verdict'> {
  const { parts, total } = roundedBits(reasons.map((it) => it.bits))
  const evidence = reasons
    .map((it, at) => ({ ...masked(it), weight: weightOf(it.bits), bits: parts[at] ?? 0, size: Math.abs(it.bits) }))
    .sort((a, b) => b.size - a.size)
  return {
    warnings: guards.map((code) => ({ code, params: {} })),
    evidence: evidence.map(({ size: _, bits, ...it }) => ({ ...it, bits: withBits ? bits : null })),
    rival,
    whatIf: whatIf.map(masked),
    bits: withBits ? total : null,
    probability: withBits ? probability : null,
  }
}

/** Names the best other pair of a pair; null where there is none, or nobody knows its person. */
export function nameRival(
  { bits, rival }: { readonly bits: number; readonly rival: { readonly side: 'directory' | 'source'; readonly bits: number } | null },
  person: Pick<NamedRival, 'name' | 'detail'> | null,
): NamedRival | null {
  if (rival === null || person === null) return null
  const { name, detail } = person
  return { side: rival.side === 'directory' ? 'here' : 'mis', name, detail, closeness: closenessOf(bits - rival.bits) }
}

/** What a certain pair rests on: a person's word, an earlier sync, an ID, else how the engine came to it. */
export function groundOf({ pass, reasons }: Pick<ExplainedPair, 'pass' | 'reasons'>): string {
  const same = ['upn.same', 'custom_id.same', 'email.same'].find((code) => reasons.some((it) => it.code === code))
  const isSaid = pass === 'decided' || pass === 'standing'
  return same === undefined || isSaid ? `pass_${pass}` : `same_${same.split('.')[0]}`
}

function verdictOf(pair: ExplainedPair): string {
  return pair.verdict === 'certain' ? groundOf(pair) : likelihoodOf(pair.probability)
}

function masked({ code, params }: CodedSentence): CodedSentence {
  if (!code.split('.').includes('upn')) return { code, params }
  return { code, params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, maskedUpn(String(value))])) }
}
