import type { Editor } from '@/lib/accounts/permissions'

/** Somebody with an account, as the list of people shows them. */
export interface Person extends Editor {
  isDeactivated: boolean
  hasSecondStep: boolean
  passkeys: number
}
