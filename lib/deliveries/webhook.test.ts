import { expect, test } from 'vitest'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'
import { webhookBody, webhookTestBody } from '@/lib/deliveries/webhook'

const EVENT: OutboxEvent = {
  key: '7:2',
  event: 'corrected',
  happenedAt: new Date('2026-11-23T14:00:00Z'),
  article: {
    id: 7,
    version: 2,
    headline: 'Ferries run again',
    path: '/city/ferries-run-again-7',
    formerPath: null,
    section: { slug: 'city', name: 'City' },
    publishedAt: new Date('2026-11-23T12:00:00Z'),
    updatedAt: new Date('2026-11-23T14:00:00Z'),
    lists: { sections: ['city'], topics: [], authors: [] },
  },
}

test('the body of a webhook has the event and the story [webhook-body]', () => {
  expect(JSON.parse(webhookBody(EVENT, 'https://observer.example'))).toEqual({
    id: '7:2',
    event: 'corrected',
    happenedAt: '2026-11-23T14:00:00.000Z',
    article: {
      id: 7,
      url: 'https://observer.example/city/ferries-run-again-7',
      headline: 'Ferries run again',
      version: 2,
      section: { slug: 'city', name: 'City' },
      publishedAt: '2026-11-23T12:00:00.000Z',
      updatedAt: '2026-11-23T14:00:00.000Z',
    },
  })
})

test('a story that was not updated has null as its update', () => {
  const { article } = EVENT
  const body = webhookBody({ ...EVENT, article: { ...article, updatedAt: article.publishedAt } }, 'https://a.example')
  expect(JSON.parse(body).article.updatedAt).toBeNull()
})

test('a test delivery has no story [webhook-body]', () => {
  expect(JSON.parse(webhookTestBody('test-1', EVENT.happenedAt))).toEqual({
    id: 'test-1',
    event: 'test',
    happenedAt: '2026-11-23T14:00:00.000Z',
    article: null,
  })
})
