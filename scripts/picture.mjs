// @ts-check
// `npm run picture`: makes docs/pictures/review.png, the picture of the README, from a throw-away installation with a made-up school.
import fs from 'node:fs'
import path from 'node:path'
import { press, setUpSeptember, withMadeUpMuster } from './made-up-school.mjs'
import { ROOT, runScript } from './run-program.mjs'

const PICTURE = path.join(ROOT, 'docs/pictures/review.png')
const BYTES_MAX = 200_000

await runScript(async () => {
  const picture = await withMadeUpMuster(takePicture)
  if (picture.length >= BYTES_MAX) throw new Error(`The picture has ${picture.length} bytes; less than ${BYTES_MAX} are allowed.`)
  fs.mkdirSync(path.dirname(PICTURE), { recursive: true })
  fs.writeFileSync(PICTURE, picture)
  console.log(`${path.relative(ROOT, PICTURE)}: ${picture.length} bytes`)
})

/**
 * Sets a September school up, starts its sync, and shows the pupils who need a decision.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} link
 */
async function takePicture(page, link) {
  await setUpSeptember(page, link)
  await page.getByRole('link', { name: 'Start sync' }).click()
  await press(page, 'Start sync')
  await page.getByRole('link', { name: 'Pupils', exact: true }).click()
  await press(page, 'Save and continue')
  await page.getByRole('heading', { name: /^Pupils: \d+ need a decision$/ }).waitFor()
  await page.locator('tr[data-place]').first().waitFor()
  return page.screenshot()
}
