import type { MadeMark } from '@/lib/pictures/paper-marks'
import type { CropOrder, MarkOrder, StoredFile, TakenPicture } from '@/lib/pictures/picture-maker'

/** What the process for pictures is asked to do. */
export type Job = { picture: string } | { avif: string } | { crop: CropOrder } | { mark: MarkOrder }

/** What a job leads to: a picture, the files in AVIF, or of a crop nothing. */
export type JobResult = TakenPicture | StoredFile[] | { mark: MadeMark } | null

/** What it answers: the result of the job with that number, or why it threw. */
export interface JobAnswer {
  job: number
  /** Of a crop, null. */
  done?: JobResult
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
