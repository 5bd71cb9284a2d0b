import type { RouteAnswer, RowWithEvidence } from '../contract/index.ts'
import type { SchoolTx } from '../db/index.ts'
import { alikeRows, rowOfRecord, type ShownSide, type StoredRow } from '../review/index.ts'
import { type FoundCandidates, type Run, UNLIKELY_BELOW } from '../runs/index.ts'
import {
  evidenceOf,
  explainMatch,
  explanationOf,
  likelihoodOf,
  type MatchExplanation,
  makeSay,
  type NamedRival,
  nameRival,
  type Vocabulary,
} from '../wording/index.ts'
import { presentRows, reasonOf } from './present-rows.ts'

/** As many as one request decides about. */
const ALIKE_MAX = 250

/** How an explanation is wanted: in whose words, and with the numbers or without. */
interface Wanted {
  readonly vocabulary: Vocabulary
  readonly withBits: boolean
}

/** One row with why its pair is one (N-01): as codes and params, and in the words of the school. */
export async function presentRowWithEvidence(
  tx: SchoolTx,
  run: Run,
  { row, vocabulary, withBits }: Wanted & { readonly row: StoredRow },
): Promise<RowWithEvidence> {
  const [presented] = await presentRows(tx, [row])
  if (presented === undefined) throw new Error('A row was not presented.')
  const explanation = explanationOfRow(row, await rivalOf(tx, run, row), withBits)
  const sentences = explainMatch(makeSay(vocabulary), explanation).map((it) => it.text)
  return {
    ...presented,
    ...served(explanation),
    verdict: explanation.verdict && servedMessage(explanation.verdict),
    explanation: sentences,
  }
}

/** Rows with exactly the same evidence, and what that is: of the first, whose values are not those of the others. */
export async function presentAlike(tx: SchoolTx, run: Run, pattern: string): Promise<RouteAnswer<'runs.alike'>> {
  const { rows, total } = await alikeRows(tx, run.id, { pattern, limit: ALIKE_MAX })
  const [first] = rows
  const evidence = first === undefined ? [] : explanationOfRow(first, null, false).evidence
  return { version: run.version, rows: await presentRows(tx, rows), total, evidence: evidence.map((it) => ({ ...it, params: {} })) }
}

/** Who the other half could be, best first. */
export function presentCandidates(
  { found, total, hidden, impossible }: FoundCandidates,
  withBits: boolean,
): RouteAnswer<'runs.candidates'> {
  const candidates = found.map((candidate) => {
    const { row, side, probability, takenBy, bits } = candidate
    const rival = nameRival({ bits, rival: candidate.rival }, candidate.rival && named(candidate.rival.person))
    const explanation = evidenceOf({ ...candidate, rival }, withBits)
    return {
      ...{ row: row.rowId, side, status: row.status, reason: reasonOf(row), takenBy, ...served(explanation) },
      likelihood: probability < UNLIKELY_BELOW ? ('unlikely' as const) : likelihoodOf(probability),
      warnings: explanation.warnings.map(servedMessage),
    }
  })
  return { candidates, total, hidden: { ...hidden }, impossible: impossible.map((it) => ({ ...it })) }
}

function explanationOfRow(row: StoredRow, rival: NamedRival | null, withBits: boolean): MatchExplanation {
  const { status, pass, probability, reasons, guards, whatIf } = row
  if (pass === null) return { ...evidenceOf({ reasons: [], guards, rival, whatIf: [], probability: 0 }, false), verdict: null }
  const verdict = status === 'may_match' ? 'possible' : 'certain'
  return explanationOf({ verdict, pass, probability: probability ?? 0, reasons, guards, rival, whatIf }, withBits)
}

/** The rival of a row's pair by name: of the row that they stand in, which whoever may read this one may read too. */
async function rivalOf(tx: SchoolTx, run: Run, { kind, bits, rival }: StoredRow): Promise<NamedRival | null> {
  if (rival === null) return null
  const row = await rowOfRecord(tx, run.id, { kind, side: rival.side, id: rival.id })
  const person = rival.side === 'directory' ? row?.here : row?.there
  return person ? nameRival({ bits: bits ?? 0, rival }, named(person)) : null
}

function named({ name, registrationClass, yearGroup, position }: ShownSide): Pick<NamedRival, 'name' | 'detail'> {
  return { name, detail: registrationClass ?? yearGroup ?? position }
}

function served({ evidence, rival, whatIf, bits, probability }: Omit<MatchExplanation, 'verdict'>) {
  return {
    evidence: evidence.map(({ weight, bits: share, ...it }) => ({ ...servedMessage(it), weight, bits: share })),
    whatIf: whatIf.map(servedMessage),
    ...{ rival, bits, probability },
  }
}

function servedMessage({ code, params }: MatchExplanation['whatIf'][number]) {
  return { code, params: { ...params } }
}
