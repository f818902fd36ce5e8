import type { Distribution } from '@/lib/paper/site-settings'

type Purpose = keyof Distribution['aiCrawlers']

/**
 * Crawlers of artificial intelligence by the purpose for which they fetch pages, under the names that they look
 * for in robots.txt. Sources, as of November 2026:
 * - OpenAI: developers.openai.com/api/docs/bots
 * - Anthropic: support.claude.com/en/articles/8896518 (anthropic-ai and Claude-Web are names of earlier years)
 * - Google: developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers (Google-Extended is a name for
 *   robots.txt alone: what Googlebot fetched is then not trained on; it changes nothing in Search)
 * - Apple: support.apple.com/119829 (Applebot-Extended likewise)
 * - Amazon: developer.amazon.com/amazonbot
 * - Meta: developers.facebook.com/docs/sharing/webmasters/web-crawlers
 * - Mistral: docs.mistral.ai/robots
 * - Perplexity: docs.perplexity.ai/guides/bots
 * - Common Crawl: commoncrawl.org/ccbot; Ai2: allenai.org/crawler; DuckDuckGo: duckduckgo.com/duckduckbot
 * - Bytespider, cohere-training-data-crawler, Diffbot and the rest: the list of github.com/ai-robots-txt/ai.robots.txt
 *
 * Ordinary search engines (Googlebot, Bingbot, Applebot …) and the fetchers of link previews (facebookexternalhit) are
 * not among them and must never be listed here.
 */
export const AI_CRAWLERS: Record<Purpose, readonly string[]> = {
  training: [
    'GPTBot',
    'ClaudeBot',
    'anthropic-ai',
    'Claude-Web',
    'Google-Extended',
    'Applebot-Extended',
    'Amazonbot',
    'meta-externalagent',
    'MistralAI-Training',
    'CCBot',
    'AI2Bot',
    'Ai2Bot-Dolma',
    'Bytespider',
    'cohere-ai',
    'cohere-training-data-crawler',
    'Diffbot',
    'omgili',
    'PanguBot',
    'Webzio-Extended',
  ],
  search: ['OAI-SearchBot', 'Claude-SearchBot', 'PerplexityBot', 'Amzn-SearchBot', 'MistralAI-Index', 'DuckAssistBot'],
  visiting: [
    'ChatGPT-User',
    'Claude-User',
    'Perplexity-User',
    'MistralAI-User',
    'Amzn-User',
    'meta-externalfetcher',
    'Google-NotebookLM',
  ],
}
