import { expect } from 'vitest'
import type { Person } from './person.ts'

/** Waits until nothing says any more that it is being loaded. */
export async function isComplete({ page }: Person): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect
    .poll(() => page.getByText(/…$/).filter({ visible: true }).and(page.locator('[role=status] *, [role=status]')).count(), {
      timeout: 15_000,
    })
    .toBe(0)
}
