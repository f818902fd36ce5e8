import { z } from 'zod'
import { indexNowKeyProblem } from '@/lib/deliveries/index-now'
import { OUTBOX_EVENTS } from '@/lib/deliveries/outbox-event'
import {
  addressProblem,
  DEFAULT_ADDRESS,
  PURGE_STYLES,
  type PurgeTerms,
  RECEIVER_KINDS,
  type ReceiverTerms,
} from '@/lib/deliveries/receiver'
import { MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'
import type { Problem } from '@/lib/desk/refusal'
import { nameLine } from '@/lib/desk/text-input'
import { cleanAddress } from '@/lib/text/clean-address'

export const MAX_VALUE_LENGTH = 2100
/** A key, a token or another value that a machine made, without what was copied along with it. */
const line = z.string().max(MAX_VALUE_LENGTH).overwrite(cleanAddress).default('')
/** A box that was ticked is sent, one that was not is not. */
const ticked = z.literal('on').optional()

/** What an admin says about a receiver; which of the fields count hangs on the kind. */
export const receiverSchema = z.strictObject({
  kind: z.enum(RECEIVER_KINDS.filter((kind) => kind !== 'letters')),
  name: nameLine(MAX_LABEL_LENGTH, 'Give it a name.'),
  address: line,
  key: line,
  style: z.enum(PURGE_STYLES).default('varnish'),
  place: line,
  token: line,
  published: ticked,
  changed: ticked,
  corrected: ticked,
  withdrawn: ticked,
})

export type ReceiverInput = z.output<typeof receiverSchema>

/** What a new receiver is given when nobody names it. */
interface Fresh {
  key: string
  secret: string
}

/**
 * The terms that `input` describes, or what has to be put right. A token or secret is never sent to a browser, so an
 * empty one means the one that is known; `known` is null for a new receiver.
 */
export function receiverTerms(
  input: ReceiverInput,
  { known, fresh }: { known: ReceiverTerms | null; fresh: Fresh },
): { terms: ReceiverTerms } | { problems: Problem[] } {
  const { kind } = input
  switch (kind) {
    case 'indexnow': {
      const key = input.key || (known?.kind === kind ? known.key : fresh.key)
      const terms = { kind, address: input.address || DEFAULT_ADDRESS.indexnow, key }
      return checked(terms, { field: 'key', message: indexNowKeyProblem(key) })
    }
    case 'websub':
      return checked({ kind, address: input.address })
    case 'purge':
      return purgeTermsOf(input, known?.kind === kind ? known : null)
    case 'webhook': {
      const secret = known?.kind === kind ? known.secret : fresh.secret
      const events = OUTBOX_EVENTS.filter((event) => input[event] === 'on')
      const message = events.length ? null : 'Choose at least one event.'
      return checked({ kind, address: input.address, secret, events }, { field: 'published', message })
    }
  }
}

function purgeTermsOf({ kind, style, address, place, token }: ReceiverInput, known: PurgeTerms | null) {
  if (kind !== 'purge') throw new Error(`a receiver of kind ${kind} is no cache`)
  if (style === 'varnish') return checked({ kind, style, address, place: '', token: '' })
  const where = address || DEFAULT_ADDRESS[style]
  // A token goes nowhere but where it was meant to go.
  const isSame = known?.style === style && known.address === where
  const terms = { kind, style, address: where, place, token: token || (isSame ? known.token : '') }
  const what = style === 'fastly' ? 'service' : 'zone'
  return checked(
    terms,
    { field: 'place', message: place ? null : `Name the ${what}.` },
    { field: 'token', message: terms.token ? null : 'Enter the token.' },
  )
}

function checked(
  terms: Exclude<ReceiverTerms, { kind: 'letters' }>,
  ...others: { field: string; message: string | null }[]
) {
  const all = [{ field: 'address', message: addressProblem(terms.address) }, ...others]
  const problems = all.flatMap(({ field, message }) => (message === null ? [] : [{ field, message }]))
  return problems.length ? { problems } : { terms }
}
