// @ts-check
// `npm test`: installs what is missing, builds, and runs every test, on the embedded database or on TEST_DATABASE_URL.
import { adviseNode, requireNode } from './node-version.mjs'

requireNode()
adviseNode()
const { ofPackage, ROOT, runProgram, runScript } = await import('./run-program.mjs')
await runScript(async () => {
  process.chdir(ROOT)
  const { installMissing } = await import('./install.mjs')
  await installMissing()
  const { installBrowser } = await import('./browser.mjs')
  await installBrowser()
  const { buildMissing } = await import('./build.mjs')
  await buildMissing()
  console.error(`Testing on ${process.env['TEST_DATABASE_URL'] ? 'the server of TEST_DATABASE_URL' : 'the embedded database'} ...`)
  await runProgram('Some tests failed; which and why stands above.', [...ofPackage('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)])
})
