import { deskRoute } from '@/app/_desk/desk-route'
import { changeReceiver, newWebhookSecret, receiverById } from '@/db/deliveries/receivers'
import * as endpoints from '@/lib/desk/deliveries/endpoints'

/** Makes another secret for a webhook; it is shown this once, and the old one signs nothing more. */
export const POST = deskRoute(endpoints.renewWebhookSecret, 'change receivers', async ({ db, param, now }) => {
  const receiver = await receiverById(db, Number(param('receiver')))
  if (receiver?.terms.kind !== 'webhook') return null
  const secret = newWebhookSecret()
  const { id, name, terms } = receiver
  await changeReceiver(db, { id, name, terms: { ...terms, secret }, now })
  return { secret }
})
