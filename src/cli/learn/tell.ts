import {
  type KeptAlias,
  type LearnedVersion,
  precisionOf,
  type ReplayReport,
  type Tally,
  WEIGHTS,
  type Weights,
} from '../../matching/index.ts'

/** What a proposal would change, and whether it may be adopted. */
export function tellVersion(it: LearnedVersion): string {
  const { version, kind, decisions, weights, aliases, report } = it
  const { thresholds } = weights
  const shipped = WEIGHTS[kind]
  return [
    `Version ${version}, ${kindOf(kind)}: learnt from ${decisions} ${decisions === 1 ? 'decision' : 'decisions'}\n`,
    ...movedShares(shipped, weights).map(([name, before, after]) => `  ${name.padEnd(28)} ${before.toFixed(4)} → ${after.toFixed(4)}\n`),
    `  Matched from a chance of     ${thresholds.certainFrom}, May match from ${thresholds.possibleFrom}\n`,
    ...aliases.map((alias) => `  one name here: ${alias.box} ${alias.left} = ${alias.right} (${alias.decisionIds.length} decisions)\n`),
    `  ${verdictOn(report)}\n`,
    ...(report.isAdoptable ? [`  adopt it with: muster learn --adopt ${version}\n`] : []),
  ].join('')
}

/** Where a version stands, in one line. */
export function tellState({ version, kind, state, decisions, report, adoptedBy, adoptedAt, replaces }: LearnedVersion): string {
  const by = adoptedBy === null || adoptedAt === null ? '' : `, adopted ${adoptedAt.toISOString().slice(0, 10)} by ${adoptedBy}`
  const before = replaces === null ? 'the shipped weights' : `version ${replaces}`
  const after = state === 'retired' && adoptedBy !== null ? `, before it: ${before}` : ''
  return `Version ${version}, ${kindOf(kind)}: ${state}, ${decisions} decisions${by}${after}. ${verdictOn(report)}\n`
}

export function tellAlias({ kind, box, left, right, version }: KeptAlias): string {
  return `One name for ${kindOf(kind)}: ${box} ${left} = ${right} (${version === null ? 'added by hand' : `version ${version}`})\n`
}

/** The replay: what the engine alone says of every decision. */
export function tellReport({ seed, decisions, before, after, heldOut, contradictions, curve, gained, lost }: ReplayReport): string {
  const row = (title: string, it: Tally): string =>
    `    ${title.padEnd(12)}${cells(it)}   precision ${(100 * precisionOf(it)).toFixed(1)} %\n`
  return [
    `  replay of ${decisions} decisions, seed "${seed}":\n`,
    `    ${''.padEnd(12)}${['right', 'wrong', 'may match', 'missed', 'apart'].map((it) => it.padStart(10)).join('')}\n`,
    row('in use', before),
    row('learnt', after),
    row('held out', heldOut),
    ...contradictions.map(
      (it) => `    against a decision: ${it.directoryId} and ${it.sourceId}, said ${it.said}; was ${it.before}, would be ${it.after}\n`,
    ),
    ...curve.map((it) => `    chance ${it.from.toFixed(4)} to ${it.to.toFixed(4)}: ${it.same} of ${it.pairs} called one person\n`),
    `    undecided pairs that become Matched: ${gained.length}, that no longer are: ${lost.length}\n`,
  ].join('')
}

function cells({ matchedRight, matchedWrong, mayMatch, missed, apart }: Tally): string {
  return [matchedRight, matchedWrong, mayMatch, missed, apart].map((it) => String(it).padStart(10)).join('')
}

function verdictOn({ isAdoptable, because, contradictions }: ReplayReport): string {
  if (isAdoptable) return 'The replay lets it pass: no earlier decision is contradicted.'
  const words = { nothing_said: 'there are no decisions', less_precise: 'it is right less often' }
  const reasons = because.map((it) => (it === 'contradicts' ? `it goes against ${contradictions.length} decisions` : words[it]))
  return `Not adoptable: ${reasons.join(', and ')}.`
}

/** A share that moves by less is not worth a line. */
const MOVED_MIN = 0.02

/** The shares that moved most, by the names they have in the weights. */
function movedShares(shipped: Weights, learnt: Weights): readonly (readonly [name: string, before: number, after: number])[] {
  const now = new Map(sharesIn(learnt))
  return sharesIn(shipped).flatMap(([name, before]) => {
    const after = now.get(name) ?? before
    return Math.abs(after / before - 1) >= MOVED_MIN ? [[name, before, after] as const] : []
  })
}

function sharesIn(weights: Weights): readonly (readonly [string, number])[] {
  const of = (area: string, levels: Readonly<Record<string, { readonly m: number }>>) =>
    Object.entries(levels).map(([level, { m }]) => [`${area} ${level.replaceAll('_', ' ')}`, m] as const)
  const { forename, surname, birthDate, sex, middleName, registrationClass } = weights
  return [
    ...of('forename', { same: forename.exact, ...forename.levels }),
    ...of('surname', { same: surname.exact, ...surname.levels }),
    ...of('birth date', { same: birthDate.exact, ...birthDate.levels }),
    ...of('sex', sex),
    ...of('middle name', { same: middleName.exact }),
    ...of('registration class', { same: registrationClass.exact }),
    ['names swapped', weights.namesSwapped],
    ['middle name as forename', weights.middleAsFirst],
  ]
}

function kindOf(kind: LearnedVersion['kind']): string {
  return kind === 'pupil' ? 'pupils' : 'staff'
}
