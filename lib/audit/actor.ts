/** Who acts: a person at the desk, a program with an API token, somebody at the command line, or the site itself. */
export type Actor =
  | {
      kind: 'person'
      /** The account; null for somebody who is not signed in. */
      id: string | null
      name: string
      /** The client's address as it is counted; empty where there is none. */
      address: string
    }
  | {
      kind: 'token'
      /** The account as which the token acts. */
      id: string
      name: string
      address: string
      token: { id: number; name: string }
    }
  | { kind: 'command'; name: string }
  | { kind: 'site' }

export const ACTOR_KINDS = ['person', 'token', 'command', 'site'] as const satisfies Actor['kind'][]

export const THE_SITE: Actor = { kind: 'site' }
