import { deskRoute } from '@/app/_desk/desk-route'
import { receiverById, switchOff, switchOn } from '@/db/deliveries/receivers'
import * as endpoints from '@/lib/desk/deliveries/endpoints'

export const POST = deskRoute(endpoints.switchReceiver, 'change receivers', async ({ db, input, param, now }) => {
  const receiver = await receiverById(db, Number(param('receiver')))
  if (!receiver) return null
  await (input.on ? switchOn : switchOff)(db, { id: receiver.id, now })
  return {}
})
