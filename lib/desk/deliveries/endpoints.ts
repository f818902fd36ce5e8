import { z } from 'zod'
import { emptyAnswer, madeRow, rowId } from '@/lib/desk/answers'
import { receiverSchema } from '@/lib/desk/deliveries/receiver-input'
import { endpoint } from '@/lib/desk/endpoint'

/** Adds a receiver, switched off. */
export const addReceiver = endpoint('POST', '/api/desk/receivers', {
  logs: 'receiver added',
  input: receiverSchema,
  answer: z.strictObject({
    id: rowId,
    /** Of a webhook, shown this once; null for the other kinds. */
    secret: z.string().nullable(),
  }),
})

export const changeReceiver = endpoint('PUT', '/api/desk/receivers/[receiver]', {
  logs: 'receiver changed',
  input: receiverSchema,
  answer: emptyAnswer,
})

export const switchReceiver = endpoint('POST', '/api/desk/receivers/[receiver]/switch', {
  logs: 'receiver switched',
  input: z.strictObject({ on: z.boolean() }),
  answer: emptyAnswer,
})

/** Sends something that changes nothing, also to a receiver that is off; the answer names the delivery. */
export const testReceiver = endpoint('POST', '/api/desk/receivers/[receiver]/test', {
  logs: 'receiver tested',
  input: z.strictObject({}),
  answer: madeRow,
})

/** Makes another secret for a webhook. It is shown this once, and the old one signs nothing more. */
export const renewWebhookSecret = endpoint('POST', '/api/desk/receivers/[receiver]/secret', {
  logs: 'receiver secret renewed',
  input: z.strictObject({}),
  answer: z.strictObject({ secret: z.string() }),
})

export const removeReceiver = endpoint('POST', '/api/desk/receivers/[receiver]/remove', {
  logs: 'receiver removed',
  input: z.strictObject({}),
  answer: emptyAnswer,
})

/** How a delivery has fared so far. */
export const deliveryStatus = endpoint('GET', '/api/desk/deliveries/[delivery]', {
  input: z.strictObject({}),
  answer: z.strictObject({
    isAnswered: z.boolean(),
    isThrough: z.boolean(),
    /** The last answer in few words; empty before there was one. */
    answer: z.string(),
  }),
})

/** Sends a delivery again, at once and under the same key, that was given up or waits for its next attempt. */
export const sendDeliveryAgain = endpoint('POST', '/api/desk/deliveries/[delivery]/again', {
  logs: 'delivery sent again',
  input: z.strictObject({}),
  answer: emptyAnswer,
})
