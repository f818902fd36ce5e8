import { createHmac } from 'node:crypto'
import { withdraw } from '@/db/publishing/publishing'
import { violations } from '@/e2e/testing/accessibility'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'
import { withoutAccount } from '@/lib/revisions/saver'
import { FakeReceiver } from '@/server/chaos/fake-receiver'

test('an admin adds a receiver, tests it, and sees requests and responses', async ({ desk }) => {
  const partner = await FakeReceiver.open()
  const page = await desk.signedIn('Ada Reed', 'admin')
  await page.goto('/admin/deliveries')
  await expect(page.getByRole('heading', { name: 'Deliveries', exact: true })).toBeVisible()
  await expect(page.getByText('Nothing has been sent yet.')).toBeVisible()

  // With the keyboard alone.
  await press(page.getByRole('button', { name: 'Add a receiver' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Whom to tell').selectOption({ label: 'Webhook' })
  await dialog.getByLabel('Name').fill('The app')
  await dialog.getByLabel('Address').fill('partner.example')
  await press(dialog.getByRole('button', { name: 'Add' }))
  await expect(dialog.getByRole('alert')).toContainText('https://')
  await expect(dialog.getByLabel('Address')).toBeFocused()
  await dialog.getByLabel('Address').fill(partner.url)
  await press(dialog.getByRole('button', { name: 'Add' }))
  const secret = await dialog.getByLabel('Signing secret').inputValue()
  expect(secret).toMatch(/^whsec_/)
  await press(dialog.getByRole('button', { name: 'Close' }))
  const row = page.getByRole('row', { name: /^The app/ })
  await expect(row).toContainText('Off')
  expect(await page.content()).not.toContain(secret)

  await press(row.getByRole('button', { name: 'Manage The app' }))
  await press(dialog.getByRole('button', { name: 'Send a test' }))
  await expect(dialog.getByText('It was taken: 202 taken')).toBeVisible()
  await press(dialog.getByRole('button', { name: 'Switch on' }))
  await expect(row).toContainText('On, nothing waits')

  const { id, headline } = await demoStory(desk.paper, 'ferry-day')
  await withdraw(desk.paper.db, { id, reason: 'It rained.', by: withoutAccount('The desk'), now: PRINTED_AT })
  await expect.poll(() => partner.received.length).toBe(2)
  const delivered = partner.received[1]
  const body = JSON.parse(delivered?.body ?? '{}')
  expect(body).toMatchObject({ event: 'withdrawn', article: { id, headline } })
  expect(delivered?.headers['webhook-id']).toBe(body.id)
  expect(delivered?.key).toBe(body.id)
  const words = `${body.id}.${delivered?.headers['webhook-timestamp']}.${delivered?.body}`
  const signature = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
    .update(words)
    .digest('base64')
  expect(delivered?.headers['webhook-signature']).toBe(`v1,${signature}`)

  await page.reload()
  const sent = page.getByRole('row', { name: new RegExp(`Withdrawn: ${headline}`) })
  await expect(sent).toContainText('Taken')
  await expect(sent).toContainText('202 taken')
  await expect(sent.getByRole('link')).toHaveAttribute('href', `/admin/articles/${id}`)
  await partner.stop()
})

test('a failed delivery is shown, and can be sent again', async ({ desk }) => {
  const partner = await FakeReceiver.open((_heard, response) => void response.writeHead(500).end('the disk is full'))
  const page = await desk.signedIn('Ada Reed', 'admin')
  await page.goto('/admin/deliveries')
  await page.getByRole('button', { name: 'Add a receiver' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Whom to tell').selectOption({ label: 'Hub of the feeds (WebSub)' })
  await dialog.getByLabel('Name').fill('The hub')
  await dialog.getByLabel('Address').fill(partner.url)
  await dialog.getByRole('button', { name: 'Add' }).click()
  const row = page.getByRole('row', { name: /^The hub/ })
  await row.getByRole('button', { name: 'Manage The hub' }).click()
  await dialog.getByRole('button', { name: 'Send a test' }).click()
  await expect(dialog.getByText('It did not get through: 500 the disk is full')).toBeVisible()
  await dialog.getByRole('button', { name: 'Switch on' }).click()
  await expect(row).toContainText('On')

  const { id } = await demoStory(desk.paper, 'ferry-day')
  await withdraw(desk.paper.db, { id, reason: 'It rained.', by: withoutAccount('The desk'), now: PRINTED_AT })
  await expect.poll(() => partner.received.length).toBe(2)
  await page.reload()
  const sent = page.getByRole('row', { name: /Withdrawn: / })
  await expect(sent).toContainText('1 attempt, next')
  partner.behavior = (_heard, response) => void response.writeHead(204).end()
  await sent.getByRole('button', { name: /^Send again: Withdrawn/ }).click()
  await expect.poll(() => partner.received.length).toBe(3)
  expect(new Set(partner.received.slice(1).map(({ key, body }) => key + body)).size).toBe(1)
  // The page also reloads by itself.
  await expect(async () => {
    await page.goto('/admin/deliveries')
    await expect(sent).toContainText('Taken after 2 attempts', { timeout: 1000 })
  }).toPass()

  await row.getByRole('button', { name: 'Manage The hub' }).click()
  await dialog.getByRole('button', { name: 'Switch off' }).click()
  await row.getByRole('button', { name: 'Manage The hub' }).click()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(row).toHaveCount(0)
  await partner.stop()
})

test('an editor sees deliveries but cannot change receivers; a contributor sees neither', async ({ desk }) => {
  const editor = await desk.signedIn('Bo Marten', 'editor')
  await editor.goto('/admin/deliveries')
  await expect(editor.getByRole('row', { name: /E-mails to writers/ })).toContainText('SMTP_URL')
  await expect(editor.getByRole('main').getByRole('button')).toHaveCount(0)
  const contributor = await desk.signedIn('Cleo Sand', 'contributor')
  expect((await contributor.goto('/admin/deliveries'))?.status()).toBe(403)
})

test('the form of every kind of receiver has no accessibility violations', async ({ desk }) => {
  const page = await desk.signedIn('Ada Reed', 'admin')
  await page.goto('/admin/deliveries')
  await page.getByRole('button', { name: 'Add a receiver' }).click()
  const dialog = page.getByRole('dialog')
  const kinds = await dialog.getByLabel('Whom to tell').getByRole('option').allInnerTexts()
  for (const kind of kinds) {
    await dialog.getByLabel('Whom to tell').selectOption({ label: kind })
    if (kind === 'Cache in front') await dialog.getByLabel('What cache it is').selectOption({ label: 'Fastly' })
    expect(await violations(page), kind).toEqual([])
  }
})
