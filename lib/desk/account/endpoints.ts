import { z } from 'zod'
import { emailSchema, nameSchema, passwordSchema, secretSchema } from '@/lib/desk/account/account-input'
import { emptyAnswer, noInput } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { MAIL_TOPICS } from '@/lib/desk/notifications/notification'

/** Ends one of the sessions of the person who asks. */
export const endOwnSession = endpoint('POST', '/api/desk/account/sessions/[session]/end', {
  logs: 'account sessions ended',
  input: noInput,
  answer: emptyAnswer,
})

/** Ends all sessions of the person who asks but this one. */
export const endOtherSessions = endpoint('POST', '/api/desk/account/sessions/end-others', {
  logs: 'account sessions ended',
  input: noInput,
  answer: z.strictObject({ ended: z.int() }),
})

/** Switches e-mails about one kind of notifications on or off, for the person who asks. */
export const chooseMail = endpoint('POST', '/api/desk/account/mails', {
  logs: null,
  input: z.strictObject({ topic: z.enum(MAIL_TOPICS), isWanted: z.boolean() }),
  answer: emptyAnswer,
})

/*
 * The four addresses for people who are not signed in.
 */

/** Makes the first account, from the link that the server printed. */
export const setUpDesk = endpoint('POST', '/api/desk/entrance/setup', {
  logs: 'account added',
  input: z.object({ secret: secretSchema, email: emailSchema, name: nameSchema, password: passwordSchema }),
  answer: z.strictObject({ id: z.string() }),
})

/** Makes an account from an invitation. */
export const acceptInvitation = endpoint('POST', '/api/desk/entrance/invitation', {
  logs: 'invitation accepted',
  input: z.object({ secret: secretSchema, name: nameSchema, password: passwordSchema }),
  answer: z.strictObject({ id: z.string(), email: z.string() }),
})

/** Mails a link for another password; the answer is the same whether or not the e-mail belongs to an account. */
export const requestPasswordLink = endpoint('POST', '/api/desk/entrance/forgotten', {
  logs: 'account password link made',
  input: z.object({ email: emailSchema }),
  answer: emptyAnswer,
})

/** Sets another password, from a one-time link. */
export const resetPassword = endpoint('POST', '/api/desk/entrance/reset', {
  logs: 'account password set by a link',
  input: z.object({ secret: secretSchema, password: passwordSchema }),
  answer: z.strictObject({ email: z.string() }),
})
