import { z } from 'zod'
import { emptyAnswer, noInput, rowId } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'

/** How many notifications the signed-in person has not read. */
export const unreadNotifications = endpoint('GET', '/api/desk/notifications', {
  input: noInput,
  answer: z.strictObject({ unread: z.int().nonnegative() }),
})

/** Marks notifications as read; all of the person without a list. */
export const markNotificationsRead = endpoint('POST', '/api/desk/notifications/read', {
  logs: null,
  input: z.strictObject({ ids: z.array(rowId).max(200).optional() }),
  answer: emptyAnswer,
})
