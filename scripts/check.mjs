// @ts-check
// `npm run check`: everything that must hold before a push. `--static` leaves the tests out. Runs all parts, then says which failed.
import { npm, ofPackage, ROOT, runProgram, runScript } from './run-program.mjs'

/** @type {readonly (readonly [string, readonly string[]])[]} */
const PARTS = [
  ['the lock file fits package.json', [...npm(), 'ci', '--dry-run', '--no-audit', '--no-fund', '--loglevel=error']],
  ['types', ofPackage('typescript/bin/tsc')],
  ['types of the browser application', [...ofPackage('typescript/bin/tsc'), '-p', 'web']],
  ['lint, format and sizes', [...ofPackage('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']],
  ['the dependency rule', [process.execPath, 'scripts/check-imports.mjs']],
  ['the words of the pages', [process.execPath, 'scripts/check-words.mjs']],
  ['dead code', [...ofPackage('knip/bin/knip.js'), '--no-progress']],
  ['tests', [process.execPath, 'scripts/test.mjs']],
]

await runScript(async () => {
  process.chdir(ROOT)
  const parts = process.argv.includes('--static') ? PARTS.slice(0, -1) : PARTS
  /** @type {string[]} */
  const failed = []
  for (const [title, words] of parts) {
    console.log(`\n— ${title}`)
    await runProgram(title, words).catch((error) => failed.push(error.message))
  }
  if (failed.length > 0) throw new Error(`\n${failed.length} of ${parts.length} checks failed:\n${failed.join('\n')}`)
  console.log(`\nall ${parts.length} checks passed`)
})
