import { resolve } from 'node:path'
import { CompressedFiles } from '@/server/http/compressed-files'
import { compressedFolder, compressStaticFiles, staticFolders } from '@/server/http/static-files'

/** The last step of the build. */
const root = resolve('.')
await compressStaticFiles(staticFolders(root), new CompressedFiles(compressedFolder(root)))
