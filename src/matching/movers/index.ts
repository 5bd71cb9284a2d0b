export type { HeldElsewhere, MoverBasis, MoverProposal, MoverRow } from './mover.ts'
export { type MoverInput, movers } from './movers.ts'
export { type MoverGroup, moversOf } from './movers-of.ts'
