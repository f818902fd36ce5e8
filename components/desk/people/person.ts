import type { Editor } from '@/lib/accounts/permissions'

/** An account in the list of people. */
export interface Person extends Editor {
  isDeactivated: boolean
  hasSecondStep: boolean
  passkeys: number
}
