import type { Graph } from 'schema-dts'
import { scriptText } from '@/lib/json-ld/script-text'

/** The structured data of a page. */
export function JsonLd({ graph }: { graph: Graph }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape quotes, which no reader of JSON undoes
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptText(graph) }} />
}
