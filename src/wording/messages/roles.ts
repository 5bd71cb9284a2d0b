import type { Text } from '../text.ts'

/** What the roles are called. */
export const roles = {
  'role.access_coordinator': 'Access Coordinator',
  'role.deputy': 'Deputy coordinator',
  'role.viewer': 'Viewer',
  'role.teacher_admin': 'Teacher administrator',
  'role.teacher': 'Teacher',
  'role.group_admin': 'Group administrator',
} as const satisfies Readonly<Record<string, Text>>
