import { defineConfig } from 'playwright/test'

const launchOptions = {
  ...(process.env.BROWSER && { executablePath: process.env.BROWSER }),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
}

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/testing/global-setup.ts',
  outputDir: 'test-results/browser',
  fullyParallel: false,
  // A test often waits for a server or a clock; a third worker uses the time.
  workers: 3,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: { launchOptions, locale: 'en-GB', timezoneId: 'Europe/London', colorScheme: 'light' },
  projects: [
    { name: 'reader', testMatch: /\.reader\.spec\.ts/, use: { javaScriptEnabled: false } },
    { name: 'reader-scripts', testMatch: /\.scripts\.spec\.ts/ },
    { name: 'site', testMatch: /\.site\.spec\.ts/ },
    // Each test of the desk has a store of its own, so those of one file may run beside each other.
    { name: 'desk', testMatch: /\.desk\.spec\.ts/, fullyParallel: true },
  ],
})
