import type { CropOrder, TakenPicture } from '@/lib/pictures/picture-maker'

/** What the process for pictures is asked to do. */
export type Job = { picture: string } | { crop: CropOrder }

/** What it answers: the result of the job with that number, or why it threw. */
export interface JobAnswer {
  job: number
  /** Of a crop, null. */
  taken?: TakenPicture | null
  failed?: Failure
  /** What the process holds in memory after the job. */
  rssBytes: number
}

/** An error that goes from one process to another; its code says what the file system refused. */
export interface Failure {
  message: string
  code?: string | undefined
  syscall?: string | undefined
}
