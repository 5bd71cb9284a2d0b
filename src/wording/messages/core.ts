import type { Text } from '../text.ts'
import { common } from './common.ts'
import { fields } from './fields.ts'
import { kit } from './kit.ts'
import { roles } from './roles.ts'
import { shell } from './shell.ts'
import { status } from './status.ts'

/** What nearly every page says: the browser has it with the first page. */
export const CORE = { ...common, ...fields, ...kit, ...roles, ...shell, ...status } as const satisfies Readonly<Record<string, Text>>
