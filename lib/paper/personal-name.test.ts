import { expect, it } from 'vitest'
import { personalName } from '@/lib/paper/personal-name'

it.each([
  ['Mirela Osei', 'Mirela', 'Osei'],
  ['Dev Anand Rao', 'Dev Anand', 'Rao'],
  ['Joost van der Berg', 'Joost', 'van der Berg'],
  ['Ana de la Cruz Ortiz', 'Ana', 'de la Cruz Ortiz'],
  ['أمل حداد', 'أمل', 'حداد'],
])('%s is a given and a family name', (name, firstName, lastName) => {
  expect(personalName(name)).toEqual({ firstName, lastName })
})

it.each(['Madonna', '村上 春樹', '봉 준호', ''])('"%s" is not split', (name) => {
  expect(personalName(name)).toEqual({})
})
