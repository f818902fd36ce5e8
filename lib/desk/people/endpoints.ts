import { z } from 'zod'
import { ROLES } from '@/lib/accounts/permissions'
import { emailSchema, nameSchema, roleSchema } from '@/lib/desk/account/account-input'
import { emptyAnswer, noInput } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'

/** An account as admins see it. */
const account = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  isDeactivated: z.boolean(),
  hasSecondStep: z.boolean(),
  createdAt: z.iso.datetime(),
})

/** A link that works once, and whether it was mailed. */
const oneTimeLink = z.strictObject({ url: z.string(), mailed: z.boolean() })

export const invitePerson = endpoint('POST', '/api/desk/people/invitations', {
  logs: 'invitation sent',
  input: z.object({ email: emailSchema, name: nameSchema, role: roleSchema }),
  answer: oneTimeLink,
})

export const revokeInvitation = endpoint('POST', '/api/desk/people/invitations/[link]/revoke', {
  logs: 'invitation revoked',
  input: noInput,
  answer: emptyAnswer,
})

export const changeRole = endpoint('POST', '/api/desk/people/[person]/role', {
  logs: 'account role changed',
  input: z.object({ role: roleSchema }),
  answer: account,
})

/** Makes a link by which somebody sets another password. */
export const makeResetLink = endpoint('POST', '/api/desk/people/[person]/reset-link', {
  logs: 'account password link made',
  input: noInput,
  answer: oneTimeLink,
})

/** Ends all sessions of a person; an admin who asks for their own keeps the session at hand. */
export const endSessionsOf = endpoint('POST', '/api/desk/people/[person]/end-sessions', {
  logs: 'account sessions ended',
  input: noInput,
  answer: z.strictObject({ ended: z.int() }),
})

export const removeSecondStep = endpoint('POST', '/api/desk/people/[person]/remove-second-step', {
  logs: 'account second step removed',
  input: noInput,
  answer: account,
})

/** Ends the sessions of a person, who cannot sign in from then on. */
export const deactivatePerson = endpoint('POST', '/api/desk/people/[person]/shut-out', {
  logs: 'account deactivated',
  input: noInput,
  answer: account,
})

export const reactivatePerson = endpoint('POST', '/api/desk/people/[person]/let-in', {
  logs: 'account reactivated',
  input: noInput,
  answer: account,
})
