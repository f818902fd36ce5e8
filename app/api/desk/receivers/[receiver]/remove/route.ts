import { deskRoute } from '@/app/_desk/desk-route'
import { receiverById, removeReceiver } from '@/db/deliveries/receivers'
import * as endpoints from '@/lib/desk/deliveries/endpoints'

export const POST = deskRoute(endpoints.removeReceiver, 'change receivers', async ({ db, param, now }) => {
  const receiver = await receiverById(db, Number(param('receiver')))
  if (!receiver) return null
  return removeReceiver(db, { id: receiver.id, now })
})
