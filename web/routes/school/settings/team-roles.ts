import type { TeamRole } from '../../../../src/contract/index.ts'

/** Roles that a coordinator can give, the strongest first. */
export const TEAM_ROLES = ['access_coordinator', 'deputy', 'viewer'] as const satisfies readonly TeamRole[]

/** Whether a coordinator can give and take this role. */
export function isTeamRole(role: string): role is TeamRole {
  return TEAM_ROLES.some((it) => it === role)
}
