import type { Locator, Page } from 'playwright/test'
import { workingCopies } from '@/db/store/desk-schema'
import { revisions } from '@/db/store/schema'
import { violations } from '@/e2e/testing/accessibility'
import { demoStory } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'

const HEADLINE = 'The last ferry leaves at six'

const headline = (page: Page) => page.getByRole('textbox', { name: 'Headline' })
const standfirst = (page: Page) => page.getByRole('textbox', { name: 'Standfirst' })
const text = (page: Page) => page.getByRole('textbox', { name: 'Story text' })
const dialog = (page: Page) => page.getByRole('dialog')
const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()

/** A new story of a signed-in user, open in their browser. */
async function newStory(desk: Desk, page: Page): Promise<string> {
  const answer = await page.request.post('/api/desk/articles', { data: {}, headers: { origin: desk.paper.url } })
  const { id } = await answer.json()
  await page.goto(`/admin/articles/${id}`)
  await expect(text(page)).toBeVisible()
  return `/admin/articles/${id}`
}

/** A new story that can be published. */
async function writtenStory(desk: Desk, page: Page): Promise<string> {
  const address = await newStory(desk, page)
  await headline(page).fill(HEADLINE)
  await standfirst(page).fill('From Monday, buses take over.')
  await text(page).pressSequentially('The Dunlin sails until Sunday.')
  await page.getByLabel('Section').selectOption({ label: 'World' })
  await page.getByLabel('Add a byline').fill('Jo Stringer')
  await page.keyboard.press('Enter')
  await saved(page)
  return address
}

async function pressTabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not lead there')
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
}

/** Publishes the open story and returns its address. */
async function publish(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Publish' }).click()
  await dialog(page).getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published.')).toBeVisible()
  return (await page.getByRole('link', { name: 'Read it as readers do' }).getAttribute('href')) ?? ''
}

const readers = (desk: Desk) => desk.pageFor(null)

test('a story is written, linked and published with the keyboard alone [article-form-names]', async ({ desk }) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  const linked = await demoStory(desk.paper, 'panda-diplomacy')
  const harbour = await demoStory(desk.paper, 'harbour-dredging')
  const bridge = await demoStory(desk.paper, 'lifting-bridge')
  await page.goto('/admin/articles')
  await pressTabTo(page, page.getByRole('button', { name: 'New story' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/articles\/\d+$/)
  await expect(headline(page)).toBeFocused()
  await page.keyboard.type(HEADLINE)
  await page.keyboard.press('Enter')
  await page.keyboard.type('From Monday, buses take over.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The Dunlin sails until Sunday.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/also')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(linked.headline.slice(0, 20))
  await expect(page.getByRole('option', { name: linked.headline })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(text(page).getByText(linked.headline)).toBeVisible()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('/related')
  await page.keyboard.press('Enter')
  for (const { headline: related } of [harbour, bridge]) {
    await expect(dialog(page).getByRole('combobox')).toBeFocused()
    await page.keyboard.type(related.slice(0, 30))
    await expect(page.getByRole('option', { name: related })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('list', { name: 'Chosen' })).toContainText(related)
  }
  await page.keyboard.press('Enter')
  await expect(text(page).getByText(bridge.headline)).toBeVisible()
  await pressTabTo(page, page.getByLabel('Section'))
  await page.keyboard.type('World')
  await pressTabTo(page, page.getByLabel('Add a byline'))
  await page.keyboard.type('Jo Stringer')
  await page.keyboard.press('Enter')
  await saved(page)
  await expectNoViolations(page)
  await page.keyboard.press('Control+Shift+Enter')
  await expect(dialog(page)).toContainText('will be public at once')
  await expectNoViolations(page)
  await pressTabTo(page, dialog(page).getByRole('button', { name: 'Publish' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Published.')).toBeVisible()
  const reader = await readers(desk)
  await reader.goto('/')
  await reader.getByRole('link', { name: HEADLINE }).first().click()
  await expect(reader.getByRole('heading', { level: 1, name: HEADLINE })).toBeVisible()
  await expect(reader.locator('[data-element="also-read"]')).toContainText(linked.headline)
  await expect(reader.locator('[data-element="related-news"]')).toContainText(bridge.headline)
})

test('a story that fails the checklist is not published, and each item leads to its field', async ({ desk }) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  await newStory(desk, page)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog(page)).toContainText('The story has no headline.')
  await expect(dialog(page).getByRole('button', { name: 'Publish' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Publish' })).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog(page)
    .getByRole('button', { name: /Go there.*no section/ })
    .click()
  await expect(page.getByLabel('Section')).toBeFocused()
})

test('text typed without a network is kept, also in a tab that is closed', async ({ desk }) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  const address = await newStory(desk, page)
  await headline(page).fill('The last ferry')
  await saved(page)
  await page.context().setOffline(true)
  await headline(page).pressSequentially(' leaves at six')
  await text(page).pressSequentially('The Dunlin sails until Sun')
  await expect(page.getByText('Offline, kept on this device')).toBeVisible()
  await page.close()
  const again = await page.context().newPage()
  await page.context().setOffline(false)
  await again.goto(address)
  await expect(headline(again)).toHaveValue(HEADLINE)
  await expect(text(again)).toContainText('The Dunlin sails until Sun')
  await expect(again.getByText('were brought back into the story')).toBeVisible()
  await saved(again)
})

test('a tab that is closed while typing loses no character', async ({ desk }) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  const address = await newStory(desk, page)
  await text(page).pressSequentially('From Monday, buses')
  await page.close()
  const again = await page.context().newPage()
  await again.goto(address)
  await expect(text(again)).toContainText('From Monday, buses')
})

test('two users edit one story: changes at different places are merged, at the same place both versions are shown', async ({
  desk,
}) => {
  const anna = await desk.signedIn('Anna Reed', 'editor')
  const address = await writtenStory(desk, anna)
  const tomas = await desk.signedIn('Tomas Vale', 'editor')
  await tomas.goto(address)
  await expect(headline(tomas)).toHaveValue(HEADLINE)
  await expect(anna.getByText('Tomas Vale has this story open too.')).toBeVisible({ timeout: 15_000 })
  await standfirst(anna).fill('From Monday, buses take over for good.')
  await text(tomas).click()
  await tomas.keyboard.press('Control+End')
  await tomas.keyboard.type(' Tickets stay valid.')
  await expect(text(anna)).toContainText('Tickets stay valid.', { timeout: 15_000 })
  await expect(standfirst(tomas)).toHaveValue('From Monday, buses take over for good.', { timeout: 15_000 })

  await anna.context().setOffline(true)
  await headline(anna).fill('Six o’clock is the last boat')
  await headline(tomas).fill('The ferry stops sailing')
  await saved(tomas)
  await anna.context().setOffline(false)
  await expect(anna.getByRole('heading', { name: 'Two people wrote the headline at once' })).toBeVisible()
  await expect(headline(anna)).toHaveValue('The ferry stops sailing')
  await expectNoViolations(anna)
  await anna.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog(anna)).toContainText('Two people changed the headline.')
  await dialog(anna).getByRole('button', { name: 'Not now' }).click()
  await anna.getByRole('button', { name: 'Use the set-aside version' }).click()
  await expect(headline(anna)).toHaveValue('Six o’clock is the last boat')
  await expect(headline(tomas)).toHaveValue('Six o’clock is the last boat', { timeout: 15_000 })
  await expect(tomas.getByRole('heading', { name: 'Two people wrote the headline at once' })).toBeHidden()
})

test('when another user saved meanwhile, they are named and publishing needs a confirmation', async ({ desk }) => {
  const anna = await desk.signedIn('Anna Reed', 'editor')
  const address = await writtenStory(desk, anna)
  const tomas = await desk.signedIn('Tomas Vale', 'editor')
  await tomas.goto(address)
  await anna.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog(anna).getByRole('button', { name: 'Publish' })).toBeEnabled()
  await standfirst(tomas).fill('Tomas wrote another standfirst.')
  await saved(tomas)
  await dialog(anna).getByRole('button', { name: 'Publish' }).click()
  await expect(dialog(anna)).toContainText('Tomas Vale saved this story meanwhile')
  await expect(standfirst(anna)).toHaveValue('Tomas wrote another standfirst.')
  await dialog(anna).getByRole('button', { name: 'Publish' }).click()
  await expect(anna.getByText('Published.')).toBeVisible()
})

test('a scheduled story is public at its second, with the changes that were chosen to go along [article-form-names]', async ({
  desk,
}) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  const address = await writtenStory(desk, page)
  await page.getByRole('button', { name: 'Schedule' }).click()
  await dialog(page).getByLabel('Day').fill('2026-11-22')
  await expect(dialog(page)).toContainText('That time has passed')
  await dialog(page).getByLabel('Day').fill('2026-11-24')
  await dialog(page).getByLabel('Time').fill('06:00')
  await expect(dialog(page)).toContainText(/Publishes Tuesday 24 November 2026, 06:00 GMT \(Europe\/London\), in 2\d h/)
  await expectNoViolations(page)
  await dialog(page).getByRole('button', { name: 'Schedule' }).click()
  await expect(page.getByText('Scheduled.')).toBeVisible()
  const changed = 'The last ferry leaves at seven'
  const asked = page.getByRole('group', { name: /^What readers get on Tuesday 24 November 2026, 06:00/ })
  const asScheduled = asked.getByRole('radio', { name: /^The story as it was scheduled/ })
  await headline(page).fill(changed)
  await expect(asScheduled).toBeChecked()
  await asked.getByRole('radio', { name: /^The story with the changes/ }).check()
  await press(page.getByRole('button', { name: 'Let the changes go along' }))
  await expect(asked).toBeHidden()
  await standfirst(page).fill('Kept at the desk.')
  await saved(page)
  await expect(asScheduled).toBeChecked()
  const reader = await readers(desk)
  await reader.goto('/')
  await expect(reader.getByText(changed)).toHaveCount(0)
  desk.paper.moveClockTo(new Date('2026-11-24T06:00:01Z'))
  await reader.goto('/')
  await reader.getByRole('link', { name: changed }).first().click()
  await expect(reader.getByText('From Monday, buses take over.')).toBeVisible()
  await page.goto(address)
  await expect(page.getByText('Published Tuesday 24 November 2026, 06:00 GMT')).toBeVisible()
  await expect(standfirst(page)).toHaveValue('Kept at the desk.')
})

test('changes to a public story are not public until they are published, here as a correction that is reworded', async ({
  desk,
}) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  await writtenStory(desk, page)
  const path = await publish(page)
  await headline(page).fill('The last ferry leaves at seven')
  await saved(page)
  const reader = await readers(desk)
  await reader.goto(path)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(HEADLINE)
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Publish changes' })).toBeDisabled()
  await dialog(page).getByLabel('A correction').check()
  await dialog(page).getByLabel('Note for readers').fill('The last ferry leaves at seven, not at six.')
  await dialog(page).getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByText('The changes are published.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a correction' })).toBeVisible()
  await expect(page.getByText('There are changes that readers do not see yet.')).toBeHidden()
  await reader.reload()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('The last ferry leaves at seven')
  await expect(reader.locator('#corrections')).toContainText('The last ferry leaves at seven, not at six.')
  await press(page.getByRole('button', { name: /^Edit the correction/ }))
  await page.getByLabel('What was wrong, and what is right').fill('It leaves at seven.')
  await press(page.getByRole('button', { name: 'Save the correction' }))
  await expect(page.getByRole('button', { name: 'Edit the correction “It leaves at seven.”' })).toBeFocused()
  await reader.reload()
  await expect(reader.locator('#corrections')).toContainText('It leaves at seven.')
  await page.getByRole('link', { name: 'History' }).click()
  await expect(
    page.getByText('“The last ferry leaves at seven, not at six.” is now “It leaves at seven.”').first(),
  ).toBeVisible()
})

test('a story is withdrawn with a reason, after the stories that link to it are shown [article-form-names]', async ({
  desk,
}) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  const { id, path } = await demoStory(desk.paper, 'panda-diplomacy')
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(dialog(page)).toContainText('These stories link here, and will lose the link:')
  await expect(dialog(page).getByRole('link').first()).toBeVisible()
  await expectNoViolations(page)
  await dialog(page).getByLabel('Reason, for readers').fill('The zoo disputes the figures.')
  await dialog(page).getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('Readers are told: The zoo disputes the figures.')).toBeVisible()
  const reader = await readers(desk)
  expect((await reader.goto(path))?.status()).toBe(410)
  await page.getByRole('button', { name: 'Republish' }).click()
  await dialog(page).getByRole('button', { name: 'Republish' }).click()
  await expect(page.getByText('Published again.')).toBeVisible()
  expect((await reader.goto(path))?.status()).toBe(200)
})

test('a contributor writes and submits for review, and has no other actions', async ({ desk }) => {
  const writer = await desk.signedIn('Jo Stringer', 'contributor')
  const address = await writtenStory(desk, writer)
  for (const verb of ['Publish', 'Schedule', 'Withdraw']) {
    await expect(writer.getByRole('button', { name: verb })).toHaveCount(0)
  }
  await writer.getByRole('button', { name: 'Send to review' }).click()
  await dialog(writer).getByLabel('Message to the reviewer').fill('Please check the timetable.')
  await dialog(writer).getByRole('button', { name: 'Send to review' }).click()
  await expect(writer.getByText('Sent to review.')).toBeVisible()
  await expect(headline(writer)).not.toBeEditable()
  const anna = await desk.signedIn('Anna Reed', 'editor')
  await anna.goto(address)
  await expect(anna.getByText('Please check the timetable.')).toBeVisible()
  await anna.getByLabel('Add a comment').fill('It is the winter timetable.')
  await anna.getByRole('button', { name: 'Comment' }).click()
  await expect(anna.getByRole('paragraph').filter({ hasText: 'It is the winter timetable.' })).toBeVisible()
  await anna.getByRole('button', { name: 'Return to the writer' }).click()
  await dialog(anna).getByRole('button', { name: 'Return to the writer' }).click()
  // Without a reload: the rights of an open room change with the state of the story.
  await expect(writer.getByRole('paragraph').filter({ hasText: 'It is the winter timetable.' })).toBeVisible()
  await expect(headline(writer)).toBeEditable()
  await headline(writer).fill('The last ferry')
  await saved(writer)
  await anna.reload()
  await publish(anna)
  await expect(headline(writer)).not.toBeEditable()
  await expect(headline(writer)).toHaveValue('The last ferry')
})

test('a user who is signed out loses nothing and continues after signing in elsewhere', async ({ desk }) => {
  const editor = await desk.addAccount('Anna Reed', 'editor')
  const page = await desk.pageFor(editor)
  await newStory(desk, page)
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await headline(page).fill(HEADLINE)
  await expect(page.getByText('Signed out, kept on this device')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in in another tab' })).toBeVisible()
  await page.context().addCookies(cookies)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await saved(page)
})

test('opening a story writes nothing to the store', async ({ desk }) => {
  const page = await desk.signedIn('Anna Reed', 'editor')
  const { id } = await demoStory(desk.paper, 'panda-diplomacy')
  const rowCounts = async () => [await desk.paper.db.$count(revisions), await desk.paper.db.$count(workingCopies)]
  const before = await rowCounts()
  await page.goto(`/admin/articles/${id}`)
  await expect(text(page)).toBeVisible()
  await page.getByRole('link', { name: 'Read it as readers do' }).focus()
  await page.keyboard.press('Control+S')
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
  expect(await rowCounts()).toEqual(before)
})
