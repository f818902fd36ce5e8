import { expect, test } from 'vitest'
import { addressWords, nearestName } from '@/lib/addresses/address-words'

test.each([
  ['/city/bridge-closed-42.html', [42], ['bridge', 'closed']],
  ['/2019/12/24/bridge-closed', [], ['bridge', 'closed']],
  ['/news/42/bridge', [42], ['bridge']],
  ['/f%C3%A4hre-f%C3%A4llt-aus.aspx', [], ['fähre', 'fällt', 'aus']],
  ['/%E0%A4%AA%E0%A5%81%E0%A4%B2-%E0%A4%AC%E0%A4%82%E0%A4%A6', [], ['पुल', 'बंद']],
  ['/2019/05/', [], []],
  ['/2019/05/bridge-42', [42], ['bridge']],
])('the path %s has the ids %j and the words %j', (path, ids, words) => {
  expect(addressWords(path)).toMatchObject({ ids, words })
})

const SECTIONS = [{ slug: 'sport' }, { slug: 'city' }, { slug: 'world' }]

test.each([
  ['sports', 'sport'],
  ['citty', 'city'],
  ['world', 'world'],
  ['politics', undefined],
  ['a', undefined],
])('the section nearest to “%s” is %s', (name, slug) => {
  expect(nearestName(name, SECTIONS)?.slug).toBe(slug)
})
