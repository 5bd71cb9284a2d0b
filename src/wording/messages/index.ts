import { common } from './common.ts'
import { home } from './home.ts'
import { kit } from './kit.ts'
import { match } from './match.ts'
import { outside } from './outside.ts'
import { plan } from './plan.ts'
import { review } from './review.ts'
import { shell } from './shell.ts'
import { sync } from './sync.ts'

/** Every text of the product by its key. One file for each page; a key begins with the page's name. */
export const MESSAGES = { ...common, ...home, ...kit, ...match, ...outside, ...plan, ...review, ...shell, ...sync }

export type MessageKey = keyof typeof MESSAGES
