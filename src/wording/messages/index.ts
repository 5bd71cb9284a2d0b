import { common } from './common.ts'
import { match } from './match.ts'
import { plan } from './plan.ts'
import { review } from './review.ts'
import { sync } from './sync.ts'

/** Every text of the product by its key. One file for each page; a key begins with the page's name. */
export const MESSAGES = { ...common, ...match, ...plan, ...review, ...sync }

export type MessageKey = keyof typeof MESSAGES
