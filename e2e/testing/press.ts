import { expect, type Locator } from 'playwright/test'

/**
 * Presses a key on an element once it takes keys, as a person who waits for what they see. `Locator.press` alone sends
 * the key to a button that still waits for the scripts of its page, where it is lost.
 */
export async function press(target: Locator, key = 'Enter'): Promise<void> {
  await expect(target).toBeEnabled()
  await target.press(key)
}
