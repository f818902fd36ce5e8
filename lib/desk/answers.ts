import { z } from 'zod'

/** The answer of an address that has nothing to say but that it did what it was asked. */
export const emptyAnswer = z.strictObject({})

/** The input of an address that needs none. What is sent all the same is ignored. */
export const noInput = z.object({})

/** A positive whole number, as the store numbers its rows. */
export const rowId = z.int().positive()

/** The answer that names what was made. */
export const madeRow = z.strictObject({ id: rowId })

/** Milliseconds since 1970. */
export const epochMs = z.int()
