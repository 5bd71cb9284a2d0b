import { z } from 'zod'
import {
  calendarSchema,
  candidateSchema,
  changeSchema,
  checkSchema,
  classDetails,
  classesAnswer,
  classSchema,
  countsSchema,
  decidedAnswer,
  decisionBatch,
  differenceSchema,
  duplicateSchema,
  errorCauseSchema,
  eventSchema,
  holdSchema,
  homeSchema,
  learnedVersionSchema,
  mergePlan,
  messageHeld,
  missingSchema,
  personDetails,
  personSchema,
  planLineSchema,
  planSchema,
  problemSchema,
  progressEventSchema,
  readProblemSchema,
  rehearsalSchema,
  replaySchema,
  rowSchema,
  rowWithEvidence,
  runSchema,
  scheduleSchema,
  schoolSchema,
  scopeAnswer,
  sessionSchema,
  teamSchema,
  uploadAnswer,
  uploadHistorySchema,
  whySchema,
  yearGroupsAnswer,
} from '../../contract/index.ts'

/** Schemas of answers that stand in more than one place, or are large, by the name that the description of the API gives them. */
const NAMED = {
  Calendar: calendarSchema,
  Candidate: candidateSchema,
  Change: changeSchema,
  Check: checkSchema,
  Class: classSchema,
  ClassDetails: classDetails,
  ClassesOfMis: classesAnswer,
  Counts: countsSchema,
  Decided: decidedAnswer,
  DecisionBatch: decisionBatch,
  Difference: differenceSchema,
  ErrorCause: errorCauseSchema,
  Duplicate: duplicateSchema,
  Event: eventSchema,
  HeldMessage: messageHeld,
  Hold: holdSchema,
  Home: homeSchema,
  MergePlan: mergePlan,
  LearnedVersion: learnedVersionSchema,
  Missing: missingSchema,
  Person: personSchema,
  PersonDetails: personDetails,
  Plan: planSchema,
  PlanLine: planLineSchema,
  Problem: problemSchema,
  Progress: progressEventSchema,
  PupilScope: scopeAnswer,
  ReadProblem: readProblemSchema,
  Rehearsal: rehearsalSchema,
  Replay: replaySchema,
  Row: rowSchema,
  RowWithEvidence: rowWithEvidence,
  Run: runSchema,
  Schedule: scheduleSchema,
  School: schoolSchema,
  Session: sessionSchema,
  Team: teamSchema,
  Upload: uploadAnswer,
  UploadHistory: uploadHistorySchema,
  Why: whySchema,
  YearGroupsOfMis: yearGroupsAnswer,
} satisfies Record<string, z.ZodType>

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = { readonly [name: string]: unknown }

/** Turns zod schemas into JSON Schemas that refer to the named ones by name, and gives those as well. */
export interface SchemaWriter {
  write(schema: z.ZodType, io: 'input' | 'output'): JsonSchema
  /** Every named schema that was referred to. */
  components(): Readonly<Record<string, JsonSchema>>
}

/** A writer that has written nothing yet. */
export function schemaWriter(): SchemaWriter {
  const metadata = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) metadata.add(schema, { id })
  const components = new Map<string, JsonSchema>()
  return {
    write(schema, io) {
      const { $schema: _, $defs = {}, ...written } = z.toJSONSchema(schema, { metadata, io, unrepresentable: 'any' })
      for (const [name, definition] of Object.entries($defs)) components.set(name, pointed(definition))
      const id = metadata.get(schema)?.id
      if (id === undefined) return pointed(written)
      components.set(id, pointed(written))
      return { $ref: `#/components/schemas/${id}` }
    },
    components: () => Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** What stands beside one schema stands in one place for the whole description. */
function pointed(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))
}
