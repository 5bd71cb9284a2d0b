import { afterEach, beforeEach } from 'vitest'

/** The tests of this file are one story: where one fails, those after it have nothing to go on from. Call it at the top. */
export function inOneStory(): void {
  let hasFailed = false
  beforeEach(({ skip }) => {
    if (hasFailed) skip('the story ended before')
  })
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail'
  })
}
