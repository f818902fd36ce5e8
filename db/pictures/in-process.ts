import { writeMark } from '@/db/pictures/paper-marks'
import { writeCrop } from '@/db/pictures/picture-crops'
import { writeAvif, writePicture } from '@/db/pictures/picture-files'
import type { PictureMaker } from '@/lib/pictures/picture-maker'

/** Makes pictures in the present process: what the process for pictures does, and tests. */
export function inProcess(dataDir: string): PictureMaker {
  return {
    picture: (file) => writePicture(dataDir, file),
    avif: (original) => writeAvif(dataDir, original),
    mark: (order) => writeMark(dataDir, order),
    crop: (order) => writeCrop(dataDir, order),
  }
}
