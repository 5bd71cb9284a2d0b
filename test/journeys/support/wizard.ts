import type { Person } from './person.ts'

/** Chooses a zip for the upload, as the browser's own window gives it, and waits until it was read. */
export async function givesTheFile(person: Person, zip: Buffer): Promise<void> {
  const field = person.page.getByLabel(/choose it:|Choose another file/)
  const [chooser] = await Promise.all([person.page.waitForEvent('filechooser'), field.click()])
  await chooser.setFiles({ name: 'roster.zip', mimeType: 'application/zip', buffer: zip })
  await person.sees(/^roster.zip was read$/)
}

/** *Start sync*, and the wait until the people of the file can be reviewed. */
export async function startsTheSync(person: Person): Promise<void> {
  await person.presses('Start sync')
  await person.page.getByRole('list', { name: 'Steps of this sync' }).waitFor()
}

/** Gives a file where a sync is started, and starts it with everything. */
export async function givesTheFileAndStarts(person: Person, zip: Buffer): Promise<void> {
  await person.seesHeading('Start a sync')
  await person.page
    .getByLabel(/choose it:|A new file/)
    .first()
    .waitFor()
  const again = person.page.getByLabel('A new file')
  if ((await again.count()) > 0) await again.check()
  await givesTheFile(person, zip)
  await startsTheSync(person)
}

/** Goes through the panels of a run from the one that is open, without changing anything, to the review. */
export async function goesThroughTheSteps(person: Person, steps: readonly (keyof typeof STEPS)[]): Promise<void> {
  for (const step of steps) {
    await person.seesHeading(STEPS[step])
    await person.presses('Save and continue')
  }
}

const STEPS = {
  teachers: /^Teachers/,
  yearGroups: 'Match year groups',
  registration: 'Registration classes',
  subjects: 'Subject classes',
  whichPupils: 'Which pupils?',
  pupils: /^Pupils/,
} as const

/** *Sync* on the review page, and the wait until it is finished. */
export async function syncs(person: Person): Promise<void> {
  await person.presses(/^Sync .* now$/)
  await person.seesHeading('Sync finished')
}

/** The steps of the run as the page lists them: `Teachers: Incomplete`. */
export async function stepStates(person: Person): Promise<readonly string[]> {
  const steps = person.page.getByRole('list', { name: 'Steps of this sync' }).getByRole('listitem')
  const read = await steps.evaluateAll((items) =>
    items.map((it) => [...it.querySelectorAll('.step-name, .step-state')].map((part) => part.textContent)),
  )
  return read.map((it) => it.join(': '))
}
