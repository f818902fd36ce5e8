import { z } from 'zod'
import { passwordProblem } from '@/lib/accounts/password'
import { ROLES } from '@/lib/accounts/permissions'
import { MAX_EMAIL_LENGTH, MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'
import { nameLine } from '@/lib/desk/text-input'

/*
 * What people type to sign in or to make an account. The messages are shown at the field they concern.
 */

export const emailSchema = z.email('Enter an e-mail address, such as ines@observer.example.').max(MAX_EMAIL_LENGTH)

export const nameSchema = nameLine(MAX_LABEL_LENGTH, 'Enter a name, as the newsroom knows it.')

export const roleSchema = z.enum(ROLES, 'Choose a role.')

export const passwordSchema = z.string().superRefine((password, context) => {
  const message = passwordProblem(password)
  if (message) context.addIssue({ code: 'custom', message })
})

/** The secret in the address of a one-time link. */
export const secretSchema = z.string().max(200)
