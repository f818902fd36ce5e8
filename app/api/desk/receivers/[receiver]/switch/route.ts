import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { receiverById, switchOff, switchOn } from '@/db/deliveries/receivers'

const schema = z.strictObject({ on: z.boolean() })

export const POST = deskRoute('change receivers', schema, async ({ db, input, params, now }) => {
  const receiver = await receiverById(db, Number(params.receiver))
  if (!receiver) return null
  await (input.on ? switchOn : switchOff)(db, { id: receiver.id, now })
  return {}
})
