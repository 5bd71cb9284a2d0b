import type { HeldMessage } from '../../../../src/contract/index.ts'
import type { Say } from '../../../../src/wording/index.ts'

/** Whom a message is for; who is gone has no name any more, and that is said. */
export function messageName(say: Say, { name, kind, to }: Pick<HeldMessage, 'name' | 'kind' | 'to'>): string {
  if (kind === 'team_invitation') return to
  return name === '' ? say('messages.nobody') : name
}
