import type { ReviewRowDetails, RowSide, RowWithEvidence } from '../../../../../src/contract/index.ts'
import { type Say, sayWeight } from '../../../../../src/wording/index.ts'
import { useSay } from '../../../../words.tsx'
import { EVIDENCE_SIGNS } from './evidence.tsx'

type Evidence = RowWithEvidence['evidence'][number]

/** A detail of both sides with what it says about the pair. */
interface Line {
  readonly key: string
  readonly label: string
  readonly here: string | null
  readonly there: string | null
  readonly evidence: Evidence | null
}

const DETAILS = ['name', 'known_as', 'birth_date', 'year_group', 'registration_class', 'upn', 'email', 'position'] as const

/** Evidence about a detail of the record; what is about a part of the name stands under the name. */
const OF_DETAIL: Readonly<Record<string, (typeof DETAILS)[number]>> = {
  surname: 'name',
  forename: 'name',
  middle_name: 'name',
  names: 'name',
  twin: 'name',
  birth_date: 'birth_date',
  year_group: 'year_group',
  registration_class: 'registration_class',
  upn: 'upn',
  email: 'email',
}

/** The most bits that a bar shows: more than that says no more. */
const BITS_MAX = 20

/**
 * The two records side by side, with what each detail says for or against their being one person (UX C8): in words, with a sign,
 * and with a bar where the numbers were asked for. Without evidence (null) it only compares.
 */
export function EvidenceTable({
  row,
  evidence,
  withNumbers,
}: {
  readonly row: ReviewRowDetails
  readonly evidence: readonly Evidence[] | null
  readonly withNumbers: boolean
}) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (UX E3)
    <section className="scroll" aria-label={say('review.compare')} tabIndex={0}>
      <table className="compare">
        <caption className="visually-hidden">{say('review.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('review.detail')}</th>
            <th scope="col">{say('review.here')}</th>
            <th scope="col">{say('review.there')}</th>
            {evidence !== null && (
              <>
                <th scope="col" className="evidence-column">
                  {say('review.evidence_column')}
                </th>
                <th scope="col" className="evidence-column">
                  {say('review.for_or_against')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {linesOf(row, evidence ?? [], say).map((line) => (
            <tr key={line.key}>
              <th scope="row">
                {line.label}
                {line.evidence !== null && <span className="narrow-evidence">{briefly(line.evidence, say, withNumbers)}</span>}
              </th>
              <td>{line.here ?? (row.here === null ? '—' : say('review.detail.missing'))}</td>
              <td>
                {line.there ?? (row.there === null ? '—' : say('review.detail.missing'))}
                {isTyped(row, line) && <span className="cell-more">{say('review.typed')}</span>}
              </td>
              {evidence !== null && <EvidenceCells line={line} say={say} withNumbers={withNumbers} />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Whether what stands under *In your MIS* is not there: somebody typed it here. Parts of a name are typed with it. */
function isTyped(row: ReviewRowDetails, { key }: Line): boolean {
  const detail = OF_DETAIL[key.split('.')[0] ?? ''] ?? key
  return row.typed.some((it) => it === detail)
}

function EvidenceCells({ line, say, withNumbers }: { readonly line: Line; readonly say: Say; readonly withNumbers: boolean }) {
  const { evidence, here, there } = line
  if (evidence === null)
    return (
      <>
        <td className="evidence-column">{here === null || there === null ? say('match.short.none') : ''}</td>
        <td className="evidence-column">–</td>
      </>
    )
  const { weight, bits } = evidence
  return (
    <>
      <td className="evidence-column">{wordOf(evidence, say)}</td>
      <td className={`evidence-column evidence-${weight}`}>
        <span className="sign" aria-hidden="true">
          {EVIDENCE_SIGNS[weight]}
        </span>{' '}
        {sayWeight(say, { weight, bits: withNumbers ? bits : null }) ?? '–'}
        {withNumbers && bits !== null && (
          <span className="weight-bar" style={{ inlineSize: `${Math.min(1, Math.abs(bits) / BITS_MAX) * 6}rem` }} aria-hidden="true" />
        )}
      </td>
    </>
  )
}

/** On a phone: both columns in one line under the detail. */
function briefly(evidence: Evidence, say: Say, withNumbers: boolean): string {
  const weight = sayWeight(say, { weight: evidence.weight, bits: withNumbers ? evidence.bits : null })
  return [wordOf(evidence, say), ...(weight === undefined ? [] : [weight])].join(': ')
}

function wordOf({ code, params }: Evidence, say: Say): string {
  const { rarity } = params
  const word = say.message('match.short', { code, params: {} }) ?? ''
  return rarity === 'common' || rarity === 'rare' ? `${word}, ${say(`match.rarity.${rarity}`)}` : word
}

function linesOf(row: ReviewRowDetails, evidence: readonly Evidence[], say: Say): readonly Line[] {
  const about = (detail: string): readonly Evidence[] => evidence.filter(({ code }) => OF_DETAIL[code.split('.')[0] ?? ''] === detail)
  const lines = DETAILS.flatMap((detail): readonly Line[] => {
    const here = sideValue(row.here, detail, say)
    const there = sideValue(row.there, detail, say)
    const found = about(detail)
    // of a pupil it says no more than that they are one
    if (here === null && there === null && found.length === 0) return []
    if (detail === 'position' && row.kind === 'pupil') return []
    const label = say(`review.detail.${detail}`)
    if (detail === 'name')
      return [{ key: detail, label, here, there, evidence: null }, ...found.map((it) => lineOf(it, say))].filter(
        (it) => found.length === 0 || it.evidence !== null,
      )
    return [{ key: detail, label, here, there, evidence: found[0] ?? null }]
  })
  const others = evidence.filter(({ code }) => OF_DETAIL[code.split('.')[0] ?? ''] === undefined)
  return [...lines, ...others.map((it) => lineOf(it, say))]
}

/** Evidence with the values that it compares. */
function lineOf(evidence: Evidence, say: Say): Line {
  const { code, params } = evidence
  const both = params['value'] ?? params['directory'] ?? null
  const value = (it: string | number | null): string | null => (it === null ? null : String(it))
  const label = say.message('match.of', { code: code.split('.')[0] ?? '', params: {} }) ?? ''
  return { key: code, label, here: value(params['directory'] ?? both), there: value(params['source'] ?? both), evidence }
}

function sideValue(side: RowSide | null, detail: (typeof DETAILS)[number], say: Say): string | null {
  if (side === null) return null
  const values = {
    name: side.name,
    known_as: side.knownAs,
    birth_date: side.birthDate === null ? null : say.date(side.birthDate),
    year_group: side.yearGroup,
    registration_class: side.registrationClass,
    upn: side.upn,
    email: side.email,
    position: side.position,
  }
  return values[detail] === '' ? null : values[detail]
}
