export type { CodeFrequency } from './frequency.ts'
export { bitsOf, type Group, Model, type Sides } from './model.ts'
