import type { Change } from '../../src/plans/index.ts'

/** A plan as text without anything that is made at random: records by their source ids, links without times. */
export function planText(changes: readonly Change[]): string {
  const names = new Map(
    changes.flatMap((it) => (it.recordId !== null && it.source !== null ? [[it.recordId, `${it.source.kind} ${it.source.id}`]] : [])),
  )
  const lines = changes.map((it) => {
    const said = [`${it.operation} ${it.population} ${it.source?.id ?? ''}`, fieldsText(it), membersText(it, names), linkText(it)]
    return said.filter((part) => part !== '').join(' | ')
  })
  return `${lines.sort().join('\n')}\n`
}

function fieldsText({ before, after, operation }: Change): string {
  const shown = Object.entries(after.fields).filter(([, value]) => operation !== 'create' || (value !== null && value !== false))
  return shown
    .map(([name, value]) =>
      operation === 'create'
        ? `${name}=${JSON.stringify(value)}`
        : `${name}: ${JSON.stringify(before.fields[name])} -> ${JSON.stringify(value)}`,
    )
    .join(' ')
}

function membersText({ before, after }: Change, names: ReadonlyMap<string, string>): string {
  const name = (ref: string): string => (ref.startsWith('new:') ? `class ${ref.slice(4)}` : (names.get(ref) ?? 'class kept'))
  const text = (sign: string, members: Change['after']['enrolments']): readonly string[] =>
    members.map((it) => `${sign}${it.role} of ${name(it.class)}`).sort()
  return [...text('-', before.enrolments), ...text('+', after.enrolments)].join(' ')
}

function linkText({ before, after }: Change): string {
  return after.link === null ? '' : `link ${before.link?.state ?? ''} -> ${after.link.state}`
}
