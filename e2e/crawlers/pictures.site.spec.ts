import sharp from 'sharp'
import { rename } from '@/db/editing/writing'
import { siteSettings } from '@/db/paper/site'
import { picturesByIds } from '@/db/pictures/pictures'
import { withdraw } from '@/db/publishing/publishing'
import { articles } from '@/db/store/schema'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, Paper, test } from '@/e2e/testing/paper'
import { fetchFrom } from '@/e2e/testing/site-response'
import { socialCardPath } from '@/lib/addresses/document-paths'
import { CROPS, type CropShape, cropOf } from '@/lib/pictures/crops'
import { paperCard, socialCardHash } from '@/lib/pictures/social-card'
import { withoutAccount } from '@/lib/revisions/saver'

/** The response at `path` and its body as bytes. */
async function picture({ url }: Paper, path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url + path, { headers, redirect: 'manual' })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { answer, bytes }
}

test('a picture is served in every shape, revalidates by its ETag, and has no other addresses [picture-crops]', async ({
  paper,
}) => {
  const [story] = await paper.db.select({ id: articles.leadMediaId }).from(articles).limit(1)
  const lead = (await picturesByIds(paper.db, [story?.id ?? 0])).get(story?.id ?? 0)
  if (!lead) throw new Error('the first story of the demo edition was to have a picture')
  for (const shape of Object.keys(CROPS) as CropShape[]) {
    const crop = cropOf(lead, shape)
    const { answer, bytes } = await picture(paper, crop.path)
    expect(answer.status, crop.path).toBe(200)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: crop.widthPx, height: crop.heightPx })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('last-modified')).not.toBeNull()
    const etag = answer.headers.get('etag') ?? ''
    expect((await picture(paper, crop.path, { 'If-None-Match': etag })).answer.status).toBe(304)
    expect((await fetchFrom(paper, crop.path.replace(/\d+x\d+\.jpg$/, '1x1.jpg'))).status).toBe(404)
  }
})

test.describe('a card', () => {
  let paper: Paper
  test.beforeAll(async () => {
    paper = await Paper.start()
  })
  test.afterAll(() => paper.close())

  test('of a story has an address whose content never changes; an earlier address redirects to it [social-cards]', async () => {
    const { id } = await demoStory(paper, 'shipyard-order')
    const response = await fetchFrom(paper, socialCardPath({ id, hash: '0' }))
    expect(response.status).toBe(308)
    const path = response.location ?? ''
    const { answer, bytes } = await picture(paper, path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' })
    const etag = answer.headers.get('etag') ?? ''
    expect((await picture(paper, path, { 'If-None-Match': etag })).answer.status).toBe(304)

    const now = new Date(PRINTED_AT.getTime() + 1000)
    await rename(paper.db, {
      id,
      headline: 'Two ferries, one slipway',
      slug: 'two-ferries',
      by: withoutAccount('The desk'),
      now,
    })
    await paper.catchUp()
    const moved = await fetchFrom(paper, path)
    expect([moved.status, moved.location === path]).toEqual([308, false])
    const renamed = await picture(paper, moved.location ?? '')
    expect(renamed.answer.status).toBe(200)
    expect(renamed.bytes.equals(bytes)).toBe(false)
  })

  test('of the paper is used for its lists', async () => {
    const { value: settings } = await siteSettings(paper.db)
    const path = socialCardPath({ id: 'paper', hash: socialCardHash(paperCard(settings)) })
    const { answer, bytes } = await picture(paper, path)
    expect(answer.status).toBe(200)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 })
  })

  test('does not exist for a story that is not public [social-cards]', async () => {
    const { id } = await demoStory(paper, 'comet-visible')
    const path = (await fetchFrom(paper, socialCardPath({ id, hash: '0' }))).location ?? ''
    expect((await fetchFrom(paper, path)).status).toBe(200)
    const now = new Date(PRINTED_AT.getTime() + 2000)
    expect(await withdraw(paper.db, { id, reason: '', by: withoutAccount('The desk'), now })).toHaveProperty('version')
    await paper.catchUp()
    expect((await fetchFrom(paper, path)).status).toBe(410)
    for (const address of [socialCardPath({ id: 999_999, hash: '0' }), '/cards/a-b.png', '/cards/1.png']) {
      expect((await fetchFrom(paper, address)).status, address).toBe(404)
    }
  })
})
