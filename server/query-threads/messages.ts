/** What a query thread is started with. */
export interface QueryThreadData {
  /** The file of the store. */
  store: string
  /** Holds the number of the newest job that is no longer wanted; the thread looks before each statement. */
  unwanted: Int32Array<SharedArrayBuffer>
  /** How far below the serving thread the scheduler puts it, in steps of `nice`. */
  niceness: number
}

/** A query for the thread. Numbers go up with each job. */
export interface QueryJob {
  job: number
  name: string
  input: unknown
}

/** What the thread sends: that it is ready, with its number in the system (null where that has none), and the end of each job. */
export type QueryMessage =
  | { ready: number | null }
  | { job: number; answer: unknown }
  | { job: number; failed: QueryFailure }

/** An error that goes from one thread to another; its code says what the store or the file system refused. */
export interface QueryFailure {
  message: string
  stack?: string | undefined
  code?: string | undefined
}
