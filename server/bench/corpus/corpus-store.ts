import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { closeStore, openStore, storeFile, writingClient } from '@/db/store/open'
import { loadCorpus } from '@/server/bench/corpus/load-corpus'
import { holdsTexts } from '@/server/bench/corpus/source-texts'
import { scratchFolder } from '@/server/bench/site/scratch-folder'

/** An archive in a folder outside the clone, for every run that needs it. */
export interface Corpus {
  dataDir: string
  /** Whether its stories are made of the few texts of the demo edition, so that many have the headline of another. */
  isOfDemoWords: boolean
  count: number
  /** The bytes of the words of its stories, in UTF-8. */
  textBytes: number
  /** The bytes of its store. */
  storeBytes: number
}

interface Wanted {
  count: number
  /** Where archives are kept. */
  cache: string
  /** Where the texts are. */
  folder: string
  progress: (line: string) => void
}

/** Every archive is made with the same seed, so that two runs have the same one. */
const SEED = 1
const CACHE_KIB = 1_000_000
/** Written last: an archive without it was not loaded to its end. */
const FACTS = 'corpus.json'

/** The folder for archives: BENCH_CACHE, or one in the home of the user. */
export function corpusCache(env: NodeJS.ProcessEnv): string {
  return resolve(env.BENCH_CACHE ?? join(homedir(), '.cache/broadsheet-bench'))
}

/** The archive of `count` stories in the folder for archives, loaded when it is not there. */
export async function corpusOf(wanted: Wanted): Promise<Corpus> {
  const { count, cache, folder, progress } = wanted
  const isOfDemoWords = !holdsTexts(folder)
  if (isOfDemoWords) progress(`${folder} holds no texts; the words of the demo edition are recombined instead`)
  const dataDir = join(cache, isOfDemoWords ? `${count}-of-demo-words` : String(count))
  if (!existsSync(join(dataDir, FACTS))) await load({ ...wanted, dataDir })
  const { textBytes } = JSON.parse(readFileSync(join(dataDir, FACTS), 'utf8')) as { textBytes: number }
  return { dataDir, isOfDemoWords, count, textBytes, storeBytes: statSync(storeFile(dataDir)).size }
}

/** A copy of the archive for one run, in a folder that is gone when the bench ends: a run writes, and may migrate. */
export function copyForRun({ dataDir, count }: Corpus): string {
  const copy = mkdtempSync(join(scratchFolder(), `stories-${count}-`))
  copyFileSync(storeFile(dataDir), storeFile(copy), constants.COPYFILE_FICLONE)
  symlinkSync(resolve(dataDir, 'media'), join(copy, 'media'))
  return copy
}

async function load({ dataDir, count, cache, folder, progress }: Wanted & { dataDir: string }): Promise<void> {
  const unfinished = `${dataDir}-loading`
  rmSync(unfinished, { recursive: true, force: true })
  // The pictures are those of the demo edition, the same in every archive.
  mkdirSync(join(cache, 'pictures'), { recursive: true })
  mkdirSync(unfinished, { recursive: true })
  symlinkSync(join(cache, 'pictures'), join(unfinished, 'media'))
  const db = openStore(storeFile(unfinished))
  try {
    writingClient(db).pragma(`cache_size = -${CACHE_KIB}`)
    const { textBytes } = await loadCorpus(db, { dataDir: unfinished, count, seed: SEED, folder, progress })
    writeFileSync(join(unfinished, FACTS), JSON.stringify({ count, seed: SEED, textBytes }))
  } finally {
    await closeStore(db)
  }
  rmSync(dataDir, { recursive: true, force: true })
  renameSync(unfinished, dataDir)
}
