import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { BrokenOff, boundaryIn, formWithFile } from '@/app/_admin-api/multipart'
import { propertyRuns } from '@/lib/testing/property-runs'

vi.mock('server-only', () => ({}))

async function* pieces(bytes: Uint8Array, sizes: number[]) {
  let at = 0
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function read(bytes: Uint8Array, boundary: string, sizes: number[]) {
  const form = await formWithFile(pieces(bytes, sizes), boundary)
  if (!form) return null
  const chunks: Uint8Array[] = []
  for await (const chunk of form.file) chunks.push(chunk)
  return { fields: form.fields, name: form.name, file: Buffer.concat(chunks) }
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })

test('however a form arrives in pieces, its fields and its file are those that were sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.uint8Array({ maxLength: 300 }), sizes, async (alt, file, sent) => {
      const form = new FormData()
      form.set('alt', alt.replace(/\r\n|\r|\n/g, ' '))
      form.set('file', new File([new Uint8Array(file)], 'dunlin "1".jpg'))
      const request = new Request('https://observer.example', { method: 'POST', body: form })
      const boundary = boundaryIn(request.headers.get('content-type') ?? '') ?? ''
      const bytes = new Uint8Array(await request.arrayBuffer())
      const got = await read(bytes, boundary, sent)
      expect(got?.fields).toEqual({ alt: form.get('alt') })
      expect([...(got?.file ?? [])]).toEqual([...file])
    }),
    { numRuns: propertyRuns(200) },
  )
})

test('whatever is sent as a form, it is read, refused or known to be broken off', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), sizes, async (bytes, sent) => {
      const prefixed = Buffer.concat([Buffer.from('--x\r\n'), bytes])
      await read(prefixed, 'x', sent).catch((error) => expect(error).toBeInstanceOf(BrokenOff))
    }),
    { numRuns: propertyRuns(200) },
  )
})
