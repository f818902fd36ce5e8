/**
 * What the files of a folder may import; no other place defines this. A file belongs to the deepest folder that is listed.
 * Read by lib/testing/imports.test.ts, explained in docs/contributing.md.
 */
export interface FolderRule {
  /** Other folders that files of this one may import; a folder may always import itself. */
  imports: readonly string[]
  /** Packages it may not import, by name; `node:` stands for everything of Node. */
  withoutPackages: readonly string[]
}

const FRAMEWORK = ['next', 'react', 'react-dom']
const STORE = ['drizzle-orm', 'better-sqlite3']
/** Packages that only the browser of an editor runs. */
const CLIENT = [
  '@tiptap',
  '@dnd-kit',
  '@base-ui',
  'better-auth/react',
  'better-auth/client',
  '@better-auth/passkey/client',
]

/** The folders of the store, lowest first: each may import those before it. */
const DB_FOLDERS = [
  'db/store',
  'db/audit',
  'db/pictures',
  'db/accounts',
  'db/deliveries',
  'db/revisions',
  'db/reading',
  'db/audience',
  'db/linking',
  'db/search',
  'db/addresses',
  'db/paper',
  'db/timelines',
  'db/editing',
  'db/comments',
  'db/publishing',
  'db/back-links',
  'db/planning',
  'db/front',
  'db/library',
]
/** Folders that may import all of these, but not each other. */
const DB_TOP_FOLDERS = ['db/desk', 'db/distribution', 'db/demo-edition']

const ALL_DB = [...DB_FOLDERS, ...DB_TOP_FOLDERS, 'db/threaded-queries']

export const IMPORT_TABLE: Readonly<Record<string, FolderRule>> = {
  lib: { imports: [], withoutPackages: [...FRAMEWORK, ...STORE, ...CLIENT, 'node:'] },
  ...Object.fromEntries(
    DB_FOLDERS.map((folder, place) => [
      folder,
      { imports: ['lib', ...DB_FOLDERS.slice(0, place)], withoutPackages: [...FRAMEWORK, ...CLIENT] },
    ]),
  ),
  ...Object.fromEntries(
    DB_TOP_FOLDERS.map((folder) => [
      folder,
      { imports: ['lib', ...DB_FOLDERS], withoutPackages: [...FRAMEWORK, ...CLIENT] },
    ]),
  ),
  'db/threaded-queries': {
    imports: ['lib', ...DB_FOLDERS, ...DB_TOP_FOLDERS],
    withoutPackages: [...FRAMEWORK, ...CLIENT],
  },
  // Pages of readers carry no framework runtime, and nothing of the desk.
  components: { imports: ['lib'], withoutPackages: ['next', ...STORE, ...CLIENT, 'node:'] },
  'components/desk': { imports: ['components', 'lib'], withoutPackages: ['next', ...STORE, 'node:'] },
  // `app` itself holds what binds the store and the clock to the pages.
  app: { imports: [...ALL_DB, 'lib'], withoutPackages: CLIENT },
  'app/_pages': { imports: ['app', 'components', ...ALL_DB, 'lib'], withoutPackages: CLIENT },
  'app/_machine': { imports: ['app', ...ALL_DB, 'lib'], withoutPackages: CLIENT },
  'app/_desk': { imports: ['app', 'components', 'components/desk', ...ALL_DB, 'lib'], withoutPackages: CLIENT },
  'app/_admin-api': { imports: ['app', 'app/_desk', ...ALL_DB, 'lib'], withoutPackages: CLIENT },
  'app/(site)': {
    imports: ['app', 'app/_pages', 'app/_machine', 'components', ...ALL_DB, 'lib'],
    withoutPackages: CLIENT,
  },
  'app/admin': {
    imports: ['app', 'app/_desk', 'app/_pages', 'components', 'components/desk', ...ALL_DB, 'lib'],
    withoutPackages: CLIENT,
  },
  'app/preview': {
    imports: ['app', 'app/_desk', 'app/_pages', 'components', 'components/desk', ...ALL_DB, 'lib'],
    withoutPackages: CLIENT,
  },
  'app/api': {
    imports: ['app', 'app/_admin-api', 'app/_desk', 'app/_machine', ...ALL_DB, 'lib'],
    withoutPackages: CLIENT,
  },
  server: { imports: [...ALL_DB, 'lib'], withoutPackages: ['react', 'react-dom', ...CLIENT] },
  e2e: { imports: [...ALL_DB, 'lib', 'server'], withoutPackages: [...FRAMEWORK, ...CLIENT] },
}

/** Folders that only tests may import, and what they may import themselves beside other testing folders. */
export const TESTING_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'lib/testing': ['lib'],
  'db/testing': ['lib', ...ALL_DB],
  'app/_admin-api/testing': ['lib', 'app', ...ALL_DB],
  // Tests of what holds for the addresses of every part of the site.
  'app/testing': ['app', 'app/_pages', 'app/(site)', 'app/admin', 'app/api', ...ALL_DB, 'lib'],
  'server/testing': ['lib', ...ALL_DB, 'server'],
}
