import { siteSettings } from '@/db/paper/site'
import { violations } from '@/e2e/testing/accessibility'
import { Desk } from '@/e2e/testing/desk'
import { expect, Paper, test } from '@/e2e/testing/paper'
import { fetchFrom } from '@/e2e/testing/site-response'

test('an empty paper is set up and its first story published at the desk alone', async ({ browser }) => {
  test.setTimeout(120_000)
  const paper = await Paper.start({ edition: 'empty' })
  const desk = new Desk(paper, browser)
  try {
    const page = await desk.signedIn('Ada Reed', 'admin')
    await page.goto('/admin/settings')
    await page.getByLabel('Name of the paper').fill('The Orle Mouth Post')
    await page.getByLabel('Time zone').selectOption('Asia/Kolkata')
    await expect(page.getByText(/^It is \d\d:\d\d .+ there\.$/)).toBeVisible()
    await page.getByRole('button', { name: 'Save the paper' }).click()
    await expect(page.getByText('Saved. Readers have it already.')).toBeVisible()

    await page.goto('/admin/sections')
    await page.getByRole('button', { name: 'Add a section' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Harbour')
    await page.getByRole('dialog').getByLabel('Address').fill('admin')
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('“admin”')
    await page.getByRole('dialog').getByLabel('Address').fill('')
    await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
    await expect(page.getByRole('link', { name: '/harbour', exact: true })).toBeVisible()

    await page.getByRole('link', { name: 'Authors' }).click()
    await page.getByRole('button', { name: 'Add an author' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Ida Voss')
    await page.getByRole('dialog').getByLabel('Role').fill('Harbour correspondent')
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByRole('link', { name: '/authors/ida-voss' })).toBeVisible()
    expect(await violations(page)).toEqual([])

    await page.goto('/admin/articles')
    await page.getByRole('button', { name: 'New story' }).click()
    await page.getByLabel('Headline', { exact: true }).fill('The first ferry sails')
    await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Harbour' })
    await page.getByPlaceholder('Add a byline').fill('Ida')
    await page.getByRole('option', { name: 'Ida Voss' }).click()
    await page.getByRole('textbox', { name: 'Story text' }).click()
    await page.keyboard.type('It left at six.')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByText(/^Published /).first()).toBeVisible()

    await page.goto('/')
    await expect(page.getByRole('link', { name: 'The first ferry sails' }).first()).toBeVisible()
    await expect(page.getByText('The Orle Mouth Post').first()).toBeVisible()
    await page.goto('/authors/ida-voss')
    await expect(page.getByText('Harbour correspondent')).toBeVisible()
  } finally {
    await desk.close()
    await paper.close()
  }
})

test('an admin sets what feeds carry and which crawlers are allowed', async ({ browser }) => {
  test.setTimeout(120_000)
  const paper = await Paper.start()
  const desk = new Desk(paper, browser)
  try {
    const page = await desk.signedIn('Ada Reed', 'admin')
    await page.goto('/admin/settings')
    await expect(page.getByLabel('whole stories')).toBeChecked()
    await expect(page.getByLabel('to train models')).not.toBeChecked()
    await page.getByLabel('headlines and standfirsts').check()
    await page.getByLabel('to train models').check()
    await page.getByLabel('to find and quote them in answers').uncheck()
    await page.getByRole('button', { name: 'Save the distribution' }).click()
    await expect(page.getByText('Saved. Feeds and robots.txt say it already.')).toBeVisible()
    // A standfirst and a picture, and no word of the text.
    expect((await fetchFrom(paper, '/rss.xml')).body).not.toContain('At 5.34 this morning a tram stopped')
    const { value: answer } = await siteSettings(paper.db)
    expect(answer.distribution).toEqual({
      feedText: 'summary',
      aiCrawlers: { training: true, search: false, visiting: true },
    })
    await page.reload()
    await expect(page.getByLabel('headlines and standfirsts')).toBeChecked()
    await expect(page.getByLabel('to find and quote them in answers')).not.toBeChecked()
    expect(await violations(page)).toEqual([])
  } finally {
    await desk.close()
    await paper.close()
  }
})
