export { listChanges, listProblems, listRunDetails } from './history.ts'
export { type ClassesFound, type ClassesQuery, listClasses, readClass } from './list-classes.ts'
export { listHeldMessages } from './list-messages.ts'
export { listPeople, type PeopleFound, type PeopleQuery } from './list-people.ts'
export { planChanges, planChanges } from './plan-changes.ts'
export { presentDecided, presentDecided } from './present-decided.ts'
export { presentClassRows, presentClassRows, presentScope, presentScope, presentYearGroups, presentYearGroups } from './present-panels.ts'
export { presentPlan, presentPlan } from './present-plan.ts'
export {
  presentBatches,
  presentBatches,
  presentCandidates,
  presentCandidates,
  presentCounts,
  presentCounts,
  presentRows,
  presentRows,
  presentRowWithEvidence,
  presentRowWithEvidence,
} from './present-rows.ts'
export { presentRun, presentRuns } from './present-run.ts'
export { readHome } from './read-home.ts'
export { readPerson } from './read-person.ts'
