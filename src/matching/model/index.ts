export { type CodeFrequency, Frequency } from './frequency.ts'
export { bitsOf, type Group, Model, type Sides } from './model.ts'
