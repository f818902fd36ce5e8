import { deskRoute } from '@/app/_desk/desk-route'
import { deliveryById } from '@/db/deliveries/deliveries'
import * as endpoints from '@/lib/desk/deliveries/endpoints'
import { answerWords } from '@/lib/desk/deliveries/listed-delivery'

/** How a delivery has fared so far. */
export const GET = deskRoute(endpoints.deliveryStatus, 'see deliveries', async ({ db, param }) => {
  const delivery = await deliveryById(db, Number(param('delivery')))
  if (!delivery) return null
  const { deliveredAt, lastAnswerAt } = delivery
  return { isAnswered: lastAnswerAt !== null, isThrough: deliveredAt !== null, answer: answerWords(delivery) }
})
