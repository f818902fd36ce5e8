import { expect, it } from 'vitest'
import { UploadQueue } from '@/components/desk/editor/insert/upload-queue'

it('pictures are uploaded one after the other, and one that is refused holds up none', async () => {
  const log: string[] = []
  const queue = new UploadQueue({
    upload: async ({ name }) => {
      log.push(`begin ${name}`)
      await Promise.resolve()
      log.push(`end ${name}`)
      throw new Error(`${name} is damaged`)
    },
    onStart: () => log.push('start'),
  })
  const send = (...names: string[]) => Promise.allSettled(names.map((name) => queue.upload(new File([], name))))
  const [quay, crane] = await send('quay', 'crane')
  expect(log).toEqual(['start', 'begin quay', 'end quay', 'begin crane', 'end crane'])
  expect([quay, crane]).toMatchObject([
    { status: 'rejected', reason: { message: 'quay is damaged' } },
    { status: 'rejected', reason: { message: 'crane is damaged' } },
  ])
  await send('ferry')
  expect(log.slice(5)).toEqual(['start', 'begin ferry', 'end ferry'])
})
