import type { FormError } from '../../../kit/error-summary.tsx'
import type { TypedSetUp } from './set-up-form.ts'

/** What a step of set-up is handed. */
export interface StepProps {
  readonly typed: TypedSetUp
  readonly errors: readonly FormError[]
  onChange(typed: TypedSetUp): void
}
