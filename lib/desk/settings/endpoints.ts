import { emptyAnswer } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { distributionSchema, paperSchema } from '@/lib/desk/settings/settings-input'

export const savePaper = endpoint('PUT', '/api/desk/settings/paper', {
  logs: 'settings changed',
  input: paperSchema,
  answer: emptyAnswer,
})

export const saveDistribution = endpoint('PUT', '/api/desk/settings/distribution', {
  logs: 'settings changed',
  input: distributionSchema,
  answer: emptyAnswer,
})
