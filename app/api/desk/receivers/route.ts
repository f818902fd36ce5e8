import { deskRoute } from '@/app/_desk/desk-route'
import { addReceiver, newIndexNowKey, newWebhookSecret } from '@/db/deliveries/receivers'
import { receiverSchema, termsOf } from '@/lib/desk/receiver-input'

/** Adds somebody to tell, switched off. The secret of a webhook is shown this once. */
export const POST = deskRoute('change receivers', receiverSchema, async ({ db, input, now }) => {
  const fresh = { key: newIndexNowKey(), secret: newWebhookSecret() }
  const known = termsOf(input, { known: null, fresh })
  if ('problems' in known) return known
  const { id } = await addReceiver(db, { name: input.name, terms: known.terms, now })
  return { id, secret: known.terms.kind === 'webhook' ? fresh.secret : null }
})
