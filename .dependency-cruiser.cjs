// The dependency rule of ARCHITECTURE.md, section 4. TypeScript 7 has no JavaScript API: with it this tool reports '0 modules'
// and passes, so scripts/check-imports.mjs runs it, seeds a breach to see that it bites, and compares counts.
// It sees imports only. `fetch`, `process.env`, `Date.now()`, `Math.random()` and `console` are Biome's (see biome.jsonc).
const RANKS = [
  ['kernel'],
  ['config', 'roster', 'wording', 'permission'],
  ['contract', 'db', 'egress', 'tables'],
  ['audit', 'jobs', 'events'],
  ['schools', 'outbox'],
  ['access'],
  ['connectors', 'exports'],
  ['snapshots', 'directory'],
  ['matching', 'provisioning'],
  ['review'],
  ['plans'],
  ['apply'],
  ['runs'],
  ['insight'],
  ['http', 'cli'],
]
const FOLDERS = RANKS.flat()
const PURE = 'kernel|roster|wording|permission|contract|matching|provisioning|plans'
const TEST = '\\.test\\.tsx?$'
const DATABASE = 'node_modules/(kysely|pg|pg-(copy-streams|cursor|pool|protocol|query-stream)|postgres)/'
const BROWSER =
  'node_modules/(react|react-dom|react-hook-form|zod|scheduler|uqr|@tanstack/react-[^/]+|react-aria-components|react-aria|react-stately|@internationalized/[^/]+)/'

const ranked = RANKS.flatMap((modules, rank) =>
  modules.map((from) => ({
    name: `rank-${from}`,
    severity: 'error',
    comment: `${from}/ may import only lower ranks`,
    from: { path: `^src/${from}/` },
    to: { path: `^src/(${[...RANKS.slice(rank + 1).flat(), ...modules.filter((m) => m !== from)].join('|')})[/.]` },
  })),
)
const rule = (name, from, to) => ({ name, severity: 'error', from, to })

module.exports = {
  forbidden: [
    ...ranked,
    // a folder that has no rank would be free of every rule above
    rule('unranked-imports', { path: '^src/', pathNot: `^src/((${FOLDERS.join('|')})/|main\\.ts$)` }, {}),
    rule('unranked-imported', {}, { path: '^src/', pathNot: `^src/((${FOLDERS.join('|')})/|main\\.ts$)` }),
    rule('nobody-imports-main', {}, { path: '^src/main\\.ts$' }),
    rule('no-cycle', {}, { circular: true }),
    rule('resolves', {}, { couldNotResolve: true }),
    rule('front-door', { path: '^src/([^/]+)/' }, { path: '^src/[^/]+/.+', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] }),
    rule(
      'front-door-from-outside',
      { path: '^(src/[^/]+\\.ts$|web/|simulators/|fixtures/|bench/|scripts/)' },
      // the lock file is plain JavaScript: scripts need it before anything is installed
      { path: '^src/[^/]+/.+', pathNot: '^src/[^/]+/index\\.ts$|^src/db/embedded/lock-file\\.mjs$' },
    ),

    rule(
      'adapters-apart',
      { path: '^src/(connectors|exports)/([^/]+)/' },
      {
        path: '^src/(connectors|exports)/([^/]+)/.+',
        pathNot: ['^src/$1/$2/', '^src/connectors/reading/(index|support/[^/]+)\\.ts$', '^src/connectors/support/[^/]+\\.ts$'],
      },
    ),
    rule(
      'adapters-know-little',
      { path: '^src/(connectors|exports)/([^/]+)/', pathNot: TEST },
      {
        path: '^src/',
        pathNot: ['^src/(kernel|roster)/', '^src/$1/(connector|export)\\.ts$', '^src/$1/reading/index\\.ts$', '^src/$1/$2/'],
      },
    ),
    rule(
      'adapters-no-own-io',
      { path: '^src/(connectors|exports)/', pathNot: TEST },
      {
        path: '^(node:)?(fs|http|https|http2|net|tls|dns|dgram|child_process|worker_threads|timers)(/|$)|node_modules/(undici|node-fetch|axios|got|ssh2|ssh2-sftp-client)/',
      },
    ),
    rule(
      'only-registry-lists-adapters',
      { path: '^src/(connectors|exports)/[^/]+\\.ts$', pathNot: ['/registry\\.ts$', TEST] },
      { path: '^src/(connectors|exports)/[^/]+/', pathNot: '^src/connectors/support/' }, // conformance.ts is a test suite
    ),

    rule(
      'pure-no-io',
      { path: `^src/(${PURE})/`, pathNot: ['\\.store\\.ts$', TEST, '^src/matching/worker\\.ts$'] },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'pure-no-packages',
      { path: `^src/(${PURE})/`, pathNot: ['\\.store\\.ts$', TEST] },
      { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    ),
    rule(
      'pure-no-impure-folders',
      { path: `^src/(${PURE})/`, pathNot: ['\\.store\\.ts$', TEST] },
      { path: '^src/', pathNot: `^src/(${PURE})/`, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'pure-no-store',
      { path: `^src/(${PURE})/`, pathNot: ['\\.store\\.ts$', TEST, '^src/[^/]+/index\\.ts$'] },
      { path: '\\.store\\.ts$', dependencyTypesNot: ['type-only'] },
    ),

    rule('sql-in-stores', { path: '^src/', pathNot: ['\\.store\\.ts$', '^src/db/', TEST] }, { path: DATABASE }),
    rule('queue-in-jobs', { path: '^src/', pathNot: ['^src/jobs/', TEST] }, { path: 'node_modules/pg-boss/' }),
    rule('server-in-http', { path: '^src/', pathNot: ['^src/http/', TEST] }, { path: 'node_modules/(fastify|@fastify)' }),

    rule(
      'web-door',
      { path: '^web/', pathNot: '^web/vite\\.config\\.ts$' },
      { pathNot: ['^web/', '^src/(contract|roster|wording|kernel)/index\\.ts$', 'node_modules/'] },
    ),
    rule('web-packages', { path: '^web/', pathNot: [TEST, '\\.config\\.ts$'] }, { path: 'node_modules/', pathNot: BROWSER }),
    rule(
      'src-stands-alone',
      { path: '^src/' },
      { path: '^(web|test|simulators|fixtures|bench|scripts|docs)/', pathNot: '^(simulators|fixtures|test/support)/' },
    ),
    rule('src-without-pretenders', { path: '^src/', pathNot: ['^src/cli/', TEST] }, { path: '^(simulators|fixtures|test)/' }),
    rule(
      'pretenders-know-little',
      { path: '^(simulators|fixtures)/' },
      { path: '^(src|web)/', pathNot: '^src/(roster|connectors|kernel)/' },
    ),

    rule('declared', { pathNot: TEST }, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    rule(
      'no-dev-package-at-run-time',
      // conformance.ts is a suite for the tests of every connector; nothing else imports it
      { path: '^src/', pathNot: [TEST, '^src/connectors/conformance\\.ts$'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    detectJSDocImports: true,
    detectProcessBuiltinModuleCalls: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types', 'require'] }, // vite and others export for `import` only
  },
}
