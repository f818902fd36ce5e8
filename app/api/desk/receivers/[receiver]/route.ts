import { deskRoute } from '@/app/_desk/desk-route'
import { changeReceiver, newIndexNowKey, newWebhookSecret, receiverById } from '@/db/deliveries/receivers'
import * as endpoints from '@/lib/desk/deliveries/endpoints'
import { receiverTerms } from '@/lib/desk/deliveries/receiver-input'

export const PUT = deskRoute(endpoints.changeReceiver, 'change receivers', async ({ db, input, param, now }) => {
  const receiver = await receiverById(db, Number(param('receiver')))
  if (!receiver || receiver.kind !== input.kind) return null
  const fresh = { key: newIndexNowKey(), secret: newWebhookSecret() }
  const known = receiverTerms(input, { known: receiver.terms, fresh })
  if ('problems' in known) return known
  return changeReceiver(db, { id: receiver.id, name: input.name, terms: known.terms, now })
})
