import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { addDelivery } from '@/db/deliveries'
import { receiverById } from '@/db/receivers'
import { handover } from '@/lib/handover'
import { testDelivery } from '@/lib/telling/test-delivery'

/** Sends something that changes nothing, also to a receiver that is off. */
export const POST = deskRoute('change receivers', z.strictObject({}), async ({ db, editor, params, now }) => {
  const receiver = await receiverById(db, Number(params.receiver))
  if (!receiver) return null
  const delivery = testDelivery(receiver.terms, { siteUrl: handover().siteUrl, by: editor, now })
  return addDelivery(db, { receiverId: receiver.id, delivery, now })
})
