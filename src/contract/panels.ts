import { z } from 'zod'
import { isNamePattern } from '../roster/index.ts'
import { typed, uuid } from './common.ts'
import type { RouteDefinition } from './route.ts'

const yearGroupRow = z.object({
  /** As the MIS spells it. */
  raw: z.string(),
  pupils: z.number().int(),
  /** What it means here: a code, or `not_synced`; null: no year group, or nobody has said. */
  code: z.string().nullable(),
  isUnknown: z.boolean(),
  /** How we know: `said` in this run, `before` in an earlier one; `nursery`: left out because nursery is (S-89). */
  source: z.enum(['suggested', 'before', 'said', 'unknown', 'left_out', 'nursery']),
  /** Synced pupils of this spelling who stand in a year group here: a change moves them, and it cannot be unset (S-88). */
  here: z.number().int(),
})
export const yearGroupsAnswer = z.object({
  rows: z.array(yearGroupRow),
  /** Year groups to choose from; besides them there is `not_synced`, and null for none. */
  choices: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Pupils in nursery, and whether they are synced (S-89); null: there are none. */
  /** Which school year the year groups are of, by the calendar year it begins in (S-90), who says so, and what it can be. */
  schoolYear: z.object({
    start: z.number().int(),
    source: z.enum(['chosen', 'mis', 'school']),
    /** The MIS's own calendar says another year than the school's year start (C9). */
    isMismatch: z.boolean(),
    choices: z.array(z.object({ year: z.number().int(), from: z.string() })),
  }),
  nursery: z.object({ pupils: z.number().int(), isIncluded: z.boolean(), isInUse: z.boolean() }).nullable(),
})
export type YearGroupsAnswer = z.infer<typeof yearGroupsAnswer>

const classRow = z.object({
  id: z.string(),
  name: z.string(),
  yearGroup: z.string().nullable(),
  /** Where the MIS says which subject is taught in it. */
  subject: z.string().nullable(),
  pupils: z.number().int(),
  teachers: z.array(z.string()),
  isSetUp: z.boolean(),
  /** The class of ours it goes to; null: a new one. */
  target: z.object({ id: uuid, name: z.string() }).nullable(),
  /** What will happen: `new`, `keep`, `rename`, `not_synced`. */
  effect: z.enum(['new', 'keep', 'rename', 'not_synced']),
  isLinked: z.boolean(),
  /** Our name stays though the MIS has another. */
  keepsName: z.boolean(),
  /** As the MIS describes it; null: not at all. */
  description: z.string().nullable(),
  /** What somebody described it as in this run (S-96); null: nobody has. An empty text is none. */
  described: z.string().nullable(),
  /** Classes of ours with nearly the same name, nearest first: to be chosen by a person, never taken by itself (S-95). */
  near: z.array(z.object({ id: uuid, name: z.string() })),
})
/** How new classes are called: `pattern` is text with `{name}` and, where it is wanted, `{year}`. */
const classNaming = z.object({
  style: z.enum(['as_is', 'without_year', 'pattern']),
  pattern: z.string().max(60).refine(isNamePattern),
})
export const classesAnswer = z.object({
  rows: z.array(classRow),
  /** Classes of ours that a class of the MIS can go to. */
  ours: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      description: z.string().nullable(),
      /** The description is the school's own: a sync leaves it. */
      ownsDescription: z.boolean(),
    }),
  ),
  naming: classNaming,
  /** Classes of ours that this sync leaves without pupils, and whether they are archived (S-104). */
  emptied: z.object({ names: z.array(z.string()), isArchiving: z.boolean() }),
})
export type ClassesAnswer = z.infer<typeof classesAnswer>
const classKind = z.enum(['registration', 'subject'])

const cohort = z
  .object({ yearGroups: z.array(z.string().max(100)).max(200), registrationClasses: z.array(z.string().max(200)).max(500) })
  .nullable()
/** Those alone; else they are added to what the school has kept (D25). */
const isOnly = z.boolean().default(false)

export const scopeAnswer = z.object({
  cohort,
  /** What the school has kept from earlier runs: whoever is chosen is added to it (D25). */
  kept: cohort,
  pupilEmails: z.enum(['all', 'chosen', 'none']),
  pupils: z.number().int(),
  withEmail: z.number().int(),
  yearGroups: z.array(z.object({ code: z.string(), name: z.string(), pupils: z.number().int() })),
  registrationClasses: z.array(z.object({ name: z.string(), pupils: z.number().int() })),
})
export type ScopeAnswer = z.infer<typeof scopeAnswer>

export const panelRoutes = {
  'runs.yearGroups': { summary: 'Year groups of the MIS and what they mean here', access: 'run.read', answer: yearGroupsAnswer },
  'runs.saveYearGroups': {
    summary: 'Says what year groups of the MIS mean here; remembered (S-85)',
    access: 'run.decide',
    body: z.object({
      rows: z.array(z.object({ raw: typed(200), code: z.string().max(20).nullable() })).max(500),
      includeNursery: z.boolean().optional(),
      schoolYear: z.number().int().min(1990).max(2200).optional(),
    }),
    answer: yearGroupsAnswer,
    ifMatch: 'required',
  },
  'runs.classes': {
    summary: 'Classes of the MIS and what becomes of them',
    access: 'run.read',
    query: z.object({ kind: classKind }),
    answer: classesAnswer,
  },
  'runs.saveClasses': {
    summary: 'Says which classes are set up, and which of ours they are',
    access: 'run.decide',
    body: z.object({
      kind: classKind,
      rows: z
        .array(
          z.object({
            id: z.string().max(300),
            isSetUp: z.boolean(),
            target: uuid.nullable(),
            keepsName: z.boolean().optional(),
            description: z.string().max(1000).optional(),
          }),
        )
        .max(5000),
      naming: classNaming.optional(),
      archiveEmptied: z.boolean().optional(),
    }),
    answer: classesAnswer,
    ifMatch: 'required',
  },
  'runs.scope': {
    summary: 'Which pupils are synced, and whether their e-mail addresses are used',
    access: 'run.read',
    answer: scopeAnswer,
  },
  'runs.countScope': {
    summary: 'How many pupils a choice takes in, and how many would become Desynced',
    access: 'run.read',
    body: z.object({ cohort, isOnly }),
    answer: z.object({ pupils: z.number().int(), outside: z.number().int(), desynced: z.number().int() }),
  },
  'runs.saveScope': {
    summary: 'Chooses pupils and the use of their e-mail addresses; kept by the school (D25)',
    access: 'run.decide',
    body: z.object({ cohort, isOnly, pupilEmails: z.enum(['chosen', 'none']) }),
    answer: scopeAnswer,
    ifMatch: 'required',
  },
} as const satisfies Record<string, RouteDefinition>
