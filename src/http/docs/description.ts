import type { RouteId } from '../../contract/index.ts'
import type { JsonSchema } from './named-schemas.ts'

/** One operation of the API. */
export interface Operation {
  readonly operationId: RouteId
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: true; readonly content: Content }
  readonly responses: Readonly<Record<string, Response>>
}

/** What an operation takes in its address or headers. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

/** A body by its media type. */
export type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>

/** What an operation may answer. */
export interface Response {
  readonly description: string
  readonly content?: Content
}

/** The description of the API (OpenAPI 3.1). */
export interface OpenApi {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>>; readonly securitySchemes: object }
}
