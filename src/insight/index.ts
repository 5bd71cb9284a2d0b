export { type ChangeQuery, listLeftAsTheyAre } from './plan-changes.store.ts'
