import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { instant } from '@/db/store/instant'
import { line, name } from '@/db/store/words'
import { ROLES } from '@/lib/accounts/permissions'

/*
 * The accounts of the desk and how they authenticate. The columns of all tables but the last are defined by better-auth
 * (its getAuthTables), with the plugins admin, twoFactor and passkey.
 */

export const users = sqliteTable(
  'users',
  {
    id: text().primaryKey(),
    name: name().notNull(),
    email: text().notNull().unique(),
    emailVerified: integer({ mode: 'boolean' }).notNull(),
    image: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** Whether the account is deactivated. */
    banned: integer({ mode: 'boolean' }).default(false),
    banReason: text(),
    banExpires: instant(),
    twoFactorEnabled: integer({ mode: 'boolean' }).default(false),
  },
  () => [check('users_role', sql.raw(`role in (${ROLES.map((role) => `'${role}'`).join(', ')})`))],
)

const ofUser = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    expiresAt: instant().notNull(),
    token: text().notNull().unique(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    userId: ofUser(),
    impersonatedBy: text(),
  },
  (table) => [index('sessions_by_user').on(table.userId)],
)

export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: ofUser(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    password: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index('accounts_by_user').on(table.userId)],
)

export const verifications = sqliteTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [index('verifications_by_identifier').on(table.identifier)],
)

export const twoFactors = sqliteTable(
  'two_factors',
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    userId: ofUser(),
    verified: integer({ mode: 'boolean' }).default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: instant(),
  },
  (table) => [index('two_factors_by_user').on(table.userId)],
)

export const passkeys = sqliteTable(
  'passkeys',
  {
    id: text().primaryKey(),
    name: line(),
    publicKey: text().notNull(),
    userId: ofUser(),
    credentialID: text().notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: integer({ mode: 'boolean' }).notNull(),
    transports: text(),
    createdAt: instant(),
    aaguid: text(),
  },
  (table) => [index('passkeys_by_user').on(table.userId), index('passkeys_by_credential').on(table.credentialID)],
)

export const rateLimits = sqliteTable('rate_limits', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: integer().notNull(),
})

/** One-time links: to set up the site, to join the desk, to choose another password. */
export const oneTimeLinks = sqliteTable(
  'one_time_links',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: ['setup', 'invitation', 'reset'] }).notNull(),
    /** SHA-256 of the secret in the address, in hex, so that the store does not reveal usable links. */
    secretHash: text().notNull(),
    /** The invited address, or that of the account whose password is reset; empty for the setup link. */
    email: text().notNull().default(''),
    name: line().notNull().default(''),
    role: text({ enum: ROLES }).notNull(),
    createdAt: instant().notNull(),
    /** The name of the person who created it. */
    createdBy: text().notNull(),
    /** The account of that person; null for a program, and for links from before this column. */
    createdById: text(),
    expiresAt: instant().notNull(),
    /** null until it is used. */
    usedAt: instant(),
    /** null unless it was revoked. */
    revokedAt: instant(),
  },
  (table) => [uniqueIndex('one_time_links_by_secret').on(table.secretHash)],
)
