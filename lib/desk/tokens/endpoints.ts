import { z } from 'zod'
import { SCOPES } from '@/lib/admin-api/scopes'
import { emptyAnswer, noInput, rowId } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'
import { nameLine } from '@/lib/desk/text-input'
import { TOKEN_LIVES } from '@/lib/desk/tokens/token-lives'

/** Makes a token for the Admin API; it is shown this once. */
export const makeApiToken = endpoint('POST', '/api/desk/tokens', {
  logs: 'token made',
  input: z.strictObject({
    name: nameLine(MAX_LABEL_LENGTH, 'Say what the token is for.'),
    user: z.string().max(100),
    scopes: z.array(z.enum(SCOPES)).min(1, 'Choose at least one.'),
    days: z.literal(TOKEN_LIVES).nullable(),
  }),
  answer: z.strictObject({ id: rowId, token: z.string() }),
})

export const revokeApiToken = endpoint('POST', '/api/desk/tokens/[token]/revoke', {
  logs: 'token revoked',
  input: noInput,
  answer: emptyAnswer,
})
