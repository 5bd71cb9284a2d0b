import type { Messages } from './text.ts'

/** How the texts of each area are loaded where they do not all have to be there from the start. */
const LOADERS = {
  account: async () => (await import('./messages/account.ts')).account,
  access: async () => (await import('./messages/access.ts')).access,
  accessibility: async () => (await import('./messages/accessibility.ts')).accessibility,
  asOf: async () => (await import('./messages/as-of.ts')).asOf,
  classes: async () => (await import('./messages/classes.ts')).classes,
  deletions: async () => (await import('./messages/deletions.ts')).deletions,
  errors: async () => (await import('./messages/errors.ts')).errors,
  duplicates: async () => (await import('./messages/duplicates.ts')).duplicates,
  explain: async () => (await import('./messages/explain.ts')).explain,
  first: async () => (await import('./messages/first.ts')).first,
  help: async () => (await import('./messages/help.ts')).help,
  history: async () => (await import('./messages/history.ts')).history,
  holds: async () => (await import('./messages/holds.ts')).holds,
  homePage: async () => (await import('./messages/home-page.ts')).homePage,
  homeStatus: async () => (await import('./messages/home-status.ts')).homeStatus,
  kitPage: async () => (await import('./messages/kit-page.ts')).kitPage,
  learning: async () => (await import('./messages/learning.ts')).learning,
  leavers: async () => (await import('./messages/leavers.ts')).leavers,
  limits: async () => (await import('./messages/limits.ts')).limits,
  messages: async () => (await import('./messages/messages.ts')).messages,
  outside: async () => (await import('./messages/outside.ts')).outside,
  panels: async () => (await import('./messages/panels.ts')).panels,
  people: async () => (await import('./messages/people.ts')).people,
  plan: async () => (await import('./messages/plan.ts')).plan,
  rehearsal: async () => (await import('./messages/rehearsal.ts')).rehearsal,
  reset: async () => (await import('./messages/reset.ts')).reset,
  review: async () => (await import('./messages/review.ts')).review,
  reviewTable: async () => (await import('./messages/review-table.ts')).reviewTable,
  rules: async () => (await import('./messages/rules.ts')).rules,
  schedule: async () => (await import('./messages/schedule.ts')).schedule,
  setUp: async () => (await import('./messages/set-up.ts')).setUp,
  settings: async () => (await import('./messages/settings.ts')).settings,
  shortcuts: async () => (await import('./messages/shortcuts.ts')).shortcuts,
  sync: async () => (await import('./messages/sync.ts')).sync,
  undo: async () => (await import('./messages/undo.ts')).undo,
  uploads: async () => (await import('./messages/uploads.ts')).uploads,
  why: async () => (await import('./messages/why.ts')).why,
  yearGroups: async () => (await import('./messages/year-groups.ts')).yearGroups,
} satisfies Record<string, () => Promise<Messages>>

/** A part of the texts that is loaded on its own. */
export type Area = keyof typeof LOADERS

// Object.keys of a plain object gives its keys
export const AREAS = Object.keys(LOADERS) as readonly Area[]

/** The texts of an area. */
export function loadArea(area: Area): Promise<Messages> {
  return LOADERS[area]()
}
