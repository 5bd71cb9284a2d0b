import { z } from 'zod'
import {
  candidateSchema,
  changeSchema,
  classDetails,
  classesAnswer,
  classSchema,
  countsSchema,
  decidedAnswer,
  decisionBatch,
  eventSchema,
  homeSchema,
  learnedVersionSchema,
  messageHeld,
  personDetails,
  personSchema,
  planLineSchema,
  planSchema,
  problemSchema,
  progressEventSchema,
  readProblemSchema,
  replaySchema,
  rowSchema,
  rowWithEvidence,
  runSchema,
  schoolSchema,
  scopeAnswer,
  sessionSchema,
  teamSchema,
  uploadAnswer,
  yearGroupsAnswer,
} from '../../contract/index.ts'

/** Schemas of answers that stand in more than one place, or are large, by the name that the description of the API gives them. */
const NAMED = {
  Candidate: candidateSchema,
  Change: changeSchema,
  Class: classSchema,
  ClassDetails: classDetails,
  ClassesOfMis: classesAnswer,
  Counts: countsSchema,
  Decided: decidedAnswer,
  DecisionBatch: decisionBatch,
  Event: eventSchema,
  HeldMessage: messageHeld,
  Home: homeSchema,
  LearnedVersion: learnedVersionSchema,
  Person: personSchema,
  PersonDetails: personDetails,
  Plan: planSchema,
  PlanLine: planLineSchema,
  Problem: problemSchema,
  Progress: progressEventSchema,
  PupilScope: scopeAnswer,
  ReadProblem: readProblemSchema,
  Replay: replaySchema,
  Row: rowSchema,
  RowWithEvidence: rowWithEvidence,
  Run: runSchema,
  School: schoolSchema,
  Session: sessionSchema,
  Team: teamSchema,
  Upload: uploadAnswer,
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
