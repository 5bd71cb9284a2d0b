import { MESSAGES } from './messages/index.ts'
import { type Say, sayFrom } from './say.ts'
import type { Vocabulary } from './terms.ts'

/** What says every text of the product in a vocabulary. The browser, which has only the texts it needs, says from those. */
export function makeSay(vocabulary: Vocabulary): Say {
  return sayFrom(MESSAGES, vocabulary)
}
