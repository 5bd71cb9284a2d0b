import type { ErrorCause } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'

/** What an office needs to put errors right, as plain text: who, in which class, and what to do. Nothing else that was read. */
export function officeNote(say: Say, school: string, causes: readonly ErrorCause[]): string {
  const parts = causes.map((cause) =>
    [causeWords(say, cause), say('errors.note_cure', { cure: cause.cure }), ...peopleOf(say, cause).map((it) => `- ${it}`)].join('\n'),
  )
  return [say('errors.note', { school }), ...parts].join('\n\n')
}

/** "2 pupils: No registration class". */
export function causeWords(say: Say, { population, count, title }: Pick<ErrorCause, 'population' | 'count' | 'title'>): string {
  return say('errors.cause', { count_words: say(`errors.count.${population}`, { count }), title })
}

/** The people of a cause, each in a line, and how many more there are. */
export function peopleOf(say: Say, { people, count }: Pick<ErrorCause, 'people' | 'count'>): readonly string[] {
  const named = people.map(({ name, className }) => (className === null ? name : say('errors.person', { name, class: className })))
  return count > people.length ? [...named, say('errors.more', { count: count - people.length })] : named
}
