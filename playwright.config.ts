import { defineConfig } from 'playwright/test'

const launchOptions = {
  ...(process.env.BROWSER && { executablePath: process.env.BROWSER }),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
}

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/testing/demo-data.ts',
  outputDir: 'test-results/browser',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: { launchOptions, locale: 'en-GB', timezoneId: 'Europe/London', colorScheme: 'light' },
  projects: [
    { name: 'reader', testMatch: /\.reader\.spec\.ts/, use: { javaScriptEnabled: false } },
    { name: 'reader-scripts', testMatch: /\.scripts\.spec\.ts/ },
    { name: 'site', testMatch: /\.site\.spec\.ts/ },
    { name: 'desk', testMatch: /\.desk\.spec\.ts/ },
  ],
})
