import type { Page } from 'playwright/test'
import { violations } from '@/e2e/testing/accessibility'
import { authenticatorCode } from '@/e2e/testing/authenticator'
import { Desk, expect, PASSWORD, test } from '@/e2e/testing/desk'
import { Paper } from '@/e2e/testing/paper'
import { MailServer } from '@/lib/testing/mail-server'

const setupLink = (paper: Paper) => /\S+\/admin\/setup\/\S+/.exec(paper.output)?.[0] ?? ''

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function expectNoViolations(page: Page): Promise<void> {
  expect(await violations(page), page.url()).toEqual([])
}

// A server prints its setup link once, at its start.
test.describe('a paper without an account', () => {
  test.use({ needsOwnServer: true })

  test('each start prints a new setup link until an account was created through it, with the keyboard alone [setup-link]', async ({
    desk,
  }) => {
    const before = setupLink(desk.paper)
    await desk.paper.stop()
    await desk.paper.run()
    expect(setupLink(desk.paper)).not.toBe(before)
    const page = await desk.pageFor(null)
    await page.goto(before)
    await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
    await page.goto('/admin/account')
    await expect(page.getByRole('heading', { name: 'Nobody has an account yet' })).toBeVisible()

    await page.goto(setupLink(desk.paper))
    await expectNoViolations(page)
    await page.getByLabel('E-mail').focus()
    await page.keyboard.type('ines@observer.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ines Dahl')
    await page.keyboard.press('Tab')
    await page.keyboard.type('too short')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Choose a password of at least 12 characters.')).toBeVisible()
    await expect(page.getByLabel('Password')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/admin')
    await page.goto('/admin/people')
    await expect(page.getByRole('row', { name: 'Ines Dahl (you) ines@observer.example Admin' })).toBeVisible()

    await page.goto(setupLink(desk.paper))
    await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
    await desk.paper.stop()
    await desk.paper.run()
    expect(desk.paper.output).toContain('/admin')
    expect(setupLink(desk.paper)).toBe('')
  })
})

test('a signed-out user is redirected to the sign-in page, and back to the requested page afterwards [desk-address] [sign-in-fields]', async ({
  desk,
}) => {
  await desk.addAccount('Ines Dahl', 'admin')
  const page = await desk.pageFor(null)
  const answer = await page.request.get('/admin/people', { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([307, '/admin/sign-in?to=%2Fadmin%2Fpeople'])

  await page.goto('/admin/people')
  await expectNoViolations(page)
  await signIn(page, 'Ines@Observer.example')
  await page.waitForURL('**/admin/people')
  expect((await page.request.get('/admin/sign-in', { maxRedirects: 0 })).status()).toBe(307)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/admin/sign-in**')
  await page.goto('/admin/people')
  await page.waitForURL('**/admin/sign-in?to=**')
})

test('a wrong password and an unknown e-mail get the same message, and the sixth attempt must wait', async ({
  desk,
}) => {
  const ines = await desk.addAccount('Ines Dahl', 'admin')
  const page = await desk.pageFor(null)
  await page.goto('/admin/sign-in')
  for (const email of [ines.email, 'nobody@observer.example', 'not an address', '', ines.email]) {
    const answer = page.waitForResponse('**/sign-in/email')
    await signIn(page, email, 'a wrong password')
    expect([400, 401]).toContain((await answer).status())
    await expect(page.getByText('This e-mail and password do not fit together.')).toBeVisible()
  }
  const answer = page.waitForResponse('**/sign-in/email')
  await signIn(page, ines.email)
  expect((await answer).status()).toBe(429)
  await expect(page.getByText('Too many tries. Please wait a while and try again.')).toBeVisible()
})

test('an invited user joins with the role of the invitation', async ({ desk }) => {
  const admin = await desk.signedIn('Ines Dahl', 'admin')
  await admin.goto('/admin/people')
  await expectNoViolations(admin)
  await admin.getByRole('button', { name: 'Invite somebody' }).click()
  await admin.getByLabel('E-mail').fill('omar@observer.example')
  await admin.getByLabel('Name').fill('Omar Lind')
  await admin.getByLabel('Role').selectOption('editor')
  await expectNoViolations(admin)
  await admin.getByRole('button', { name: 'Make the invitation' }).click()
  const link = await admin.getByLabel('Invitation link').inputValue()
  await admin.getByRole('button', { name: 'Close' }).click()
  await expect(admin.getByRole('region', { name: 'Open invitations' }).getByText('Omar Lind')).toBeVisible()

  const guest = await desk.pageFor(null)
  await guest.goto(link)
  await expectNoViolations(guest)
  await guest.getByLabel('Password').fill('seven grey herons')
  await guest.getByRole('button', { name: 'Join' }).click()
  await guest.waitForURL('**/admin')
  await guest.goto('/admin/account')
  await expect(guest.getByRole('link', { name: 'People' })).toHaveCount(0)
  expect((await guest.request.get('/admin/people')).status()).toBe(403)

  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
  await admin.reload()
  await expect(admin.getByRole('region', { name: 'Open invitations' })).toHaveCount(0)
})

test('a revoked invitation creates no account', async ({ desk }) => {
  const admin = await desk.signedIn('Ines Dahl', 'admin')
  const response = await admin.request.post('/api/desk/people/invitations', {
    data: { email: 'omar@observer.example', name: 'Omar Lind', role: 'editor' },
    headers: { origin: desk.paper.url },
  })
  const { url }: { url: string } = await response.json()
  await admin.goto('/admin/people')
  await admin.getByRole('button', { name: 'Revoke the invitation of Omar Lind' }).click()
  await expect(admin.getByRole('region', { name: 'Open invitations' })).toHaveCount(0)
  const guest = await desk.pageFor(null)
  await guest.goto(url)
  await expect(guest.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
})

test('an admin creates a link for a new password; using it ends every session of the user', async ({ desk }) => {
  const admin = await desk.signedIn('Ines Dahl', 'admin')
  const omar = await desk.addAccount('Omar Lind', 'editor')
  const before = await desk.pageFor(omar)
  await admin.goto('/admin/people')
  await admin.getByRole('button', { name: 'Manage Omar Lind' }).click()
  await expectNoViolations(admin)
  await admin.getByRole('button', { name: 'Make a password link' }).click()
  const link = await admin.getByLabel('Link to another password').inputValue()

  const page = await desk.pageFor(null)
  await page.goto(link)
  await expectNoViolations(page)
  await page.getByLabel('New password').fill('seven grey herons')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.waitForURL('**/admin/sign-in**')
  await expect(page.getByText('Your password is changed')).toBeVisible()
  await signIn(page, omar.email)
  await expect(page.getByText('This e-mail and password do not fit together.')).toBeVisible()
  await signIn(page, omar.email, 'seven grey herons')
  await page.waitForURL('**/admin')
  await before.goto('/admin/account')
  await before.waitForURL('**/admin/sign-in**')
})

test('a deactivated user is signed out at once, and may sign in when reactivated', async ({ desk }) => {
  const admin = await desk.signedIn('Ines Dahl', 'admin')
  const omar = await desk.addAccount('Omar Lind', 'editor')
  const editor = await desk.pageFor(omar)
  await editor.goto('/admin/account')
  await admin.goto('/admin/people')
  await admin.getByRole('button', { name: 'Manage Omar Lind' }).click()
  await admin.getByRole('button', { name: 'Deactivate' }).click()
  await expect(admin.getByRole('row', { name: /Omar Lind/ }).getByText('Deactivated')).toBeVisible()
  await editor.reload()
  await editor.waitForURL('**/admin/sign-in**')
  await signIn(editor, omar.email)
  await expect(editor.getByText('This e-mail and password do not fit together.')).toBeVisible()

  await admin.getByRole('button', { name: 'Manage Omar Lind' }).click()
  await admin.getByRole('button', { name: 'Reactivate' }).click()
  await expect(admin.getByRole('row', { name: /Omar Lind/ }).getByText('Deactivated')).toHaveCount(0)
  await signIn(editor, omar.email)
  await editor.waitForURL('**/admin/account')
})

test('the only admin keeps the role', async ({ desk }) => {
  const admin = await desk.signedIn('Ines Dahl', 'admin')
  await admin.goto('/admin/people')
  await admin.getByRole('button', { name: 'Manage Ines Dahl' }).click()
  await expect(admin.getByRole('button', { name: 'Deactivate' })).toHaveCount(0)
  await admin.getByLabel('Role').selectOption('editor')
  await admin.getByRole('button', { name: 'Change role' }).click()
  await expect(admin.getByText('Ines Dahl is the only admin. Make somebody else an admin first.')).toBeVisible()
})

test('a user sees their own sessions and ends one', async ({ desk }) => {
  const omar = await desk.addAccount('Omar Lind', 'editor')
  const laptop = await desk.pageFor(omar)
  const phone = await desk.pageFor(omar)
  const library = await desk.pageFor(omar)
  await laptop.goto('/admin/account')
  await expectNoViolations(laptop)
  const sessions = laptop.getByRole('region', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(3)
  await laptop
    .getByRole('button', { name: /^End session/ })
    .first()
    .click()
  await expect(sessions).toHaveCount(2)
  await laptop.getByRole('button', { name: 'End all others' }).click()
  await expect(sessions).toHaveCount(1)
  for (const ended of [phone, library]) {
    await ended.goto('/admin/account')
    await ended.waitForURL('**/admin/sign-in**')
  }
})

test('changing the password needs the present one and ends the other sessions', async ({ desk }) => {
  const omar = await desk.addAccount('Omar Lind', 'editor')
  const [page, other] = [await desk.pageFor(omar), await desk.pageFor(omar)]
  await page.goto('/admin/account')
  const change = async (current: string) => {
    await page.getByLabel('Current password').fill(current)
    await page.getByLabel('New password').fill('seven grey herons')
    await page.getByRole('button', { name: 'Change password' }).click()
  }
  await change('a wrong password')
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await change(PASSWORD)
  await expect(page.getByText('Your password is changed')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Omar Lind' })).toBeVisible()
  await other.goto('/admin/account')
  await other.waitForURL('**/admin/sign-in**')
})

test('an authenticator adds a second factor, and each backup code replaces it once', async ({ desk }) => {
  const omar = await desk.addAccount('Omar Lind', 'editor')
  const page = await desk.pageFor(omar)
  await page.goto('/admin/account')
  await page.getByRole('button', { name: 'Set up a second step' }).click()
  await page.getByRole('dialog').getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('img', { name: 'The key as a QR code' })).toBeVisible()
  await expectNoViolations(page)
  const key = ((await page.getByText(/^Key: /).textContent()) ?? '').slice(5).replaceAll(' ', '')
  await page.getByLabel('Code', { exact: true }).fill(authenticatorCode(key))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText(/^The second step is on/)).toBeFocused()
  const codes = await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allTextContents()
  expect(codes.length).toBeGreaterThanOrEqual(8)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByRole('button', { name: 'Turn off the second step' })).toBeVisible()

  const withApp = await desk.pageFor(null)
  await withApp.goto('/admin/sign-in?to=/admin/account')
  await signIn(withApp, omar.email)
  await expect(withApp.getByLabel('Code', { exact: true })).toBeFocused()
  await expectNoViolations(withApp)
  expect((await withApp.request.get('/admin/account', { maxRedirects: 0 })).status()).toBe(307)
  await withApp.getByLabel('Code', { exact: true }).fill('000000')
  await withApp.getByRole('button', { name: 'Sign in' }).click()
  await expect(withApp.getByText(/^This code is not right/)).toBeVisible()
  await withApp.getByLabel('Code', { exact: true }).fill(authenticatorCode(key))
  await withApp.getByRole('button', { name: 'Sign in' }).click()
  await withApp.waitForURL('**/admin/account')

  for (const [tries, outcome] of [codes[0], codes[0]].entries()) {
    const withCode = await desk.pageFor(null)
    await withCode.goto('/admin/sign-in?to=/admin/account')
    await signIn(withCode, omar.email)
    await withCode.getByRole('button', { name: 'Use a backup code' }).click()
    await withCode.getByLabel('Backup code').fill(outcome ?? '')
    await withCode.getByRole('button', { name: 'Sign in' }).click()
    if (tries === 0) await withCode.waitForURL('**/admin/account')
    else await expect(withCode.getByText('This is not one of your unused backup codes.')).toBeVisible()
  }
})

test('a user signs in with a passkey instead of a password', async ({ browser }) => {
  // Passkeys need a host name, not an IP address.
  const paper = await Paper.start({ host: 'localhost' })
  const desk = new Desk(paper, browser)
  const page = await desk.signedIn('Omar Lind', 'editor')
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto('/admin/account')
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('The laptop')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(passkeys.getByText('The laptop')).toBeVisible()

  await passkeys.getByRole('button', { name: 'Rename The laptop' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('The old laptop')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(passkeys.getByText('The old laptop')).toBeVisible()

  // The browser offers the passkey by itself; it was just chosen when the button is pressed.
  const verified = '**/api/auth/passkey/verify-authentication'
  let pressed = () => {}
  const isPressed = new Promise<void>((resolve) => {
    pressed = resolve
  })
  await page.route(verified, async (route) => {
    await isPressed
    await route.continue()
  })
  const isChosen = page.waitForRequest(verified)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await isChosen
  const entered = page.waitForURL((url) => url.pathname === '/admin')
  // A second challenge would take the place of the one that was just answered.
  const another = page.waitForResponse('**/generate-authenticate-options', { timeout: 1000 }).catch(() => null)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await another
  pressed()
  await entered
  await page.unroute(verified)

  await page.goto('/admin/account')
  await passkeys.getByRole('button', { name: 'Remove The old laptop' }).click()
  await expect(passkeys.getByRole('listitem')).toHaveCount(0)
  await desk.close()
  await paper.close()
})

test('with a mail server, invitations are mailed and a password reset can be requested, with the same answer for known and unknown addresses', async ({
  browser,
}) => {
  const letters = await MailServer.open()
  const env = { SMTP_URL: letters.url, MAIL_FROM: 'The Broadsheet <desk@observer.example>' }
  const paper = await Paper.start({ env })
  const desk = new Desk(paper, browser)
  const admin = await desk.signedIn('Ines Dahl', 'admin')
  const response = await admin.request.post('/api/desk/people/invitations', {
    data: { email: 'omar@observer.example', name: 'Omar Lind', role: 'editor' },
    headers: { origin: paper.url },
  })
  const { url, mailed }: { url: string; mailed: boolean } = await response.json()
  expect(mailed).toBe(true)
  expect(await letters.next('omar@observer.example')).toContain(url)

  const page = await desk.pageFor(null)
  await page.goto('/admin/sign-in')
  await page.getByRole('link', { name: 'I forgot my password' }).click()
  await expectNoViolations(page)
  for (const email of ['nobody@observer.example', 'ines@observer.example']) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect(page.getByText(`If somebody here has the e-mail ${email}, a link is on its way.`)).toBeVisible()
  }
  const letter = await letters.next('ines@observer.example')
  expect(letters.count).toBe(2)
  await page.goto(/\S+\/admin\/reset\/\S+/.exec(letter)?.[0] ?? '')
  await page.getByLabel('New password').fill('seven grey herons')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.waitForURL('**/admin/sign-in**')
  await signIn(page, 'ines@observer.example', 'seven grey herons')
  await page.waitForURL('**/admin')
  await desk.close()
  await paper.close()
  await letters.close()
})

test('without a mail server no password reset can be requested by mail', async ({ desk }) => {
  const page = await desk.pageFor(null)
  expect((await page.request.get('/admin/forgotten')).status()).toBe(404)
  const response = await page.request.post('/api/desk/entrance/forgotten', {
    data: { email: 'ines@observer.example' },
    headers: { origin: desk.paper.url },
  })
  expect(response.status()).toBe(404)
})
