/**
 * Roles a person, a program or a command can hold (D17): in a school, in a group of schools (`group_admin`), in the
 * installation (`platform_admin`, `operator`), or of a program (`api_client`).
 */
export type Role =
  | 'access_coordinator'
  | 'deputy'
  | 'viewer'
  | 'teacher_admin'
  | 'teacher'
  | 'pupil'
  | 'group_admin'
  | 'platform_admin'
  | 'operator'
  | 'api_client'

/** Who acts. Made by `access` for people, by the command line for its operator. */
export interface Actor {
  /** Such as `operator:alex` or `account:` and its id: what the audit says. Never an e-mail address. */
  readonly id: string
  readonly role: Role
  /** The school the role is held in; null: in every school of the installation. */
  readonly schoolId: string | null
}

/** Acts where the schedule of a school says so. Nobody signs in as it. */
export const SCHEDULE: Actor = { id: 'schedule', role: 'operator', schoolId: null }

/** Sends the messages of a school that are due. Nobody signs in as it. */
export const MAIL_SENDER: Actor = { id: 'mail', role: 'operator', schoolId: null }

/** Removes for good whose time has run out after they were deleted. Nobody signs in as it. */
export const RETENTION: Actor = { id: 'retention', role: 'operator', schoolId: null }

/** Whoever runs the command line on the machine (ARCHITECTURE 5): a role of its own, audited by the system user's name. */
export function operator(systemUser: string): Actor {
  return { id: `operator:${systemUser}`, role: 'operator', schoolId: null }
}
