import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressBest, compressFast, negotiateEncoding } from '@/server/http/content-encoding'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0.1, gzip;q=0.5', 'gzip'],
  ['identity, gzip;q=0.5', 'identity'],
  ['deflate', 'identity'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=nonsense, gzip;q=0.1', 'gzip'],
  ['identity;q=0, *;q=0', 'identity'],
])('Accept-Encoding %s is answered with %s', (header, encoding) => {
  expect(negotiateEncoding(header)).toBe(encoding)
})

test('both qualities of both encodings hold the same body, the best one no larger', async () => {
  const body = Buffer.from('The first trams ran to the harbour again. '.repeat(200))
  const now = compressFast(body)
  const best = await compressBest(body)
  for (const { gzip, br } of [now, best]) {
    expect(gunzipSync(gzip)).toEqual(body)
    expect(brotliDecompressSync(br)).toEqual(body)
  }
  expect(best.br.length).toBeLessThanOrEqual(now.br.length)
})

test('a compressed body holds no more memory than its own bytes', async () => {
  const body = Buffer.from('The first trams ran to the harbour again. '.repeat(200))
  for (const { gzip, br } of [compressFast(body), await compressBest(body)]) {
    expect([gzip, br].map(({ buffer }) => buffer.byteLength)).toEqual([gzip.length, br.length])
  }
})
