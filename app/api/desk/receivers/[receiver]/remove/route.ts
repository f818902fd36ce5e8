import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { receiverById, removeReceiver } from '@/db/deliveries/receivers'

export const POST = deskRoute('change receivers', z.strictObject({}), async ({ db, params, now }) => {
  const receiver = await receiverById(db, Number(params.receiver))
  if (!receiver) return null
  return removeReceiver(db, { id: receiver.id, now })
})
