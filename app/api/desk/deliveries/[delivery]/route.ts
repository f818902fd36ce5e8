import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { deliveryById } from '@/db/deliveries/deliveries'
import { answerWords } from '@/lib/desk/listed-delivery'

/** How a delivery has fared so far. */
export const GET = deskRoute('see deliveries', z.strictObject({}), async ({ db, params }) => {
  const delivery = await deliveryById(db, Number(params.delivery))
  if (!delivery) return null
  const { deliveredAt, lastAnswerAt } = delivery
  return { isAnswered: lastAnswerAt !== null, isThrough: deliveredAt !== null, answer: answerWords(delivery) }
})
