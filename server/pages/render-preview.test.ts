import { expect, it } from 'vitest'
import { siteHeaders } from '@/server/http/headers'
import { renderPreview } from '@/server/pages/render-preview'
import type { Rendered } from '@/server/pages/renderer'

const siteUrl = 'https://paper.example'
const story = { id: 4, path: '/city/trams-run-4', at: new Date('2026-11-23T06:30:00Z') }
const rendered: Rendered = {
  status: 200,
  location: null,
  link: '',
  document: null,
  tags: ['article:4', 'as-of:5'],
  body: Buffer.from('<!DOCTYPE html><html><body><script>framework()</script><h1>Trams</h1></body></html>'),
}

function shown(of: Partial<Rendered>) {
  const renders: unknown[] = []
  const renderer = {
    render: async (...parameters: unknown[]) => {
      renders.push(parameters)
      return { ...rendered, ...of }
    },
  }
  const headers = siteHeaders({ siteUrl, speculationRules: '/rules.json' })
  return { renders, answer: renderPreview({ renderer, headers, siteUrl }, story) }
}

it('a preview is rendered by the route of the public page, without framework scripts', async () => {
  const { renders, answer } = shown({})
  expect(await answer).toMatchObject({
    url: 'https://paper.example/city/trams-run-4',
    status: 200,
    html: '<!DOCTYPE html><html><body><h1>Trams</h1></body></html>',
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'last-modified': 'Mon, 23 Nov 2026 06:30:00 GMT',
      'surrogate-key': 'article:4 everything',
    },
  })
  expect(renders).toEqual([['/city/trams-run-4', { asPublished: story }]])
})

it('a page that needs framework scripts, or fails to render, has status 500', async () => {
  const body = Buffer.from('<html><template id="B:0"></template></html>')
  expect(await shown({ body }).answer).toMatchObject({ status: 500, html: '' })
  expect(await shown({ status: 500 }).answer).toMatchObject({ status: 500, html: '' })
})
