import { deskRoute } from '@/app/_desk/desk-route'
import { addReceiver, newIndexNowKey, newWebhookSecret } from '@/db/deliveries/receivers'
import * as endpoints from '@/lib/desk/deliveries/endpoints'
import { receiverTerms } from '@/lib/desk/deliveries/receiver-input'

/** Adds somebody to tell, switched off. The secret of a webhook is shown this once. */
export const POST = deskRoute(endpoints.addReceiver, 'change receivers', async ({ db, input, now }) => {
  const fresh = { key: newIndexNowKey(), secret: newWebhookSecret() }
  const known = receiverTerms(input, { known: null, fresh })
  if ('problems' in known) return known
  const { id } = await addReceiver(db, { name: input.name, terms: known.terms, now })
  return { id, secret: known.terms.kind === 'webhook' ? fresh.secret : null }
})
