import fc from 'fast-check'

// The same cases in every run, so that a red build is somebody's change. FAST_CHECK_SEED=<number> tries others.
// biome-ignore lint/style/noProcessEnv: a switch of the tests
const seed = Number(process.env['FAST_CHECK_SEED'] ?? 20_261_123)

fc.configureGlobal({ seed })
