import { z } from 'zod'
import { passwordProblem } from '@/lib/accounts/password'
import { ROLES } from '@/lib/accounts/permissions'

/*
 * What people type to come in. The messages are words for the field they stand at.
 */

export const emailSchema = z.email('Enter an e-mail address, such as ines@observer.example.').max(254)

export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name, as the newsroom knows it.')
  .max(100, 'Use at most 100 characters.')

export const roleSchema = z.enum(ROLES, 'Choose a role.')

export const passwordSchema = z.string().superRefine((password, context) => {
  const message = passwordProblem(password)
  if (message) context.addIssue({ code: 'custom', message })
})

/** The part of a one-time address that is nobody's business. */
export const secretSchema = z.string().max(200)
