import { deskRoute } from '@/app/_desk/desk-route'
import { changeReceiver, newIndexNowKey, newWebhookSecret, receiverById } from '@/db/deliveries/receivers'
import { receiverSchema, termsOf } from '@/lib/desk/receiver-input'

export const PUT = deskRoute('change receivers', receiverSchema, async ({ db, input, params, now }) => {
  const receiver = await receiverById(db, Number(params.receiver))
  if (!receiver || receiver.kind !== input.kind) return null
  const fresh = { key: newIndexNowKey(), secret: newWebhookSecret() }
  const known = termsOf(input, { known: receiver.terms, fresh })
  if ('problems' in known) return known
  return changeReceiver(db, { id: receiver.id, name: input.name, terms: known.terms, now })
})
