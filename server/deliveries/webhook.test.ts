import { expect, test } from 'vitest'
import { signedContent } from '@/lib/deliveries/webhook'
import { webhookSignature } from '@/server/deliveries/webhook'

test('a signature is the one that the libraries of Standard Webhooks expect [webhook-signature]', () => {
  // An example from their tests.
  const words = signedContent({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1614265330, body: '{"test": 2432232314}' })
  expect(webhookSignature(words, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})
