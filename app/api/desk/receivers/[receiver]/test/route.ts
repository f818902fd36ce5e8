import { deskRoute } from '@/app/_desk/desk-route'
import { addDelivery } from '@/db/deliveries/deliveries'
import { receiverById } from '@/db/deliveries/receivers'
import { testDelivery } from '@/lib/deliveries/test-delivery'
import * as endpoints from '@/lib/desk/deliveries/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** Sends something that changes nothing, also to a receiver that is off. */
export const POST = deskRoute(endpoints.testReceiver, 'change receivers', async ({ db, editor, param, now }) => {
  const receiver = await receiverById(db, Number(param('receiver')))
  if (!receiver) return null
  const delivery = testDelivery(receiver.terms, { siteUrl: siteRuntime().siteUrl, by: editor, now })
  return addDelivery(db, { receiverId: receiver.id, delivery, now })
})
