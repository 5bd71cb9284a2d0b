export { presentRun, presentRuns } from './present-run.ts'
