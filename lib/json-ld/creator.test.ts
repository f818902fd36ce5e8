import { expect, it } from 'vitest'
import { creatorJsonLd } from '@/lib/json-ld/creator'

const type = (name: string) =>
  creatorJsonLd(name, ['The Linnet Observer', 'Linnet Observer Press', ''])['@type' as never]

it('a name without a page is a person', () => {
  for (const name of ['Wanda Pirrie', 'Yusra Benali', 'Presse Dupont', 'Newsom', 'Deskova', 'रोहिणी', '']) {
    expect(type(name), name).toBe('Person')
  }
})

it('a desk, an agency and the paper itself are organisations', () => {
  const names = [
    'City desk',
    'The editors',
    'Reuters',
    'AP',
    'dpa',
    'Linnet News Agency',
    'the linnet observer',
    'Staff',
  ]
  for (const name of names) expect(type(name), name).toBe('Organization')
})
