import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { sendAgain } from '@/db/deliveries/deliveries'

/** Sends a delivery again, at once and under the same key, that was given up or waits for its next attempt. */
export const POST = deskRoute('change receivers', z.strictObject({}), async ({ db, params, now }) =>
  (await sendAgain(db, { id: Number(params.delivery), now })) ? {} : null,
)
