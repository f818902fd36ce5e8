import { customType } from 'drizzle-orm/sqlite-core'

/** An instant, stored as UTC milliseconds since 1970. */
export const instant = customType<{ data: Date; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (value) => value.getTime(),
  fromDriver: (value) => new Date(value),
})
