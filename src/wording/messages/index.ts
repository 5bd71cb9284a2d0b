import { classes } from './classes.ts'
import { common } from './common.ts'
import { explain } from './explain.ts'
import { fields } from './fields.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { homePage } from './home-page.ts'
import { kit } from './kit.ts'
import { match } from './match.ts'
import { outside } from './outside.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { review } from './review.ts'
import { setUp } from './set-up.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { sync } from './sync.ts'

/** Every text of the product by its key. One file for each page; a key begins with the page's name. */
export const MESSAGES = {
  ...classes,
  ...common,
  ...explain,
  ...fields,
  ...history,
  ...home,
  ...homePage,
  ...kit,
  ...match,
  ...outside,
  ...people,
  ...plan,
  ...review,
  ...setUp,
  ...settings,
  ...shell,
  ...sync,
}

export type MessageKey = keyof typeof MESSAGES
