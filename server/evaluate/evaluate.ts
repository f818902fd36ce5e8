import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { commandOptions } from '@/server/commands/command-options'
import { type Evaluation, evaluateCorpus, type Reached } from '@/server/evaluate/evaluate-corpus'

/** Where the corpora stand that a run without `--corpus` takes. */
const FOLDER = '../shared/data/related'
const CORPORA = ['digital-gov', 'ecbplus', 'uci-headlines']

/**
 * `npm run evaluate`: how well the engine of related stories and the baselines find the related documents of a corpus.
 * `--corpus FILE` takes a file of JSON lines, gzip or not; without it, those of ../shared/data/related. `--json` prints one
 * JSON object. Progress goes to standard error. Exit status 0 when something was measured, 1 otherwise.
 */
async function evaluate(args: string[]): Promise<void> {
  const { json: isJson, corpus: file } = commandOptions(args, { json: { type: 'boolean' }, corpus: { type: 'string' } })
  const files = file === undefined ? CORPORA.map((name) => resolve(FOLDER, `${name}.jsonl.gz`)) : [resolve(file)]
  const results: Evaluation[] = []
  for (const one of files) {
    if (existsSync(one)) results.push(await evaluateCorpus(one, report))
    else report(`${one} is not there`)
  }
  if (isJson && file !== undefined) console.log(JSON.stringify(results[0] ?? {}))
  else if (isJson) console.log(JSON.stringify({ corpora: results }))
  else console.log(results.map(asTable).join('\n\n'))
  process.exitCode = results.length ? 0 : 1
}

function asTable(evaluation: Evaluation): string {
  const { engine, cold, learned, difference, bestBaseline } = evaluation
  const rows: [string, Reached][] = [
    ['engine, earlier links', engine],
    ['engine, without links', cold],
    [`engine, learned ${learned.trained}`, learned],
    ...Object.entries(evaluation.baselines),
  ]
  const three = (value: number) => value.toFixed(3)
  const head = `${'ranking'.padEnd(52)} hit@1 hit@5   P@5   MRR nDCG@5 (95 %)        nDCG@10  ms p50/p95`
  const lines = rows.map(([name, { hit1, hit5, p5, mrr, ndcg5, ndcg10, interval, msP50, msP95 }]) =>
    [
      name.padEnd(52),
      ...[hit1, hit5, p5, mrr].map(three),
      `${three(ndcg5)} [${interval.ndcg5.map(three).join(', ')}]`,
      `  ${three(ndcg10)}`,
      msP95 === undefined ? '' : `  ${msP50?.toFixed(1)} / ${msP95.toFixed(1)}`,
    ].join(' '),
  )
  const differences = (['engine', 'cold', 'learned'] as const).map((name) => {
    const { ndcg5, interval } = difference[name]
    return `${name} less “${bestBaseline}”, nDCG@5: ${three(ndcg5)} [${interval.map(three).join(', ')}]`
  })
  const share = Math.round((100 * evaluation.indexBytes) / Math.max(1, evaluation.textBytes))
  return [
    `${evaluation.corpus}: ${evaluation.documents} documents, ${evaluation.queries} of ${evaluation.queriesInCorpus} queries`,
    ...[head, ...lines, ...differences],
    ...timelinesLine(evaluation.timelines),
    `index: ${evaluation.indexBytes} bytes for ${evaluation.textBytes} of text (${share} %)`,
  ].join('\n')
}

function timelinesLine(found: Evaluation['timelines']): string[] {
  if (!found) return []
  const { groups, pure, precision, recall } = found
  return [
    `timelines: ${groups} found, ${pure} of one event alone; two stories of one: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  ]
}

/** Progress goes to standard error, apart from the figures. */
function report(line: string): void {
  console.error(`… ${line}`)
}

try {
  await evaluate(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
