import { deskRoute } from '@/app/_desk/desk-route'
import { sendAgain } from '@/db/deliveries/deliveries'
import * as endpoints from '@/lib/desk/deliveries/endpoints'

/** Sends a delivery again, at once and under the same key, that was given up or waits for its next attempt. */
export const POST = deskRoute(endpoints.sendDeliveryAgain, 'change receivers', async ({ db, param, now }) =>
  (await sendAgain(db, { id: Number(param('delivery')), now })) ? {} : null,
)
