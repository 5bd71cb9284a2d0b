import type { Text } from '../text.ts'

/** Who reviews at the same time. */
export const reviewPresence = {
  'review.presence.pupil': '{name} is also reviewing {pupils}.',
  'review.presence.staff': '{name} is also reviewing teachers.',
} as const satisfies Readonly<Record<string, Text>>
