/** How long a draft that was thrown away can be had back. */
export const DELETED_KEPT_DAYS = 30
