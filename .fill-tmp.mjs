var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// ../../tmp/fill.ts
import { mkdtempSync, readdirSync } from "node:fs";
import { join as join5 } from "node:path";

// db/open.ts
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import { max, sql as sql2 } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";

// db/schema.ts
var schema_exports = {};
__export(schema_exports, {
  articleTopics: () => articleTopics,
  articles: () => articles,
  authors: () => authors,
  bylines: () => bylines,
  corrections: () => corrections,
  demoItems: () => demoItems,
  links: () => links,
  media: () => media,
  placements: () => placements,
  redirects: () => redirects,
  revisions: () => revisions,
  sections: () => sections,
  settings: () => settings,
  staleness: () => staleness,
  standingPages: () => standingPages,
  topics: () => topics
});
import { sql } from "drizzle-orm";
import {
  check,
  customType,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex
} from "drizzle-orm/sqlite-core";

// lib/article.ts
var ARTICLE_KINDS = ["news", "analysis", "opinion", "feature", "interview", "review", "explainer"];
var ARTICLE_STATES = ["draft", "in-review", "scheduled", "published", "withdrawn"];

// db/schema.ts
var instant = customType({
  dataType: () => "integer",
  toDriver: (value) => value.getTime(),
  fromDriver: (value) => new Date(value)
});
var settings = sqliteTable(
  "settings",
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    tagline: text().notNull(),
    language: text().notNull(),
    timeZone: text().notNull(),
    organisation: text({ mode: "json" }).$type().notNull()
  },
  (table2) => [check("settings_one_row", sql`${table2.id} = 1`)]
);
var sections = sqliteTable(
  "sections",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** null at the top of the tree. */
    parentId: integer().references(() => sections.id),
    /** Place among its siblings. */
    position: integer().notNull()
  },
  (table2) => [index("sections_by_parent").on(table2.parentId, table2.position)]
);
var topics = sqliteTable("topics", {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text().notNull().default("")
});
var authors = sqliteTable("authors", {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  name: text().notNull(),
  role: text().notNull().default(""),
  bio: text().notNull().default(""),
  /** null without a portrait. */
  portraitId: integer().references(() => media.id)
});
var media = sqliteTable("media", {
  id: integer().primaryKey({ autoIncrement: true }),
  alt: text().notNull(),
  caption: text().notNull().default(""),
  credit: text().notNull().default(""),
  widthPx: integer().notNull(),
  heightPx: integer().notNull(),
  /** The point that every crop keeps, as shares of width and height. */
  focalX: real().notNull().default(0.5),
  focalY: real().notNull().default(0.5),
  /** The file as it came, below DATA_DIR/media. */
  original: text().notNull(),
  files: text({ mode: "json" }).$type().notNull(),
  createdAt: instant().notNull()
});
var articles = sqliteTable(
  "articles",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    state: text({ enum: ARTICLE_STATES }).notNull(),
    kind: text({ enum: ARTICLE_KINDS }).notNull(),
    headline: text().notNull(),
    kicker: text().notNull(),
    standfirst: text().notNull(),
    body: text({ mode: "json" }).$type().notNull(),
    slug: text().notNull(),
    sectionId: integer().notNull().references(() => sections.id),
    dateline: text().notNull(),
    language: text().notNull(),
    /** null without a lead image. */
    leadMediaId: integer().references(() => media.id),
    seoTitle: text(),
    seoDescription: text(),
    createdAt: instant().notNull(),
    /** The last save of any kind. */
    savedAt: instant().notNull(),
    /** First publication; in the future while scheduled; null until either. */
    publishedAt: instant(),
    /** Last update or correction that readers are told about; null when there was none. */
    updatedAt: instant(),
    /** Nothing may be public before it; null without an embargo. */
    embargoUntil: instant(),
    /** From here on the article is withdrawn; null while no end is set. */
    withdrawnAt: instant(),
    /** What readers of the withdrawn article are told. */
    withdrawalReason: text().notNull().default(""),
    /** Counts saves, from 1. */
    version: integer().notNull()
  },
  (table2) => [
    index("articles_by_publication").on(table2.publishedAt, table2.id),
    index("articles_by_section").on(table2.sectionId, table2.publishedAt, table2.id),
    index("articles_by_withdrawal").on(table2.withdrawnAt).where(sql`${table2.withdrawnAt} is not null`),
    check("articles_state", sql.raw(`state in (${ARTICLE_STATES.map((state) => `'${state}'`).join(", ")})`)),
    check("articles_kind", sql.raw(`kind in (${ARTICLE_KINDS.map((kind) => `'${kind}'`).join(", ")})`)),
    check(
      "articles_published_has_instant",
      sql.raw("state in ('draft', 'in-review', 'withdrawn') or published_at is not null")
    ),
    check("articles_withdrawn_has_instant", sql.raw("state <> 'withdrawn' or withdrawn_at is not null")),
    check(
      "articles_embargo_kept",
      sql.raw("embargo_until is null or published_at is null or published_at >= embargo_until")
    ),
    check(
      "articles_never_updated_before_published",
      sql.raw("updated_at is null or published_at is null or updated_at >= published_at")
    )
  ]
);
var articleTopics = sqliteTable(
  "article_topics",
  {
    articleId: integer().notNull().references(() => articles.id, { onDelete: "cascade" }),
    topicId: integer().notNull().references(() => topics.id),
    position: integer().notNull()
  },
  (table2) => [
    primaryKey({ columns: [table2.articleId, table2.topicId] }),
    index("article_topics_by_topic").on(table2.topicId)
  ]
);
var bylines = sqliteTable(
  "bylines",
  {
    articleId: integer().notNull().references(() => articles.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    /** null for a name without a profile page. */
    authorId: integer().references(() => authors.id),
    /** The name of a byline without a profile page; null when authorId names the author. */
    name: text()
  },
  (table2) => [
    primaryKey({ columns: [table2.articleId, table2.position] }),
    index("bylines_by_author").on(table2.authorId),
    check("bylines_author_or_name", sql.raw("(author_id is null) <> (name is null)"))
  ]
);
var links = sqliteTable(
  "links",
  {
    sourceId: integer().notNull().references(() => articles.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    targetId: integer().notNull().references(() => articles.id),
    place: text({ enum: ["text", "also-read", "related-news"] }).notNull(),
    elementId: text().notNull()
  },
  (table2) => [primaryKey({ columns: [table2.sourceId, table2.position] }), index("links_by_target").on(table2.targetId)]
);
var revisions = sqliteTable(
  "revisions",
  {
    articleId: integer().notNull().references(() => articles.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    snapshot: text({ mode: "json" }).$type().notNull(),
    savedAt: instant().notNull(),
    /** Who saved, as the newsroom knows them. */
    savedBy: text().notNull(),
    /** Why, in the newsroom's verb: written, published, renamed, corrected, withdrawn … */
    reason: text().notNull()
  },
  (table2) => [primaryKey({ columns: [table2.articleId, table2.version] })]
);
var corrections = sqliteTable(
  "corrections",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    articleId: integer().notNull().references(() => articles.id, { onDelete: "cascade" }),
    note: text().notNull(),
    correctedAt: instant().notNull()
  },
  (table2) => [
    index("corrections_by_article").on(table2.articleId, table2.correctedAt),
    index("corrections_by_instant").on(table2.correctedAt, table2.id)
  ]
);
var redirects = sqliteTable(
  "redirects",
  {
    /** The path in canonical spelling (lib/paths.ts), unencoded query excluded. */
    fromPath: text().primaryKey(),
    /** The article it leads to; null when toPath says where. */
    articleId: integer().references(() => articles.id, { onDelete: "cascade" }),
    /** A path of this site; null when articleId says where. */
    toPath: text(),
    createdAt: instant().notNull()
  },
  () => [check("redirects_one_target", sql.raw("(article_id is null) <> (to_path is null)"))]
);
var placements = sqliteTable(
  "placements",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    slot: text({ enum: ["strip", "lead", "second", "band"] }).notNull(),
    /** The label of a strip or the name of a band; rows of one band share it. Empty elsewhere. */
    label: text().notNull().default(""),
    position: integer().notNull(),
    articleId: integer().notNull().references(() => articles.id, { onDelete: "cascade" }),
    startsAt: instant().notNull(),
    /** The instant at which the place is free again; null for until replaced. */
    endsAt: instant()
  },
  (table2) => [
    uniqueIndex("placements_one_place").on(table2.slot, table2.label, table2.position),
    index("placements_by_article").on(table2.articleId)
  ]
);
var standingPages = sqliteTable("standing_pages", {
  slug: text({ enum: ["about", "contact", "ethics"] }).primaryKey(),
  headline: text().notNull(),
  body: text({ mode: "json" }).$type().notNull(),
  savedAt: instant().notNull()
});
var staleness = sqliteTable(
  "staleness",
  {
    tag: text().primaryKey(),
    seq: integer().notNull(),
    staleAt: instant().notNull()
  },
  (table2) => [index("staleness_by_seq").on(table2.seq)]
);
var demoItems = sqliteTable(
  "demo_items",
  {
    kind: text({
      enum: ["settings", "section", "topic", "author", "media", "article", "placement", "standing-page"]
    }).notNull(),
    itemId: text().notNull(),
    /** Hash of the row as it was filled in. */
    fingerprint: text().notNull()
  },
  (table2) => [primaryKey({ columns: [table2.kind, table2.itemId] })]
);

// db/open.ts
var writers = /* @__PURE__ */ new WeakMap();
var transactions = /* @__PURE__ */ new WeakSet();
var MIGRATIONS = resolve("db/migrations");
function openDb(file, committed = async () => {
}) {
  mkdirSync(dirname(file), { recursive: true });
  const writing = connection(new Sqlite(file));
  migrate(writing, { migrationsFolder: MIGRATIONS });
  const reading = connection(new Sqlite(file));
  reading.$client.pragma("query_only = ON");
  writers.set(reading, { db: writing, last: Promise.resolve(), committed });
  return reading;
}
function storeFile(dataDir) {
  return join(dataDir, "broadsheet.sqlite");
}
async function closeDb(db2) {
  const writer = writers.get(db2);
  await writer?.last.catch(() => {
  });
  writer?.db.$client.pragma("wal_checkpoint(TRUNCATE)");
  if (writer && writer.db !== db2) writer.db.$client.close();
  db2.$client.close();
}
async function inTransaction(db2, work) {
  if (transactions.has(db2)) return work(db2);
  const writer = writers.get(db2);
  if (!writer) throw new Error("this connection has no writer: open it with openDb");
  const turn = writer.last.catch(() => {
  }).then(() => transact(writer, work));
  writer.last = turn;
  return turn;
}
async function transact(writer, work) {
  const tx = drizzle(writer.db.$client, { schema: schema_exports, casing: "snake_case" });
  const { $client } = tx;
  $client.exec("begin immediate");
  transactions.add(tx);
  try {
    const answer = await work(tx);
    $client.exec("commit");
    await writer.committed();
    return answer;
  } catch (error) {
    if ($client.inTransaction) $client.exec("rollback");
    throw error;
  } finally {
    transactions.delete(tx);
  }
}
async function expire(tx, tags2, now) {
  const stale = [...new Set(tags2)];
  if (!stale.length) return;
  const [row] = await tx.select({ seq: max(staleness.seq) }).from(staleness);
  const seq = (row?.seq ?? 0) + 1;
  await tx.insert(staleness).values(stale.map((tag) => ({ tag, seq, staleAt: now }))).onConflictDoUpdate({
    target: staleness.tag,
    set: { seq, staleAt: sql2`excluded.stale_at` }
  });
}
function connection(client) {
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("foreign_keys = ON");
  client.pragma("busy_timeout = 5000");
  return drizzle(client, { schema: schema_exports, casing: "snake_case" });
}

// db/demo-edition/fill.ts
import { readFile } from "node:fs/promises";
import { join as join4, resolve as resolve2 } from "node:path";

// db/demo-edition/demo-item.ts
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
async function demoItemState(db2, kind, itemId) {
  const id = Number(itemId);
  switch (kind) {
    case "article": {
      const [row] = await db2.select({ name: articles.headline, version: articles.version }).from(articles).where(eq(articles.id, id));
      return row ? { name: row.name, fingerprint: hashOf([row.version]) } : null;
    }
    case "section": {
      const [row] = await db2.select().from(sections).where(eq(sections.id, id));
      return row ? { name: row.name, fingerprint: hashOf([row.slug, row.name, row.description, row.parentId, row.position]) } : null;
    }
    case "topic": {
      const [row] = await db2.select().from(topics).where(eq(topics.id, id));
      return row ? { name: row.name, fingerprint: hashOf([row.slug, row.name, row.description]) } : null;
    }
    case "author": {
      const [row] = await db2.select().from(authors).where(eq(authors.id, id));
      return row ? { name: row.name, fingerprint: hashOf([row.slug, row.name, row.role, row.bio, row.portraitId]) } : null;
    }
    case "media": {
      const [row] = await db2.select().from(media).where(eq(media.id, id));
      if (!row) return null;
      const { alt, caption, credit: credit2, focalX, focalY, original } = row;
      return { name: alt, fingerprint: hashOf([alt, caption, credit2, focalX, focalY, original]) };
    }
    case "placement": {
      const [row] = await db2.select().from(placements).where(eq(placements.id, id));
      if (!row) return null;
      const { slot, label, position, articleId: articleId2, startsAt, endsAt } = row;
      return {
        name: label || slot,
        fingerprint: hashOf([slot, label, position, articleId2, startsAt.getTime(), endsAt?.getTime() ?? null])
      };
    }
    case "standing-page": {
      const rows = await db2.select().from(standingPages);
      const row = rows.find(({ slug }) => slug === itemId);
      return row ? { name: row.headline, fingerprint: hashOf([row.headline, row.body]) } : null;
    }
    case "settings": {
      const [row] = await db2.select().from(settings).where(eq(settings.id, id));
      if (!row) return null;
      const { name, tagline, language, timeZone, organisation } = row;
      return { name, fingerprint: hashOf([name, tagline, language, timeZone, organisation]) };
    }
  }
}
function hashOf(fields) {
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

// db/demo-edition/authors.ts
var demoAuthors = [
  {
    slug: "ines-varga",
    name: "Ines Varga",
    role: "World editor",
    bio: "Ines Varga edits the world pages. She reads the agencies in four languages and trusts a date more than an adjective."
  },
  {
    slug: "tom-achterberg",
    name: "Tom Achterberg",
    role: "City hall correspondent",
    bio: "Tom Achterberg has sat through every council meeting since 2014 and kept the minutes of the ones that had none."
  },
  {
    slug: "mirela-osei",
    name: "Mirela Osei",
    role: "Transport reporter",
    bio: "Mirela Osei writes about trams, ferries and bridges, mostly from inside them."
  },
  {
    slug: "jonas-whitlock",
    name: "Jonas Whitlock",
    role: "Business editor",
    bio: "Jonas Whitlock followed the shipyards down and is following them up again."
  },
  {
    slug: "sabine-ferreira",
    name: "Sabine Ferreira",
    role: "Science correspondent",
    bio: "Sabine Ferreira trained as an oceanographer and still owns the boots."
  },
  {
    slug: "dev-anand-rao",
    name: "Dev Anand Rao",
    role: "Culture editor",
    bio: "Dev Anand Rao reviews theatre, edits the books page and cooks for the office on Fridays."
  },
  {
    slug: "klara-nwosu",
    name: "Klara Nwosu",
    role: "Sports writer",
    bio: "Klara Nwosu rowed for the city once and has written about it fairly ever since."
  },
  {
    slug: "peter-lindqvist",
    name: "Peter Lindqvist",
    role: "Columnist",
    bio: "Peter Lindqvist has been wrong in print since 1998 and says so when he notices."
  },
  {
    slug: "amal-haddad",
    name: "Amal Haddad",
    role: "Contributor",
    bio: "Amal Haddad writes in Arabic and English about cities, libraries and the people who keep them."
  },
  {
    slug: "rohini-kulkarni",
    name: "Rohini Kulkarni",
    role: "Contributor",
    bio: "Rohini Kulkarni writes in Hindi and English about weather, work and the street."
  }
];

// db/demo-edition/pictures.ts
var credit = "Drawing: The Broadsheet";
var demoPictures = [
  {
    key: "tram-at-dawn",
    alt: "A red tram with its lamps lit comes up a city street while the sun rises behind it; two people wait at a stop.",
    caption: "An early Line 4 tram comes up the straight with the sun behind it.",
    credit,
    focalX: 0.66,
    focalY: 0.52
  },
  {
    key: "pyongyang-river",
    alt: "A wide river at sunset with a tall stone tower and a pyramid-shaped high-rise beyond it, and a willow in front.",
    caption: "The Taedong river in Pyongyang, with the city\u2019s two best-known silhouettes drawn closer together than they stand.",
    credit,
    focalX: 0.62,
    focalY: 0.45
  },
  {
    key: "bridge-night",
    alt: "A broken truss bridge at night, its middle span down in the water beside a container ship.",
    caption: "The Francis Scott Key Bridge in Baltimore came down in the early hours of 26 March 2024.",
    credit,
    focalX: 0.58,
    focalY: 0.6
  },
  {
    key: "harbour-dredger",
    alt: "A dredger with a long lattice boom lifts a dripping grab of mud out of a harbour.",
    caption: "The dredger at work in the approach, lifting what the river has dropped there.",
    credit,
    focalX: 0.55,
    focalY: 0.52
  },
  {
    key: "market-hall",
    alt: "An iron-and-glass market hall with sunlight falling through the roof on striped stalls and a few shoppers.",
    caption: "The market hall before the rush, with the west window letting in most of the light there is.",
    credit,
    focalX: 0.58,
    focalY: 0.5
  },
  {
    key: "debate-lecterns",
    alt: "Two empty lecterns with microphones stand in the beams of stage lights before dark rows of seats.",
    caption: "Two lecterns, two microphones and a clock: the stage before the candidates come on.",
    credit,
    focalX: 0.5,
    focalY: 0.55
  },
  {
    key: "panda",
    alt: "A giant panda sits among bamboo stems and chews on a branch.",
    caption: "A guest with a return ticket: pandas abroad are lent, not given.",
    credit,
    focalX: 0.55,
    focalY: 0.5
  },
  {
    key: "night-sirens",
    alt: "Searchlights cross the night sky over dark apartment blocks, with one window lit and a siren on a roof.",
    caption: "Lights out under the searchlights: another night of air-raid alerts.",
    credit,
    focalX: 0.45,
    focalY: 0.45
  },
  {
    key: "ice-route",
    alt: "A cargo ship follows a narrow lane of dark water through broken ice under a low sun.",
    caption: "The northern route is shorter on the map than it is on the bridge of a ship.",
    credit,
    focalX: 0.55,
    focalY: 0.45
  },
  {
    key: "council-chamber",
    alt: "A horseshoe table with empty chairs under a tall bright window in a large council chamber.",
    caption: "The horseshoe table of the Security Council, where the vote of one permanent member can stop a text.",
    credit,
    focalX: 0.5,
    focalY: 0.62
  },
  {
    key: "undersea-cable",
    alt: "A cable runs from a ship on the surface down to the sea bed, past fish and over rocks.",
    caption: "A cable going down: on the open sea bed it is often no thicker than a garden hose.",
    credit,
    focalX: 0.45,
    focalY: 0.6
  },
  {
    key: "ferry",
    alt: "A white ferry with a red funnel crosses the river mouth past a lighthouse, followed by gulls.",
    caption: "The Dunlin on her way over, with more gulls than passengers.",
    credit,
    focalX: 0.5,
    focalY: 0.5
  },
  {
    key: "town-hall",
    alt: "The clock tower of a town hall rises over a wet square with lamps and a few people.",
    caption: "The town hall clock, four minutes fast since anyone can remember.",
    credit,
    focalX: 0.68,
    focalY: 0.38
  },
  {
    key: "museum-roof",
    alt: "Workers on a scaffold lay slates on the dome of a museum, part of it still open to the battens.",
    caption: "Slate by slate: the dome over the great hall, seen from the scaffold.",
    credit,
    focalX: 0.62,
    focalY: 0.42
  },
  {
    key: "tide-chart",
    alt: "Tide curves rise and fall like waves under a full moon, with a lighthouse on a rock at the left.",
    caption: "Two highs and two lows a day, and a moon to set them by.",
    credit,
    focalX: 0.6,
    focalY: 0.45
  },
  {
    key: "bakery",
    alt: "A baker with a peel stands before a glowing oven, beside racks of round loaves.",
    caption: "The second batch of the night comes out of the oven.",
    credit,
    focalX: 0.5,
    focalY: 0.5
  },
  {
    key: "night-tram",
    alt: "A lit tram comes down an empty street at night, and one person waits under a street lamp.",
    caption: "After midnight the last tram has the street to itself.",
    credit,
    focalX: 0.44,
    focalY: 0.55
  },
  {
    key: "park-bench",
    alt: "An empty bench under a bare tree in a park, its long shadow crossing the path.",
    caption: "A place to sit down costs nothing to sit on and something to keep.",
    credit,
    focalX: 0.55,
    focalY: 0.65
  },
  {
    key: "lifting-bridge",
    alt: "A bridge with both leaves raised lets a sailing barge through between two towers.",
    caption: "Both leaves up: the lifting bridge gives way to the river.",
    credit,
    focalX: 0.5,
    focalY: 0.5
  },
  {
    key: "library-window",
    alt: "A reader sits in silhouette in the tall lit window of a library in the evening.",
    caption: "The reading room after dark, with one lamp still taken.",
    credit,
    focalX: 0.62,
    focalY: 0.55
  },
  {
    key: "terraces",
    alt: "Rows of terraced houses with chimneys climb a steep hill above the harbour.",
    caption: "The terraces climb from the harbour, each a little higher and a little dearer than the last.",
    credit,
    focalX: 0.45,
    focalY: 0.5
  },
  {
    key: "heat-pump",
    alt: "A heat pump with a large fan stands against the brick back wall of a terraced house, beside a washing line.",
    caption: "A heat pump in a back yard: the size of a wardrobe, and quieter than the gulls.",
    credit,
    focalX: 0.3,
    focalY: 0.62
  },
  {
    key: "school-kitchen",
    alt: "Steaming pots stand on a long kitchen stove, with trays and ladles in front of a bright window.",
    caption: "Half past ten in a school kitchen, an hour before the first queue.",
    credit,
    focalX: 0.5,
    focalY: 0.55
  },
  {
    key: "shipyard",
    alt: "The hull of a ship under construction towers over a slipway under a gantry crane, with sparks from a welder.",
    caption: "A hull on the slip at the Orle Yard.",
    credit,
    focalX: 0.55,
    focalY: 0.5
  },
  {
    key: "fish-auction",
    alt: "A crate of fish on ice stands in front of rows of smaller crates in an auction hall, with buyers in the distance.",
    caption: "The morning catch on the floor of the auction, ten minutes before the first call.",
    credit,
    focalX: 0.45,
    focalY: 0.65
  },
  {
    key: "wind-turbines",
    alt: "Wind turbines stand in a calm sea before a red sun, with a service boat in front.",
    caption: "A wind farm at sea, seen from the deck of a service boat.",
    credit,
    focalX: 0.35,
    focalY: 0.4
  },
  {
    key: "terns",
    alt: "Terns fly and dive over a stony shore where others sit on their nests.",
    caption: "Terns over the nesting ground: the eggs look like the stones, which is the idea.",
    credit,
    focalX: 0.42,
    focalY: 0.45
  },
  {
    key: "tide-gauge",
    alt: "A small gauge house stands on a stone quay, with a striped measuring staff in high water before it.",
    caption: "The gauge on the quay has kept its record of the sea since 1896.",
    credit,
    focalX: 0.5,
    focalY: 0.5
  },
  {
    key: "comet",
    alt: "A comet with a long tail stands in the night sky over a dark hill with two people and a telescope.",
    caption: "The comet in the western sky after sunset, low enough for the roofs to matter.",
    credit,
    focalX: 0.5,
    focalY: 0.45
  },
  {
    key: "seagrass",
    alt: "Long blades of seagrass sway under water with small fish between them and light falling from above.",
    caption: "A meadow nobody mows: seagrass in the shallows of the estuary.",
    credit,
    focalX: 0.5,
    focalY: 0.55
  },
  {
    key: "theatre",
    alt: "A single figure stands in a beam of light on a stage with red curtains, seen over the heads of the audience.",
    caption: "First night, from the cheap seats.",
    credit,
    focalX: 0.56,
    focalY: 0.6
  },
  {
    key: "choir",
    alt: "Singers in red and blue hold open scores under a pointed window, with the conductor seen from behind.",
    caption: "All eyes on the stick: the choir at rehearsal.",
    credit,
    focalX: 0.5,
    focalY: 0.62
  },
  {
    key: "printing-press",
    alt: "An old iron printing press with a large wheel, a sheet of print on its bed and a case of type in front.",
    caption: "The press was in the building before its neighbours were, and has outlived most of them.",
    credit,
    focalX: 0.52,
    focalY: 0.5
  },
  {
    key: "soup",
    alt: "A bowl of steaming soup with a spoon and a loaf of bread on a checked cloth by a window.",
    caption: "Soup, bread and a seat by the window.",
    credit,
    focalX: 0.42,
    focalY: 0.6
  },
  {
    key: "monsoon-street",
    alt: "People with umbrellas cross a flooded street in heavy rain, past a fruit cart and striped awnings.",
    caption: "The first hour of the rains, when the street becomes a river and business goes on.",
    credit,
    focalX: 0.4,
    focalY: 0.62
  },
  {
    key: "old-library",
    alt: "A reader sits at a table under a horseshoe arch, before shelves of books and a round window.",
    caption: "The old library: cool in summer, and quiet at any hour.",
    credit,
    focalX: 0.56,
    focalY: 0.5
  },
  {
    key: "harbour-history",
    alt: "A square-rigged ship and a paddle steamer share an old harbour below a row of gabled houses.",
    caption: "The inner harbour as it may have looked when sail and steam still shared it.",
    credit,
    focalX: 0.5,
    focalY: 0.5
  },
  {
    key: "bookshop",
    alt: "A lit bookshop window with a cat among the books on a dark street corner, and a bicycle outside.",
    caption: "Fifty years on, the lamp in the window is still the last one lit in the street.",
    credit,
    focalX: 0.55,
    focalY: 0.55
  },
  {
    key: "novel",
    alt: "A book stands open like a house, with windows and a lit door, and a figure with a suitcase walks up to it.",
    caption: "A novel to move into, if not to settle down in.",
    credit,
    focalX: 0.6,
    focalY: 0.5
  },
  {
    key: "football",
    alt: "Four players go up for the ball before a goal, in front of a floodlit stand.",
    caption: "Up for a corner under the lights at the Ropewalk.",
    credit,
    focalX: 0.52,
    focalY: 0.4
  },
  {
    key: "rowing",
    alt: "An eight seen from above pulls across dark water, its oars leaving rings behind.",
    caption: "Eight oars and one rhythm: a crew on the course, from above.",
    credit,
    focalX: 0.5,
    focalY: 0.5
  },
  {
    key: "velodrome",
    alt: "Track cyclists lean into the steep banking of a velodrome under a row of lamps.",
    caption: "High on the banking, where the boards are steeper than a roof.",
    credit,
    focalX: 0.55,
    focalY: 0.62
  }
];

// db/demo-edition/sections.ts
var demoSections = [
  { slug: "city", name: "City", description: "Port Linnet, street by street." },
  {
    slug: "transport",
    name: "Transport",
    description: "Trams, ferries, bridges and the people who run them.",
    parent: "city"
  },
  { slug: "housing", name: "Housing", description: "Rents, roofs and who gets to live where.", parent: "city" },
  { slug: "world", name: "World", description: "What happens beyond the breakwater, and why it matters here." },
  { slug: "politics", name: "Politics", description: "The council, the regional assembly and the next election." },
  { slug: "business", name: "Business", description: "The yards, the shops, the markets and the money." },
  { slug: "science", name: "Science", description: "The sea, the sky and the laboratory on the hill." },
  { slug: "culture", name: "Culture", description: "Stage, page, screen and table." },
  { slug: "books", name: "Books", description: "Reviews, interviews and the shelf by the door.", parent: "culture" },
  { slug: "sport", name: "Sport", description: "From the Ropewalk ground to the rowing lake." },
  { slug: "opinion", name: "Opinion", description: "Argument from the paper and from its readers." }
];

// db/demo-edition/writing.ts
function writtenBody(elements, keys) {
  return elements.map((element, index2) => numbered(element(keys), `e${index2 + 1}`));
}
var p = (words2) => (keys) => ({ type: "paragraph", text: marked(words2, keys) });
var h2 = (words2) => (keys) => ({ type: "heading", level: 2, text: marked(words2, keys) });
var h3 = (words2) => (keys) => ({ type: "heading", level: 3, text: marked(words2, keys) });
var ul = (...items) => (keys) => ({ type: "list", ordered: false, items: items.map((item) => marked(item, keys)) });
var ol = (...items) => (keys) => ({ type: "list", ordered: true, items: items.map((item) => marked(item, keys)) });
var quote = (words2, attribution) => (keys) => ({ type: "quote", text: marked(words2, keys), ...attribution && { attribution } });
var pullQuote = (text2, attribution) => () => ({ type: "pull-quote", text: text2, ...attribution && { attribution } });
var image = (picture, caption) => (keys) => ({ type: "image", media: keys.picture(picture), ...caption && { caption } });
var gallery = (caption, ...pictures) => (keys) => ({ type: "gallery", caption, items: pictures.map((picture) => ({ media: keys.picture(picture) })) });
var table = (caption, header, ...rows) => (keys) => ({
  type: "table",
  caption,
  header: header.map((cell) => marked(cell, keys)),
  rows: rows.map((row) => row.map((cell) => marked(cell, keys)))
});
var factBox = (title, ...parts) => (keys) => ({
  type: "fact-box",
  title,
  elements: parts.map(
    (part, index2) => typeof part === "string" ? { type: "paragraph", id: `f${index2 + 1}`, text: marked(part, keys) } : { type: "list", id: `f${index2 + 1}`, ordered: false, items: part.map((item) => marked(item, keys)) }
  )
});
var divider = () => ({ type: "divider" });
var embed = (provider, url, title) => () => ({ type: "embed", provider, url, title });
var alsoRead = (story) => (keys) => ({ type: "also-read", target: { kind: "article", article: keys.story(story) } });
var alsoReadElsewhere = (url, label) => () => ({ type: "also-read", target: { kind: "external", url, label } });
var relatedNews = (...stories) => (keys) => ({ type: "related-news", articles: stories.map(keys.story) });
var MARKUP = /\*\*(?<bold>.+?)\*\*|(?<![\p{L}\p{N}])_(?<italic>[^_]+)_(?![\p{L}\p{N}])|`(?<code>[^`]+)`|\[(?<words>[^\]]+)\]\((?<to>[^)\s]+)\)/gu;
function marked(words2, keys) {
  const text2 = [];
  let rest = 0;
  for (const match of words2.matchAll(MARKUP)) {
    if (match.index > rest) text2.push({ text: words2.slice(rest, match.index) });
    text2.push(dressed(match.groups ?? {}, keys));
    rest = match.index + match[0].length;
  }
  if (rest < words2.length) text2.push({ text: words2.slice(rest) });
  return text2;
}
function dressed({ bold, italic, code, words: words2, to }, keys) {
  if (bold) return { text: bold, marks: ["bold"] };
  if (italic) return { text: italic, marks: ["italic"] };
  if (code) return { text: code, marks: ["code"] };
  const target = to ?? "";
  const text2 = words2 ?? "";
  return target.startsWith("story:") ? { text: text2, link: { to: "article", article: keys.story(target.slice("story:".length)) } } : { text: text2, link: { to: "web", href: target } };
}
function numbered(element, id) {
  return { ...element, id };
}

// db/demo-edition/standing-pages.ts
var demoStandingPages = [
  {
    slug: "about",
    headline: "About The Broadsheet",
    body: [
      p(
        "The Broadsheet is the daily newspaper of Port Linnet. We report on the city first: its council, its harbour, its rents, schools, stages and pitches. We follow the world beyond the breakwater as far as it matters here, which is further than it used to be."
      ),
      h2("Who we are"),
      p(
        "Twenty-six people work for the paper, nineteen of them in the newsroom on Custom House Lane. Every story carries the names of those who wrote it, and every name leads to a page that says what they do. Columnists and guests write what they think. The paper\u2019s own opinion appears in the opinion section and nowhere else."
      ),
      h2("Who owns us"),
      p(
        "We belong to our readers. Since 1996 all shares have been held by the Broadsheet Readers\u2019 Trust, which has about 8,200 members. Anyone who has subscribed for a year may join, and each member has one vote, whatever they pay."
      ),
      ul(
        "Members elect nine trustees for terms of three years. Nobody may serve more than twice, and nobody who holds public office may serve at all.",
        "The trustees appoint the editor for five years and approve the budget. They see no story before it is published.",
        "The trust cannot sell the paper without the consent of two-thirds of its members, and it pays no dividend."
      ),
      h2("How we are paid"),
      p(
        "Of every hundred crowns we receive, 71 come from subscriptions and from readers who give what they can, 18 from advertising, 7 from printing for others and 4 from the sale of back numbers and pictures. We take no money from governments, parties or the council, apart from public notices at the rate that everyone pays. A gift above 5,000 crowns is published with the name of the giver."
      ),
      p(
        "Advertisements look like advertisements. We do not publish stories that somebody has paid for, and no advertiser chooses what stands beside their notice."
      ),
      h2("Where we come from"),
      p(
        "The paper began in 1887 as a single sheet of ship arrivals, pasted on the door of the Custom House every morning at eight. Its printer, Adela Marsh, added the price of bread, then the proceedings of the council, and was fined twice for the latter. By 1911 the sheet was a newspaper of eight pages."
      ),
      p(
        "It passed through a shipping family, a bank and, for eleven unhappy years, a holding company that sold the building. When closure was announced in 1996, readers raised 640,000 crowns in nine weeks. The first number of the new owners had a misprint in the headline. A framed copy hangs by the coffee machine."
      )
    ]
  },
  {
    slug: "contact",
    headline: "Contact",
    body: [
      p(
        "A person reads everything that is sent to these addresses. If you do not know which one to use, take the first."
      ),
      h2("Newsroom"),
      p(
        "Write to [newsroom@broadsheet.example](mailto:newsroom@broadsheet.example) with news, announcements and questions about a story. The desk is staffed from half past five in the morning until midnight, every day. Invitations and notices of events should reach us a week ahead."
      ),
      h2("Tips"),
      p(
        "If you know something the public ought to know, write to [tips@broadsheet.example](mailto:tips@broadsheet.example). Three people can open that mailbox. Tell us what you know, how you know it and how we can check it."
      ),
      ul(
        "Do not write from your employer\u2019s network or device.",
        "E-mail can be traced. If that could harm you, send a letter without a return address, or come and see us.",
        "We will not tell anyone who you are without your consent. What that promise covers is explained in our ethics code."
      ),
      h2("Corrections desk"),
      p(
        "If we have made a mistake, we want to hear of it: [corrections@broadsheet.example](mailto:corrections@broadsheet.example). Name the story and the sentence, and say what is right. You will have an answer within one working day, and if we were wrong the story will say so where readers can see it."
      ),
      h2("Letters to the editor"),
      p("Send letters to [letters@broadsheet.example](mailto:letters@broadsheet.example). We print about one in six."),
      ul(
        "Up to 250 words, on something that has appeared in the paper",
        "With your full name, your street and a telephone number; we print the name and the district",
        "We may shorten a letter. We do not alter its sense, and you may ask to see the shortened form"
      ),
      h2("Subscriptions and pictures"),
      p(
        "For subscriptions, delivery and membership of the trust write to [readers@broadsheet.example](mailto:readers@broadsheet.example); for copies of photographs and permission to reprint, to [pictures@broadsheet.example](mailto:pictures@broadsheet.example)."
      ),
      h2("By post or in person"),
      p(
        "The Broadsheet, 14 Custom House Lane, Port Linnet. The counter is open on working days from nine to five. Old numbers may be read there free of charge; please bring clean hands and a pencil."
      )
    ]
  },
  {
    slug: "ethics",
    headline: "How we work",
    body: [
      p(
        "These are the rules by which The Broadsheet\u2019s journalists work. They are part of their contracts. A reader who thinks that we have broken one may complain to the editor at [editor@broadsheet.example](mailto:editor@broadsheet.example) and then to the trustees, whose finding we publish in full."
      ),
      h2("Sources"),
      p(
        "We say how we know what we report. Facts that could harm somebody need two sources who do not depend on each other, or a document. Whoever is criticised is asked for an answer, and is given time to make one. Quotations are words that were said; we do not tidy them into other words."
      ),
      h2("Anonymity"),
      p(
        "We prefer names. Someone may speak without theirs when the information matters, cannot be had otherwise and would put them at risk. An editor must then know who the source is, and the story says why the name is missing. We do not print anonymous opinions of other people. A promise of anonymity holds in court."
      ),
      h2("Corrections"),
      ul(
        "Errors of fact are corrected in the story, with a note that says what was wrong, what is right and when it was changed.",
        "All corrections are listed on one page, newest first, and stay there.",
        "Misprints are mended without a note. New facts are an update, not a correction.",
        "We do not delete stories because they have become inconvenient. When one has to be withdrawn, its address says so and why."
      ),
      h2("Conflicts of interest"),
      ul(
        "Nobody reports on a company they own part of, a body they belong to or a person they are close to.",
        "Journalists hold no party office and sign no public appeals. They may vote.",
        "We pay for our own meals, tickets and travel. Books sent for review go to the hospital library.",
        "Nobody writes for the business pages about shares they have traded in the past six months."
      ),
      h2("Pictures"),
      p(
        "A news photograph shows what the camera saw. We crop, and we correct light and colour; we add, remove and move nothing. Composed or drawn images are labelled. We do not show the recognisable dead, and children under fourteen only with a parent\u2019s consent."
      ),
      h2("Independence"),
      p(
        "Owners, advertisers and officials do not see stories before publication and cannot stop them. We do not pay for interviews. If anyone has tried to influence a story, the story says so."
      ),
      h2("Text written by machines"),
      p(
        "Programs help us to transcribe, to translate and to read long tables, and some short notices, such as tide tables and match results, are put together by one. None is published unread: an editor checks every sentence against its source and answers for it by name. We do not let a machine quote a person, and we do not publish images made by one as if they were photographs."
      )
    ]
  }
];

// db/demo-edition/business.ts
var businessStories = [
  {
    key: "shipyard-order",
    headline: "Orle Yard wins 148 million crown order for two island ferries",
    kicker: "Orle Yard",
    standfirst: "The hybrid ships for Skerry Lines are the first passenger vessels to be built on the river since the Dunlin, thirty-six years ago. The yard will hire 155 people to do it.",
    section: "business",
    topics: ["shipping", "harbour"],
    bylines: ["jonas-whitlock"],
    dateline: "Orle Yard",
    kind: "news",
    language: "en",
    picture: "shipyard",
    published: { hoursAgo: 32 },
    updated: { hoursAgo: 29 },
    body: [
      p(
        "Orle Yard has signed a contract to build two double-ended car ferries for Skerry Lines, the company that serves the outer islands. It is worth 148 million crowns, the largest sum on a single piece of paper here since the yard\u2019s last bankruptcy, and it fills the main slip for three years."
      ),
      p(
        "The first steel will be cut in four months. Delivery is due in thirty months for the first ship and thirty-six for the second, with a penalty of 22,000 crowns for each day late. The yard, which employs 265 people and lives on repairs, tugs and the occasional fishing boat, will grow to 420."
      ),
      p(
        "Both ferries are 86 metres long, for 64 cars and 390 passengers. They will cross on batteries of 4.8 megawatt-hours in calm weather and start a diesel when it is not calm, which on the island routes is about one day in four. The hull form came from a design office abroad. The batteries are bought in. Everything between the two is to be made on the river."
      ),
      h2("The margin"),
      p(
        "Dagny Straker, the managing director, was asked at the signing whether the yard would make money on it. \u201COn the second one,\u201D she said. The price is understood to be about 6 per cent above the lowest of four bids. Skerry Lines, which is owned by the islands\u2019 councils, was allowed to weigh delivery risk and the distance to a repair berth as well as price, and gave them a third of the marks."
      ),
      p(
        "Risk is what sank the yard the last time. In the year of its bankruptcy it had a single ship on the slip, at a fixed price, while steel rose by 40 per cent. Under the new contract two-thirds of the steel is bought on signature, and the rest is tied to an index with a ceiling. The Regional Assembly\u2019s bank guarantees the advance payments, for a fee of 1.1 per cent."
      ),
      alsoRead("wind-lease"),
      p(
        "The other scarce material is people. At its height, fifty years ago, the yard had 4,100 of them. The average age of its welders today is 54. Ninety of the new places are apprenticeships, the biggest intake since the 1980s, and the technical college has reopened a plating shop that was last used as a set for a television series about a plating shop."
      ),
      quote(
        "My grandfather was paid off from here, and so was my father. I have told my daughter she may come for the experience of it.",
        "Ewan Strand, plater"
      ),
      p(
        "The unions have agreed to two shifts and to a ban on overtime above eight hours a week, which is meant to keep the jobs from being done by fewer hands. They did not get the guarantee they wanted against agency labour in the last six months of fitting out, when yards everywhere fill up with subcontractors."
      ),
      relatedNews("tram-line-4", "ferry-day", "harbour-insurance"),
      p(
        "Whether this is a recovery or an order will be seen when the slip is empty again. Ms Straker is bidding for a fisheries patrol ship, and for the foundations of offshore turbines, which need no engines, no cabins and no paint of any particular colour. \u201CI would like to build ships,\u201D she said. \u201CI would very much like to be able to choose.\u201D"
      )
    ]
  },
  {
    key: "fish-auction",
    headline: "The last shout at the fish auction",
    kicker: "Fish",
    standfirst: "Wilf Garrity has sold the morning\u2019s catch by voice for thirty-eight years. When he puts down the hook next month, the clock on the wall will sell all of it.",
    section: "business",
    topics: ["harbour", "shipping"],
    bylines: ["jonas-whitlock"],
    dateline: "Harbour Pier",
    kind: "feature",
    language: "en",
    picture: "fish-auction",
    published: { hoursAgo: 270 },
    body: [
      p(
        "The clock is not a clock. It is a ring of a hundred lamps, two metres across, high on the north wall of the auction shed, and the light runs round it backwards. It starts above any sensible price and falls until somebody presses a button. At ten to six it begins with the whiting. It needs, on average, four seconds a box."
      ),
      p(
        "Wilf Garrity needs seven. He stands at the other end of the shed on an upturned crate, with a boathook, among what the clock does not take: mixed boxes, odd sizes, a conger, a single enormous turbot that has been laid on ice by itself like a guest. \u201CTwelve I have, twelve and a half, do not insult the fish, thirteen.\u201D Six or seven buyers follow him along the row. The other thirty are looking at their telephones."
      ),
      p(
        "He retires next month, at 66. The auction company will not replace him. From then on every fish landed at Port Linnet is to be sold by lamp, and anyone with an account and a deposit of 20,000 crowns can buy it, from a bench in the shed or a kitchen four hundred kilometres inland."
      ),
      h2("Sixty-two per cent"),
      p(
        "The shed sold 9,100 tonnes last year, for 31 million crowns. Since the clock was connected to the outside world five years ago, buyers who are not in the room have come to take 62 per cent of the value. The average price is up by 14 per cent after inflation, and the spread between a good morning and a bad one has halved. Skippers, who complain about most things, do not complain about that."
      ),
      table(
        "Ten years in the shed",
        ["", "Ten years ago", "Last year"],
        ["Tonnes sold", "11,600", "9,100"],
        ["Value, million crowns", "29", "31"],
        ["Buyers with an account", "58", "214"],
        ["Buyers in the room, usual morning", "49", "37"]
      ),
      p(
        "What has been lost is harder to put in a table, but the buyers try. Teresa Moll, who has three shops and a van, says that a voice told her things. \u201CIf Wilf slowed down, there was something wrong with the box. If he went fast, he liked it. The lamp goes at the same speed for everything.\u201D She has started to come in half an hour earlier, to smell."
      ),
      alsoRead("harbour-history"),
      p(
        "The company sees it differently. Shouting favoured those who knew the shouter, says its manager, Maud Kettler, and forty people who see each other every day of their lives do not always bid against each other. Nobody alleges anything. But in the first year of the lamp, the price of the best soles rose by a quarter in a single month, and there were no more of them and no fewer."
      ),
      pullQuote("If Wilf slowed down, there was something wrong with the box.", "Teresa Moll, fishmonger"),
      p(
        "Mr Garrity takes no offence. He learnt the trade from a man who had learnt it from another, and each of them thought the next one mumbled. He has a cupboard of notebooks, in which he wrote the first and last price of every morning, and he has given them to the marine laboratory. They run back further than the official series does and, for herring, do not agree with it."
      ),
      image("ferry", "A ferry passes the auction berth in the first hour of the day."),
      p(
        "His complaint is with the buses. For years the porters came down to the pier on the first tram; since the quay washed out they have come by bicycle, or not. When Line 4 runs again he means to ride it down once as a passenger, sit in the warm and listen to somebody else being late. Then he will go home. He has never, he says, been much of a one for fish."
      )
    ]
  },
  {
    key: "wind-lease",
    headline: "The Linnet Bank is for rent. Who gets the wind?",
    kicker: "Analysis",
    standfirst: "The Assembly is about to lease 118 square kilometres of sea for 42 turbines. The rent is small, the port fees are not, and the fishermen have read the annex.",
    section: "business",
    topics: ["energy", "climate", "city-budget"],
    bylines: ["jonas-whitlock"],
    dateline: "Port Linnet",
    kind: "analysis",
    language: "en",
    picture: "wind-turbines",
    published: { hoursAgo: 14 },
    body: [
      p(
        "Twenty-two kilometres beyond the breakwater the sea is only thirty metres deep and the wind blows at nine metres a second in an average year. Within a few weeks the Regional Assembly will decide whether to lease this stretch, the Linnet Bank, to a consortium called Halcyon Bank Wind, for 35 years. The draft lease was published last week. It runs to 212 pages, and the interesting ones are at the back."
      ),
      p(
        "On paper it is simple: 42 turbines of 15 megawatts each, 630 in all, enough on a windy night for the whole region and on a still one for nobody. Halcyon pays the Assembly 2.4 million crowns a year while it builds and 9.4 million thereafter, rising with prices. It carries the cost of building, 2.1 billion or so, and the risk. It sells to the grid at a price fixed by auction last year for the first fifteen years."
      ),
      h2("The rent is not the money"),
      p(
        "For an owner of seabed, 9.4 million is about 15,000 crowns a megawatt, toward the lower end of what comparable leases have fetched. Those who drafted it do not dispute this. They took a lower rent in exchange for clause 31, under which the company must assemble, load and later service its turbines from Port Linnet, if the harbour can take the ships."
      ),
      alsoRead("shipyard-order"),
      p(
        "That \u201Cif\u201D explains a good deal of what is happening on the water. Installation vessels need ten metres under them. The [channel is being brought down](story:harbour-dredging) to 10.2. The Harbour Board expects 11 million crowns a year in dues and rents while the park is built, and about four million for the decades after, on quays that at present store road salt."
      ),
      table(
        "Who would get what, a year, in million crowns",
        ["", "While building (4 years)", "Afterwards"],
        ["Assembly, rent", "2.4", "9.4"],
        ["Harbour Board, dues and quay rents", "11", "4"],
        ["Community fund", "0", "1.9"],
        ["Fishing fleet, compensation", "1.2", "0.3"]
      ),
      h2("The annex"),
      p(
        "The smallest line in that table has the most to say. Thirty-one boats trawl or set pots on the bank in a normal season. Annex G pays them for lost gear and for four years of lost ground. After that they may fish between the towers, in theory: the turbines stand 1.4 kilometres apart. In practice their insurers will not cover a trawl inside the park, and the annex does not mention insurers."
      ),
      p(
        "\u201CWe are compensated for the four years when we can see the cranes,\u201D said Ruaridh Penn, who speaks for the inshore boats. \u201CThe other thirty-one years they have filed under coexistence.\u201D He does not want the lease refused. He wants the fund of 1.9 million, which is meant for village halls and playing fields, to stand behind a policy for boats until the market writes one. Halcyon says that it would not object."
      ),
      p(
        "Naturalists are in an odd position. The bank is poor in seabirds in summer and rich in winter; the survey was made over one mild winter. Against that, a park closed to trawls is, by accident, a reserve, and there is evidence from elsewhere that cod do well in them. The laboratory has asked for two more winters and been given one."
      ),
      relatedNews("assembly-seat", "seagrass", "undersea-cables"),
      h2("The bill"),
      p(
        "What will it do to the price of power? Not much that a household would notice, and anyone who promises otherwise should be asked for it in writing. The fixed price is 12 per cent below last year\u2019s average on the wholesale market and above that of some years before. What changes is the spread: more hours in which power costs almost nothing, and a greater reward for those who can use it then."
      ),
      p(
        "The choice before the Assembly is therefore less about wind than about terms. It can have the port clause and a thin rent, or a better rent and turbines that are put together in another country. Its coalition has a majority of one. The newest member, who will be sworn in next week, used to work nights, and told me that she had got as far as page 140."
      )
    ]
  },
  {
    key: "flour-price",
    headline: "Bakers put up the price of a loaf as flour rises by a sixth",
    kicker: "Bread",
    standfirst: "A 16-kilo sack of strong white flour costs 17.30 crowns, the most since records of it were kept.",
    section: "business",
    topics: ["shipping", "harbour"],
    bylines: ["jonas-whitlock"],
    dateline: "Market Hall",
    kind: "news",
    language: "en",
    picture: null,
    published: { hoursAgo: 36 },
    body: [
      p(
        "Most bakeries in the city will charge 3.60 crowns for a plain white loaf from next week, a fifth of a crown more than now, the bakers\u2019 guild said. Members have held the price at 3.40 for fourteen months, while a 16-kilo sack of strong flour went from 14.80 crowns to 17.30."
      ),
      p(
        "The rise has little to do with wheat, which costs about what it did two years ago. The region\u2019s one large mill, at Upper Orle, shut a line for repairs in the winter, and the flour that replaces it comes by coaster. Ships that had to wait for the tide off the harbour added a day to each delivery, and a day costs 6,000 crowns."
      ),
      alsoRead("harbour-dredging"),
      p(
        "Flour makes up about 22 per cent of what it costs to bake a loaf; wages are 41 and power 15. \u201CPeople think bread is made of flour,\u201D said Hedda Bruyn, who chairs the guild. \u201CIt is made of getting up.\u201D The mill expects to run at full capacity in ten weeks. Asked whether loaves would then be cheaper again, Ms Bruyn said that she had been in the trade for thirty years and would be interested to see it."
      )
    ]
  },
  {
    key: "harbour-insurance",
    headline: "After Baltimore, insurers ask small ports about their bridges",
    kicker: "Insurance",
    standfirst: "Underwriters have sent Port Linnet a questionnaire of 44 points on Lowgate Bridge. The Harbour Board\u2019s premium is up by 18 per cent.",
    section: "business",
    topics: ["shipping", "harbour"],
    bylines: ["jonas-whitlock"],
    dateline: "Port Linnet",
    kind: "news",
    language: "en",
    picture: null,
    published: { at: "2024-04-12T07:15:00Z" },
    body: [
      p(
        "The Harbour Board will pay 18 per cent more to insure itself from the first of May, it told members yesterday, and has been asked 44 questions about a bridge. The letter came from its underwriters nine days after the container ship _Dali_ struck a pier of the Francis Scott Key Bridge in Baltimore on 26 March and brought the main spans down. Six men who were repairing the roadway were killed."
      ),
      alsoRead("baltimore-bridge"),
      p(
        "Port Linnet has nothing like it. Lowgate Bridge stands between granite walls, and the largest ship that passes it is 80 metres long, \u201Cwhich I was able to enter under question three\u201D, said the treasurer, Hamish Orrell. But the policy covers the board\u2019s liability when a pilot or a tug is at fault, and a loss of that kind is now being priced afresh everywhere."
      ),
      p(
        "The premium goes from 610,000 crowns to 720,000. Part of the increase was due in any event: cover for cargo and hulls has become dearer since ships began to avoid the Red Sea, which keeps more of them at sea for longer. The board has agreed to fit timber and rubber fenders to both piers and to make a tug compulsory in a strong stream, for which the insurers have promised to take back four points."
      ),
      alsoReadElsewhere(
        "https://www.ntsb.gov/investigations/Pages/DCA24MM031.aspx",
        "The American safety board\u2019s investigation of the collision in Baltimore"
      ),
      p(
        "Dues for ships will not rise this year. The answers to the 44 questions, with drawings, run to 130 pages and have been posted, by registered mail, by road."
      )
    ]
  }
];

// db/demo-edition/city.ts
var cityStories = [
  {
    key: "tram-line-4",
    headline: "Six years after the surge, trams run to the harbour again",
    kicker: "Line 4",
    standfirst: "The 5.12 from Alder Hill carried 71 people over Lowgate Bridge and down to the pier this morning. The stretch cost nearly twice its first estimate and opened four years late.",
    section: "transport",
    topics: ["trams", "harbour", "city-budget"],
    bylines: ["mirela-osei"],
    dateline: "Harbour Pier",
    kind: "news",
    language: "en",
    picture: "tram-at-dawn",
    published: { hoursAgo: 2.5 },
    updated: { hoursAgo: 0.7 },
    body: [
      p(
        "At 5.34 this morning a tram stopped at Harbour Pier for the first time in six years. It was two minutes early. The driver, Hyacinth Bourne, opened the doors on the seaward side out of habit from the old layout, said something that did not go out over the loudspeaker, closed them and opened the others."
      ),
      p(
        "Seventy-one people got off. About half walked straight past the photographers to the fish auction, where the clock starts at ten to six and does not wait for history. The rest stood about on the new platform in the wind, with the look of guests who have arrived before the hosts, and took pictures of the rails, which end eleven metres from the water."
      ),
      p(
        "The reopening of the harbour stretch of Line 4 closes the longest gap in the city\u2019s tram network since the war. It restores a direct ride from the hill estates to the ferry, the auction and the shipyard gate; it ends a replacement bus that was always described as temporary; and it brings to a close, except in the courts, an episode that cost the city 61.4 million crowns, one contractor and two chairs of the transport committee."
      ),
      p(
        "By nine o\u2019clock the automatic counters at the five reopened stops had registered 2,310 boardings. City Tramways had planned for 1,800. A second car was coupled to every service from the 7.42 onwards, after passengers were left behind at Market Hall."
      ),
      alsoRead("tram-strike-averted"),
      h2("The night the quay gave way"),
      p(
        "The line was cut in one tide. The November surge six years ago scoured out 140 metres of Salt Quay from below, and by daylight two pairs of rails hung over open water with the paving still clipped to them. No tram was on the stretch: the controller on duty, Aldous Fenn, had stopped the service twenty minutes earlier on the strength of a phone call from the bridge tower."
      ),
      p(
        "Mr Fenn, who retired last year, was on the 5.12. He had been offered a seat on the ceremonial tram at ten, with the mayor and the brass band, and turned it down. \u201CI stopped the last one,\u201D he said. \u201CI thought I had better see the next one through.\u201D"
      ),
      p(
        "The council promised trams within two years, for 34 million crowns. What the engineers then found under the quay changed both numbers. The timber piles, driven in the 1880s and last inspected in the 1950s, had been eaten by shipworm to the thickness of a broom handle. The wall had been standing largely on its own rubble. Every metre between Lowgate and the Custom House had to be founded again, on 412 steel piles taken down to rock."
      ),
      image("lifting-bridge", "Lowgate Bridge, which Line 4 crosses on its way to Salt Quay."),
      p(
        "The first contractor, Pellow & Grange, became insolvent in the third year with 60 metres of wall finished. The second tender drew one bid. The city\u2019s auditor, in a report published last spring, put 15 million crowns of the overrun down to the piles, \u201Cwhich could not have been foreseen without looking\u201D, and 9 million to the fourteen months the council took to decide whether to sue anyone."
      ),
      p(
        "The remainder, just over three million, went on Lowgate Bridge. Its bearings had to be replaced before a modern tram, at 42 tonnes, could be allowed across, and the rails on the two leaves now meet in a joint that closes to within two millimetres. If it does not, a signal holds the tram on the town side."
      ),
      factBox("The harbour stretch in figures", [
        "2.3 kilometres, five stops: Market Hall, Lowgate, Salt Quay, Custom House, Harbour Pier",
        "Every ten minutes from 5am, every fifteen after nine in the evening; the last tram leaves the pier at 12.06am",
        "Station Square to Harbour Pier in 11 minutes; the 4B bus took 19",
        "Cost: 61.4 million crowns, of which the Regional Assembly paid 38 million and the city 23.4 million",
        "Before the surge: 11,400 passengers on a working day. Bus 4B at its best: 6,900. Forecast for the end of the year: 10,000"
      ]),
      h2("\u201CI get to eat breakfast sitting down\u201D"),
      p(
        "For Zofia Maly the arithmetic is simpler. She guts and packs at the auction and lives at the top of Alder Hill. For six years she has taken a night bus to Station Square, waited seventeen minutes, and taken the 4B. This morning she left the house at five instead of twenty past four. \u201CForty minutes,\u201D she said. \u201CFive days a week. I get to eat breakfast sitting down.\u201D"
      ),
      p(
        "Kwame Asante, a welder at Orle Yard, had brought his two daughters, who are seven and nine and had never seen a tram on the quay. They were to ride down, look at it, ride back and go to school. The younger one asked whether it would fall in. He told her that a great many people had been paid to make sure it would not."
      ),
      p(
        "The yard\u2019s managers have wanted the line back for a reason of their own. With [two ferries on order](story:shipyard-order) they expect to hire 155 people within eighteen months, and there is nowhere to park them. The yard has bought 200 annual passes and given up its claim to the old coal ground on Salt Quay, which the council now means to plant."
      ),
      relatedNews("lifting-bridge", "harbour-dredging", "fish-auction", "ferry-day"),
      h2("What the tram does not mend"),
      p(
        "Not everyone gains. The 4B served Tanner Street, and the tram does not; the walk to the nearest stop is 600 metres, and part of it is a stair. \u201CThey have given the harbour back to the hill and taken it from us,\u201D said Ishbel Crane, 78, who heads the tenants\u2019 association in the Tanner Street flats. City Tramways says it will run a small bus there four times an hour from next month, as a trial."
      ),
      p(
        "On Salt Quay the five traders who lasted out the works were giving away coffee, and were less warm about it than the banner suggested. Matteo Quill, who mends nets and outboard motors in the arch beside the new stop, reckons he lost two-thirds of his passing custom. The city\u2019s hardship fund paid him for the first eighteen months. \u201CIt was a hardship fund for the hardship they planned,\u201D he said. \u201CThen there was the other hardship.\u201D"
      ),
      p(
        "Cyclists have complained that the rails cross the quay path at too shallow an angle, near the Custom House, and two people fell there during the test runs. Rubber strips that a tram flattens and a bicycle does not are due within the month. Until then there is a sign."
      ),
      pullQuote(
        "They have given the harbour back to the hill and taken it from us.",
        "Ishbel Crane, Tanner Street tenants\u2019 association"
      ),
      p(
        "Henrike Soll, the managing director of City Tramways, did not claim this morning that the line would pay for itself. It adds 3.1 million crowns a year to the operating subsidy, which [the council approved with the rest of its budget](story:budget-vote), by three votes. \u201CIt never paid for itself,\u201D she said. \u201CIt paid for the harbour. We have had six years of finding out what the harbour is like without it.\u201D"
      ),
      p(
        "She was more guarded about what comes next. Until 1968 trams ran all night, and the fish porters would like them to do so again; that needs drivers, of whom the depot is nineteen short. An extension along the breakwater road to the deep-water terminal is drawn on every map the planners own, in dots. No money stands behind the dots."
      ),
      alsoRead("harbour-history"),
      p(
        "At 5.46 Ms Bourne walked the length of the tram, changed ends and took the first service up from the harbour. There were nine people on it, most of them from the night shift at the cold store. One had slept through the announcement and asked her, at Lowgate, whether this was the 4B. She told him it was not, and that he could stay where he was."
      )
    ]
  },
  {
    key: "tram-strike-averted",
    headline: "Tram strike called off two days before Line 4 reopens",
    kicker: "Pay deal",
    standfirst: "Drivers will get 5.8 per cent over eighteen months and a limit on split shifts. The depot is still nineteen drivers short.",
    section: "transport",
    topics: ["trams", "city-budget"],
    bylines: ["mirela-osei", "tom-achterberg"],
    dateline: "Port Linnet",
    kind: "news",
    language: "en",
    picture: null,
    published: { hoursAgo: 46 },
    updated: { hoursAgo: 41 },
    body: [
      p(
        "Tram drivers have called off the strike that would have emptied the rails on the day the harbour stretch of Line 4 was to open. Negotiators for City Tramways and the Tramway Workers\u2019 Association initialled an agreement at twenty to four this morning, in the canteen of the Northbank depot, after fifteen hours."
      ),
      p(
        "The 412 members get 3.4 per cent now and 2.4 per cent in nine months, to run for eighteen months in all. The company had opened at 4 per cent, the union at 9. The money is not what moved the talks, both sides said. The shifts were."
      ),
      p(
        "Since the timetable was thinned four years ago, a third of all duties have been split: a driver works the morning peak, is sent home unpaid for up to five hours and comes back for the evening. Under the agreement nobody can be given more than six split duties in four weeks, and the gap is paid at a quarter of the hourly rate."
      ),
      alsoRead("budget-vote"),
      p(
        "\u201CI have members who sleep in their cars at the back of the depot because it is not worth going home,\u201D said Bea Lockhart, the union\u2019s secretary. \u201CThat was the dispute. If we had been offered 9 per cent and the same roster, I would have had to come out here and tell you we were striking.\u201D Members had voted to stop work by 87 per cent on a turnout of 91."
      ),
      p(
        "Henrike Soll, who runs City Tramways, put the cost at 1.3 million crowns in a full year. About half will come from overtime that the company says it will no longer need, \u201Cprovided that we can hire\u201D. It has nineteen vacancies for drivers, and training takes fourteen weeks."
      ),
      p(
        "The agreement goes to a ballot of members within ten days; the executive recommends it by eleven votes to two. One of the two, who asked not to be named because the executive\u2019s votes are secret, said that six split duties were six too many, but that no driver wanted to be the person who kept the tram from the harbour a day longer."
      )
    ]
  },
  {
    key: "harbour-dredging",
    headline: "Dredger starts on eleven weeks of silt in the harbour channel",
    kicker: "Harbour",
    standfirst: "The first full dredging for nineteen years will deepen the approach to 10.2 metres. A tenth of what comes up is too dirty to go back into the sea.",
    section: "city",
    topics: ["harbour", "shipping", "nature"],
    bylines: ["mirela-osei"],
    dateline: "Salt Quay",
    kind: "news",
    language: "en",
    picture: "harbour-dredger",
    published: { hoursAgo: 16 },
    corrections: [
      {
        note: "An earlier version gave the volume to be dredged as 430,000 cubic metres. It is 340,000.",
        corrected: { hoursAgo: 12 }
      }
    ],
    body: [
      p(
        "The grab dredger _Marram_ dropped its grab off the inner quay at slack water last night and began to remove 340,000 cubic metres of silt from the harbour channel. If the weather keeps, it will be finished in eleven weeks. People on Salt Quay will know when it is working: it sounds, from there, like somebody emptying a bath in the next flat, every two minutes."
      ),
      p(
        "The channel was last dredged in full nineteen years ago, to 10.5 metres at the lowest tide. The river has put back most of it. The chart now shows 8.6 metres at the shallowest point, and since last winter the larger grain ships have had to wait for the top of the tide or come in half empty."
      ),
      p(
        "Captain Gethin Straw, the harbour master, counted 61 ships that waited more than six hours last year. \u201CEvery one of them is a letter from an agent,\u201D he said, \u201Cand every letter names another port.\u201D The work will take the channel down to 10.2 metres, which is enough for everything that called here in the past five years but two."
      ),
      alsoRead("tide-gauge"),
      p(
        "The bill is 19 million crowns. The Harbour Board pays 12.5 million from its dues and the city 6.5 million, a share that survived the [budget vote](story:budget-vote) only narrowly. Its critics argue that the board, which made a surplus of 8 million last year, could have paid it all."
      ),
      h2("The dirty tenth"),
      p(
        "Most of the silt is clean and will be dropped at a licensed ground nine miles out. About 34,000 cubic metres, from the basin under the old copper sheds, is not: samples show copper, tin compounds from ships\u2019 paint and, in two cores, mercury above the limit. It will be pumped ashore, pressed dry and buried in a lined cell at the Northbank tip."
      ),
      p(
        "Farid Benali, who directs the estuary programme at the marine laboratory, calls the plan sound and the timing tight. The terns return to the shingle beyond the breakwater within weeks, and the plume from a dredger can cloud the water they fish in. The licence stops all work within 800 metres of the colony from the first egg, a date that will be set by the warden, not by the contractor."
      ),
      relatedNews("tern-colony", "seagrass", "tram-line-4"),
      p(
        "Residents were told of round-the-clock work by a leaflet, nine days ago. Between eleven at night and six in the morning the _Marram_ must stay seaward of the Custom House and under 45 decibels at the nearest window. The meter is on the roof of the sailing club and can be read on the Harbour Board\u2019s site. Last night it showed 41, and 52 for four minutes, when a gull sat on it."
      ),
      gallery("The dredger at work, and the gauge by which its depths are reckoned.", "harbour-dredger", "tide-gauge"),
      p(
        "Ferries are not affected. Pleasure craft must keep 100 metres off and may find the marina entrance closed for up to an hour at low water; times are posted a day ahead at the bridge tower."
      )
    ]
  },
  {
    key: "market-hall",
    headline: "Traders take over the Market Hall for thirty years",
    kicker: "Market Hall",
    standfirst: "The council has dropped its search for a buyer and let the iron hall to the people who sell fish, buttons and oranges in it. The roof comes with the lease.",
    section: "city",
    topics: ["city-budget"],
    bylines: ["tom-achterberg"],
    dateline: "Market Hall",
    kind: "news",
    language: "en",
    picture: "market-hall",
    published: { hoursAgo: 9 },
    body: [
      p(
        "For four years the council\u2019s property committee has received reports on the disposal of the Market Hall. There were eleven of them; they fill a box in this office. Last night the committee received a twelfth, of two pages, and approved it in nine minutes without a vote being called for. The hall will not be disposed of. It will be let, for thirty years, to its own stallholders."
      ),
      p(
        "The Market Hall Traders\u2019 Co-operative, which has 84 stalls and 79 members, will pay 96,000 crowns a year and keep whatever it earns above that. In return it must hold at least five market days a week, keep stall rents below a formula tied to the price of a basket of food, and repair the roof of 1889, through which it rained on the committee\u2019s last site visit."
      ),
      p(
        "The roof is the whole matter. It is cast iron and glass, 1,960 panes, of which 340 are plywood. The council\u2019s surveyors put the repair at 3.8 million crowns, and it was this figure that sent the hall to the market in the first place. Two developers made offers; both wanted flats above the side aisles, and both withdrew when told that the columns would not carry them."
      ),
      alsoRead("museum-roof"),
      p(
        "The co-operative thinks it can do the work for 2.6 million over seven years, a bay at a time, with the market open underneath. It has a heritage grant of 900,000, a loan from the Regional Assembly\u2019s bank for 1.2 million, and shares at 50 crowns, which it has been selling from the button stall. As of last night 3,104 people had bought at least one. The rest is to come out of stall rents."
      ),
      p(
        "\u201CWe were asked what experience we had in the management of buildings,\u201D said Teodora Lusk, who has sold oranges in the west aisle since she was fifteen and chairs the co-operative. \u201CI said that we had been putting the buckets out for twenty years and knew where all of them went.\u201D"
      ),
      p(
        "Councillor Casper Drum, the only member to speak against, did not object to the lease so much as to the precedent. \u201CIf they fall behind with the roof, we will not evict 84 stallholders,\u201D he said. \u201CEverybody in this room knows it. So what is the clause for?\u201D The city solicitor replied that the clause was for the annual report. That was minuted."
      ),
      relatedNews("tram-line-4", "flour-price", "council-notebook"),
      p(
        "Shoppers will notice three changes soon: the north doors, shut since the pigeons, reopen; the hall stays open until eight on Thursdays; and the fishmongers move back to the harbour side, where the drains are. The stop outside has trams to the pier again from tomorrow, and Ms Lusk expects them to bring her the ferry passengers, who buy oranges, in her experience, two at a time."
      ),
      p("The co-operative takes the keys on the first of the month. There are, the committee was told, 46 of them.")
    ]
  },
  {
    key: "lifting-bridge",
    headline: "\u201CA ship cannot brake. A tram thinks it can\u201D",
    kicker: "The interview",
    standfirst: "Oona Halvorsen has raised and lowered Lowgate Bridge for twenty-seven years. With trams about to cross it again, she explains who waits for whom.",
    section: "transport",
    topics: ["harbour", "trams", "shipping"],
    bylines: ["mirela-osei"],
    dateline: "Lowgate Bridge",
    kind: "interview",
    language: "en",
    picture: "lifting-bridge",
    published: { hoursAgo: 150 },
    body: [
      p(
        "The tower of Lowgate Bridge has one room, nine windows and a kettle. From it Oona Halvorsen, the senior of five bridge keepers, can see two kilometres of river, the new rails on Salt Quay and, if she leans, her own kitchen. The bridge lifts about 2,900 times a year. Next week it will have to fit those lifts between trams that cross every five minutes, one way or the other."
      ),
      p("**Six minutes for a lift, a tram every five. That does not go.**"),
      p(
        "It goes if people are told the truth about it. The leaves take seventy seconds up and seventy down. The rest is the road: barriers, the last cyclist who has not seen the barriers, locks in, locks out. With nobody on the deck I have done it in three and a half. What we cannot do is lift whenever a mast comes round the bend, and we have stopped pretending."
      ),
      p("**So yachts wait.**"),
      p(
        "Yachts wait. Twenty past and ten to the hour, that is when we open for pleasure craft, and in the peaks not at all. Two trams are held for about four minutes each time and make it up at the terminus. We have practised it with empty trams for six weeks. The worst was a hen party in a hired launch who thought the red light was for the road."
      ),
      p("**And ships?**"),
      p(
        "Ships do not wait. A loaded coaster comes up on the flood with the current behind her, four hundred metres to stop, if she stops straight. A ship cannot brake. A tram thinks it can. So the agent gives us an hour\u2019s notice, then the pilot calls at the breakwater, and from that moment I own the bridge. I do not need to ask anybody. I think it is the only job in the city of which that is true."
      ),
      pullQuote("From that moment I own the bridge. I do not need to ask anybody."),
      p("**You were here on the night of the surge.**"),
      p(
        "I was. The gauge board under the window has a top, and the water went over the top, so for a while I was reading it off the ladder. I saw the paving on the quay start to breathe. Up and down, like somebody asleep. I rang the tram controller and said, stop them. He did not ask me how I knew. I have always been grateful for that, because I did not know. I had never seen a street breathe."
      ),
      alsoRead("harbour-history"),
      p("**After Baltimore, people asked whether a ship could bring this bridge down.**"),
      p(
        "I watched that film once and not again. It is a different thing: that was a very large ship, with a span on slender legs, and here we have coasters of eighty metres between walls of granite. But we looked. We have new fenders on both piers, and a tug is now compulsory in more than six knots of stream. And the men who were on that bridge were mending the road at night. I think of that part. They were at work."
      ),
      alsoReadElsewhere("https://en.wikipedia.org/wiki/Bascule_bridge", "How a bascule bridge balances its own weight"),
      p("**You ring a bell before every lift. Nobody could hear it over the horn.**"),
      p(
        "It is in the regulations of 1931: bell, then horn. The horn is for the people in front of the bridge. The bell was for the horses. Nobody has struck it out. I have thought about it and I find I do not mind ringing a bell for horses."
      ),
      p("**Five keepers, one tower. Will it be run from a desk somewhere?**"),
      p(
        "They have asked. They have put in eleven cameras. The cameras are good; I have seen things on them I would have missed. But on the third of last month there was a child\u2019s boot on the joint, between the leaves, and no camera showed it, because it was the same grey. I walked out and picked it up. If the joint does not close to two millimetres, no tram goes. So you could say that a boot stopped Line 4 and I started it again."
      ),
      divider,
      p(
        "She keeps the boot on the windowsill, with a label. It is a left one, for a child of about four, and can be claimed at the tower at any hour."
      )
    ]
  },
  {
    key: "library-hours",
    headline: "Libraries to open on Sundays and four evenings a week",
    kicker: "Libraries",
    standfirst: "The central library and its five branches gain 78 hours a week from next month, the first increase since the cuts nine years ago.",
    section: "city",
    topics: ["city-budget", "schools"],
    bylines: ["tom-achterberg"],
    dateline: "Port Linnet",
    kind: "news",
    language: "en",
    picture: "library-window",
    published: { hoursAgo: 15 },
    body: [
      p(
        "Every public library in Port Linnet will be open on Sunday afternoons and on four evenings a week from next month. Taken together, the central library and the five branches will keep their doors open for 251 hours a week instead of 173."
      ),
      p(
        "The money, 620,000 crowns a year, was among the least disputed lines of the budget that the council passed this week; it drew two questions and a story about somebody\u2019s grandmother. It pays for fourteen posts, most of them part-time, and for heating on the days when the buildings have stood cold."
      ),
      table(
        "Opening hours a week",
        ["Library", "Now", "From next month"],
        ["Central", "44", "58"],
        ["Alder Hill", "28", "42"],
        ["Caulkers\u2019 End", "21", "35"],
        ["Lowgate", "28", "38"],
        ["Northbank", "28", "42"],
        ["Ropewalk", "24", "36"],
        ["**All**", "**173**", "**251**"]
      ),
      p(
        "Caulkers\u2019 End, which has been open for three days a week since the cuts of nine years ago, gains most. Its librarian, Priya Sandhu, has kept a count of people who tried the door while she was inside doing the returns: 2,217 last year. \u201CYou see them read the notice, look at the light on, and read the notice again,\u201D she said. \u201CI used to hide behind Geography.\u201D"
      ),
      alsoRead("old-library"),
      p(
        "The evenings are meant above all for pupils. Head teachers told the council last year that a growing number of teenagers, in flats where three generations share two rooms, do their homework on buses. Each branch will set aside a quiet room from five to eight, with a member of staff who is not expected to teach but may be asked."
      ),
      relatedNews("budget-vote", "school-meals", "bookshop-fifty"),
      p(
        "The council considered opening without staff, with a card and a camera, as other cities do, and found it would have saved 210,000 crowns. It was dropped after a trial in Lowgate in which nothing was stolen or broken. Visitors simply left, on average, after eleven minutes. With a librarian in the room they stayed for forty-eight."
      ),
      p(
        "What has not come back is the mobile library, which was sold to a farmer near the upper Orle and now houses hens. The twelve stops it served will get a book locker each, by the end of the year, if sites can be agreed. Two parishes have asked for the bus instead."
      )
    ]
  },
  {
    key: "rent-register",
    headline: "One rent in nine rose by more than the law allows, new register shows",
    kicker: "Rents",
    standfirst: "For the first time tenants can look up what the flat cost before they moved in. The figures for 34,900 homes went public this morning; 6,300 are still missing.",
    section: "housing",
    topics: ["housing-costs"],
    bylines: ["tom-achterberg", "jonas-whitlock"],
    dateline: "Port Linnet",
    kind: "news",
    language: "en",
    picture: "terraces",
    published: { hoursAgo: 6 },
    updated: { hoursAgo: 3.5 },
    body: [
      p(
        "At one minute past six this morning the city put the rents of 34,900 homes on a public map. By seven the map had stopped answering. By eight it was back, and a good part of Port Linnet had done the same thing: looked up its own address, and then the neighbours\u2019."
      ),
      p(
        "The register shows that 3,870 of those tenancies, or one in nine, went up in the past year by more than the 4.2 per cent that the Rent Act permits. In Salt Quay and Caulkers\u2019 End it was one in six. The city\u2019s housing office, which has four inspectors, said it would write to every one of those landlords within a month."
      ),
      p(
        "A letter is not a fine. An owner who can show that money was spent on the building may go above the cap, and the office expects that perhaps a third of the cases can be explained so. The rest will have to refund the difference, back to the day of the increase, or go to the rent tribunal, whose waiting time stands at seven months."
      ),
      table(
        "What the register shows, by district",
        ["District", "Homes filed", "Median rent, two bedrooms", "Above the cap"],
        ["Alder Hill", "7,900", "688", "620 (7.8%)"],
        ["Caulkers\u2019 End", "4,300", "641", "690 (16.0%)"],
        ["Lowgate", "5,600", "934", "730 (13.0%)"],
        ["Northbank", "8,400", "702", "590 (7.0%)"],
        ["Ropewalk", "6,800", "812", "920 (13.5%)"],
        ["Salt Quay", "1,900", "1,046", "320 (16.8%)"]
      ),
      p(
        "Sunniva Holt, a night nurse, found that the previous tenant of her two rooms behind the Ropewalk ground had paid 690 crowns. She pays 835. \u201CI had asked,\u201D she said. \u201CThe agent told me it had always been about that. It is the \u2018about\u2019 that I would like to talk to him about.\u201D"
      ),
      alsoRead("terraces-retrofit"),
      p(
        "Landlords were given a year to file. About 15 per cent of the city\u2019s 41,200 private tenancies are still missing, and the gaps are not evenly spread: of the homes let by owners with more than fifty of them, 97 per cent are in; of those with one or two, 71 per cent. From the first of the month a home that is not on the register cannot lawfully have its rent raised at all."
      ),
      p(
        "The Property Owners\u2019 League went to court last autumn to keep addresses out of the public version, and lost. Its chair, Edmund Carrow, said yesterday that members had been \u201Cput in a shop window\u201D and that some would sell. \u201CThose who raised rents lawfully, on a schedule, for a new boiler, are on the same map in the same red,\u201D he said. The office has since changed the colour to orange."
      ),
      h2("How to look up a home"),
      ol(
        "Enter the address or the number of the tenancy, which since last year must stand on the first page of the lease.",
        "The page shows the rent at each change since the register\u2019s starting date, the size and the energy class, but no names.",
        "If the step is above 4.2 per cent, a button asks the owner for the reason. The answer is due in 21 days.",
        "Without an answer, or with a poor one, the form goes to the tribunal. It costs nothing."
      ),
      p(
        "Whether publicity holds rents down is disputed among economists. A register can shame the owner who charges too much; it can also tell the one who charges too little what the street will bear. The council has asked the university to report after a year, and to look in particular at homes whose rent stood below the median on the day the map appeared."
      ),
      relatedNews("ward-boundaries", "budget-vote", "market-hall"),
      p(
        "The Broadsheet filed a request for the underlying data eighteen months ago. We have checked a sample of 200 entries against leases shown to us by readers; seven differed, by between 5 and 60 crowns. In four of the seven the register was too low."
      )
    ]
  },
  {
    key: "terraces-retrofit",
    headline: "One street, one trench, 61 warm houses",
    kicker: "Caulkers\u2019 Row",
    standfirst: "A terrace built for shipwrights gave up its boilers together and drew its heat from under the road. A winter on, the residents have opened their bills.",
    section: "housing",
    topics: ["housing-costs", "energy", "climate"],
    bylines: [{ name: "Wanda Pirrie" }],
    dateline: "Caulkers\u2019 End",
    kind: "feature",
    language: "en",
    picture: "heat-pump",
    published: { hoursAgo: 500 },
    body: [
      p(
        "The meeting that decided it was held in the road, because no room in Caulkers\u2019 Row takes sixty people. Somebody stood on a beer crate. The proposal was that the whole terrace should give up gas on the same day, and that the city should dig the street once, not sixty-four times. It was raining. \u201CI think we voted to get indoors,\u201D says Nell Osgood, at number 12."
      ),
      p(
        "That was two years ago. Last winter was the first in which the Row was heated from beneath itself: 26 boreholes, each 120 metres deep, feed a loop of lukewarm water that runs the length of the street, and a heat pump the size of a kitchen cupboard in each yard lifts it to the temperature of a radiator. Sixty-one of the sixty-four houses are joined to it."
      ),
      p(
        "The residents have done something uncommon since. They have pinned their bills to the noticeboard outside the chapel: what each house paid for heat and hot water in the last gas winter, and what it paid in this one. The average fell from 2,140 crowns a year to 1,180."
      ),
      factBox("What it cost", [
        "47,500 crowns a house, 2.9 million in all: boreholes and street loop, pump, larger radiators, floor and loft insulation",
        "70 per cent came from the Assembly\u2019s warm-homes grant",
        "The rest, 14,250 crowns a house, is repaid at 66 crowns a month for eighteen years, tied to the house and not to the owner",
        "Average saving on heat: 80 crowns a month"
      ]),
      p(
        "Fourteen crowns a month in hand is not a fortune, and Bram Okell, the retired plumber who acted as the street\u2019s treasurer, does not present it as one. \u201CNobody in this street is richer,\u201D he says. \u201CWhat they are is warm in the back bedroom. There were back bedrooms here that nobody had slept in since the mangle went.\u201D"
      ),
      alsoRead("wind-lease"),
      h2("Doing it together"),
      p(
        "A heat pump for a single terraced house is an awkward thing. There is seldom room for it, the neighbours hear it, and the builder comes for one job and charges for it. In a row the same house becomes easy. Heat bleeds through party walls, so a cold neighbour is a cost; when both sides are warm, demand in the mid-terrace houses dropped by nearly a fifth before any pump was switched on."
      ),
      p(
        "The city\u2019s engineers found the road to be the cheapest part. It had to come up in any case for the sewer. \u201CWe had been planning to dig the same trench three times in five years for three departments,\u201D says Yusuf Demir, who led the project for the housing office. \u201CThe clever part was an afternoon with a calendar.\u201D"
      ),
      h2("Number 40"),
      p(
        "Three households declined. At number 40 Albert Tunney, 81, keeps a coal fire, has a smokeless certificate for it and has read every paper put through his door. \u201CThey say it works at minus ten. I dare say. It has been minus ten here once, and that night the power failed,\u201D he says. The Row now shares a battery that can run the pumps for five hours. Mr Tunney\u2019s fire, he points out, runs until he goes to bed."
      ),
      p(
        "Others found the change harder than promised. Low, steady warmth suits people who are in all day and annoys those who come home to it at seven. Two families ran up higher bills in the first month by turning everything to full at dusk, as they always had. In the small houses the hot-water tank took the only cupboard. A baby at number 33 was, for some weeks, bathed next door."
      ),
      relatedNews("rent-register", "budget-vote", "harbour-history"),
      p(
        "The council has 9 million crowns in its coming budget for what it calls street-sized schemes, enough for three rows like this one, and eleven streets have applied. The difficulty is tenants. In Caulkers\u2019 Row all but nine houses are lived in by their owners. Where a landlord pays and a tenant saves, somebody has to write down who gets the fourteen crowns."
      ),
      p(
        "On the noticeboard the sheets have begun to curl. Somebody has added a column in pencil, headed \u201Cjumpers\u201D, and most of the houses have filled it in. Before: three, two, four, three. After: one, one, two, none. Number 40 has written: \u201CSame one.\u201D"
      )
    ]
  },
  {
    key: "school-meals",
    headline: "Half a year of free school dinners: what 7,400 plates a day have taught",
    kicker: "School meals",
    standfirst: "Since the autumn every primary pupil in the city may eat lunch without paying. More do than expected, less is thrown away, and the queue is the problem.",
    section: "city",
    topics: ["schools", "city-budget", "health"],
    bylines: ["tom-achterberg"],
    dateline: "Northbank",
    kind: "feature",
    language: "en",
    picture: "school-kitchen",
    published: { hoursAgo: 212 },
    body: [
      p(
        "At ten to seven the only light in Northbank primary school is in the kitchen, where Marguerite Adeyemi is doing what she calls the sum. Today\u2019s answer is 411. It is the number of children who will eat, worked out from the day of the week, the weather and what is on the menu, and she is seldom out by more than six. \u201CFish pie is 411,\u201D she says. \u201CIf it were lentils I would say 380, and I would be sorry about it.\u201D"
      ),
      p(
        "Until the autumn the number was 190. Parents then paid 2.60 crowns a meal, or proved that they could not. The proof was a form of four pages, and the head teacher, Lionel Abara, kept a drawer of forms that families had begun and not returned. Now there is no form, no till and no list of who is who."
      ),
      p(
        "The city\u2019s 31 primary schools have 8,900 pupils, and on an average day 83 per cent of them eat. The council had budgeted for 75. At 2.92 crowns a plate the scheme costs 4.1 million crowns a year, which is 400,000 more than planned and the reason why it will be argued over again when the budget is put to the vote next week."
      ),
      alsoRead("soup-kitchen"),
      p(
        "What does the city get for it? Schools were asked to keep a few plain records. Lateness after the lunch break fell by a third. Visits to the sick room between one and three fell by a quarter. Attendance rose by less than one percentage point, within the range of an ordinary good year, and nobody should build a speech on it."
      ),
      p(
        "Waste has gone the other way from what was feared. When everybody eats, Ms Adeyemi says, children eat what the others eat; and when there is no till they are not made to take the whole plate. She weighs the bins. In the first week it was 94 grams a child, and last week 51."
      ),
      quote(
        "A girl asked me who had paid for hers. I said everybody. She thought about it and said, then I should finish it.",
        "Marguerite Adeyemi, cook"
      ),
      p(
        "The trouble is the clock. Northbank\u2019s dining hall seats 140, so the school eats in three sittings of twenty-two minutes, and the youngest begin at half past eleven. Two schools serve lunch in corridors. Six cook for a neighbour whose own kitchen was taken out twenty years ago, when meals were delivered frozen, and the food travels by van in boxes that were bought for a music festival."
      ),
      relatedNews("library-hours", "budget-vote", "flour-price"),
      p(
        "Building those kitchens again would cost 5.6 million crowns, once. The council\u2019s education officer has proposed to do two a year. The opposition proposes to charge families above a certain income instead, which would recover about a third of the cost and bring back the form. Mr Abara has offered to show any councillor his drawer."
      ),
      h3("What they eat"),
      ul(
        "Fish once a week, landed here, filleted at the auction on the same morning",
        "Meat on two days, never on the day after another meat day",
        "Bread from three bakeries in turn; no bakery may supply more than twelve schools",
        "Pudding on two days, and fruit on the others, under protest"
      ),
      p(
        "By one o\u2019clock the pie is gone and the sum has been checked: 409. Two were off with a cough. Ms Adeyemi writes it on the wall chart, next to tomorrow\u2019s, which says _curry, dry, Thursday, 418_."
      )
    ]
  }
];

// db/demo-edition/harbour-history.ts
var harbourHistory = {
  key: "harbour-history",
  headline: "A harbour told in five things you can hold",
  kicker: "The long read",
  standfirst: "Port Linnet has moved its waterfront four times in three centuries and mislaid most of the evidence. An iron ring, a ledger, a lead boot, a pencil and a telephone tell what is left of the story.",
  section: "culture",
  topics: ["harbour", "shipping"],
  bylines: ["amal-haddad"],
  dateline: "Port Linnet",
  kind: "feature",
  language: "en",
  picture: "harbour-history",
  published: { hoursAgo: 196 },
  updated: { hoursAgo: 171 },
  corrections: [
    {
      note: "An earlier version gave the length of the breakwater as 1,410 metres. It is 1,140 metres long.",
      corrected: { hoursAgo: 171 }
    }
  ],
  body: [
    p(
      "The oldest piece of Port Linnet\u2019s harbour is in the cellar of a shoe shop. To see it you must ask Benedikt Aro, who sells walking boots on Cable Street, to move a dozen boxes of winter stock, lift a hatch and go down first, because the fourth step is missing. At the bottom he holds up a lamp. An iron ring as wide as a dinner plate hangs from a block of grey stone, worn along its lower curve to the thickness of a finger. Nothing has been tied to it for more than two hundred and fifty years. The nearest ship is a hundred and ninety metres away, on the other side of a tram line, a bank and a multi-storey car park."
    ),
    p(
      "\u201CEveryone expects it to be bigger,\u201D Aro says. \u201CThen they put a hand on the worn part and stop talking.\u201D He has owned the shop since 1991 and learned about the ring from the surveyor who told him not to buy the building. He bought it the same afternoon."
    ),
    p(
      "The city has an official account of its harbour, printed on nine enamel panels along the promenade. It has a charter in it, an engineer, a royal visit and a prosperous future, in that order. None of it is false. But it was composed by the people who owned the quays, and it has little to say about those who worked on them, still less about mud, and nothing at all about luck."
    ),
    p(
      "Over four months I asked archivists, retired dockers, divers, a tram driver and the owners of several damp cellars for something else: an object that could be picked up. I was shown about sixty. Some were splendid, such as a narwhal tusk that had been used for half a century to prop a window. The five that follow are plain. I chose them because each passed through the hands of somebody who changed where, or how, the water meets the city, and because not one of those people is on the panels."
    ),
    h2("The ring"),
    p(
      "It was bought in 1717. The quay accounts of that year, a bundle of narrow sheets sewn at the corner, record a payment \u201Cfor six rings of Swedish iron, and lead to set them\u201D, and a second, smaller payment to the mason who dropped one in the river. Five were fixed to the face of what was then called the Town Quay, a timber front some seventy paces long. Aro\u2019s is the only one anybody has found. The stone behind it still carries the mason\u2019s mark, a fish with its mouth open, as if surprised."
    ),
    p(
      "Nobody chose the place for its merits as a harbour. The Orle comes out of the hills with a load of fine brown silt, wanders through twelve bends, and lets go of everything it carries at the point where it meets the tide. A settlement grew there because a ford grew there, and the ford existed because the river was so shallow. From the first, the town lived by persuading ships to visit a spot that the river was busy turning into a field. Even its name is disputed ground: for a small finch, or for a customs officer called Linnet who died in debt."
    ),
    p(
      "Oona Farrell knows the field from below. In 2009, before the foundations of the car park were poured, she was given seven weeks to dig the plot between Cable Street and Oyster Street, and she spent most of them in somebody else\u2019s refuse. \u201CI kept waiting to reach the natural ground,\u201D she says. \u201CAt four metres I understood that there was none. The whole district is a rubbish tip with good manners.\u201D"
    ),
    p(
      "What she uncovered was a method. Carpenters had built open boxes of oak and floated them out from the old front at high water; townspeople then filled the boxes with whatever they wished to be rid of. Farrell\u2019s notebooks list oyster shell by the tonne, kiln wasters, ballast stones from four foreign coasts, the bones of horses, a complete pulpit. One box held two hundred and twelve shoes, every one of them made for the left foot."
    ),
    p(
      "It took her a winter to explain the shoes. Merchants who feared theft, she found, sometimes sent the left and the right of a consignment in separate ships, so that neither cargo was worth stealing. The lefts came safely to Port Linnet in the autumn of 1734. The rights went down off the northern shoals. Somebody waited a decent interval and then built a harbour with what remained. Aro keeps one of the two hundred and twelve in his window, between the hiking sandals. He has had offers."
    ),
    quote(
      "They did not set out to make land. They set out to reach deep water, and every time they reached it the river moved it further off.",
      "Oona Farrell, archaeologist"
    ),
    p(
      "The law helped. An ordinance of 1731 let any burgher with a river frontage push it outwards at private cost, on one condition: that a quay, open to all, be kept at the new edge. It was a cheap way to build a port, and for forty years it worked like a tide that only came in. A house on Cable Street that had been twelve metres deep became thirty, then sixty, then ninety. The narrow lots survive. Stand at Aro\u2019s till and you can see daylight at the far end of his stockroom, so distant that it seems to belong to another day."
    ),
    p(
      "Each new front turned the one before it into a back lane. Cable Street was a quay, and then it was a street. Oyster Street took its place and was left behind in turn. Seen on a map the four parallel streets of the Lower Town look like planning; they are closer to the rings in a felled trunk, four harbours laid down one outside the other, each marking the year in which the last became useless."
    ),
    p(
      "The ring leaves the record in 1763, in a complaint. A ferryman named Josiah Crake told the magistrates that he had come to make fast at his accustomed place and found \u201Ca wall before it, and behind the wall a woman hanging linen\u201D. The magistrates sympathised. They noted that the quay had not been removed; it was only that the water had. Crake was advised to buy a longer rope."
    ),
    table(
      "Five waterfronts, measured from the ring in Cable Street",
      ["Waterfront", "In use from", "Metres from the ring", "Depth at low water when new"],
      ["Town Quay", "1717", "0", "2.1 m"],
      ["Oyster Quay", "1748", "62", "2.7 m"],
      ["Sable\u2019s Wharf", "1779", "118", "3.4 m"],
      ["Custom House Quay", "1884", "190", "6.8 m"],
      ["Outer Terminal", "1979", "2,300", "13.5 m"]
    ),
    h2("The ledger"),
    p(
      "The city archive keeps the quay dues on its third floor, in a room held at sixteen degrees where visitors are lent a grey cardigan. Nadia Petrossian, who has been the archivist for thirty-one years, brings out volume fourteen on a foam cradle. It is bound in calf, blackened at the lower corner by a thumb, and when it is opened it gives off a breath of tar so strong that a man at the next desk looks up from his parish register and smiles."
    ),
    p(
      "The volume covers the business of a single wharf from 1788 to 1811. Ships are entered by name, master, draught and charge. The hand is upright and unhurried, and at the foot of every page it signs itself \u201Cfor Thos. Sable, wharfinger\u201D. In the spring of 1996 Petrossian was preparing the book for microfilm when she happened to have a burial register open on the same table. Thomas Sable, wharfinger, had been interred at St Brannoc\u2019s on 9 February 1789."
    ),
    p(
      "\u201CI thought: a son. Then a brother. I went through every male Sable in the city,\u201D she says. \u201CIt did not occur to me for a week, and I am ashamed of the week.\u201D What settled it was the capital S, which has a small hook at its base like the barb of a fish-hook. She had seen it once before, on a petition for the relief of seamen\u2019s families. It was signed in full, in the same ink-brown verticals, by Marguerite Sable, widow."
    ),
    p(
      "A licence to keep a wharf could be held only by a man. It could, however, be held by a man who was away. Marguerite Sable had been left with two daughters, a mortgage and the best berth on the Orle, and she seems to have studied the by-laws with close attention. They required the licensee to renew his oath in person each January. The clerk\u2019s minutes for twenty-two successive Januaries read \u201CMr Sable indisposed\u201D. Nobody asked with what."
    ),
    p(
      "It would be a good anecdote if she had merely kept the place going. She did something stranger: she changed what a harbour charged for. Every wharf of the time took its dues by a ship\u2019s length, since length was what occupied the quay. Sable began, in her first autumn, to charge by draught, the depth of hull below the water. Deep ships, she reasoned, scoured the berth as they came and pressed the mud into ridges as they sat, and somebody had to pay for digging it level. She called the extra the _mud penny_."
    ),
    p(
      "To levy it fairly she had to know how deep her water was, and so she measured. On the first Monday of the month she had herself rowed along the front with a lead line whose hollow end was packed with tallow, and wrote the soundings in the margin of the ledger, with a note of what had stuck: sand, shell, blue clay, once a button. There are two hundred and sixty-four months of it without a gap. She went out in the week that her younger daughter died. The entry for that Monday gives eleven depths and the word \u201Cwind\u201D."
    ),
    alsoRead("tide-gauge"),
    p(
      "The merchants were furious. In 1797 fourteen shipowners petitioned against what they called \u201Ca tax upon gravity\u201D, and offered the opinion that Mr Sable must have lost his reason in his long illness. The reply, over the dead man\u2019s name, is four lines long. It encloses a drawing of the riverbed in section, with their own ships\u2019 keels sketched in at the depths declared to the customs, several of them well below the bottom of the river. The petition was not pursued."
    ),
    p(
      "Money from the mud penny hired bucketmen, then a spoon-dredger worked by a windlass, and for two decades Sable\u2019s Wharf was the only berth on the river to grow deeper with age. When war closed the sea in 1807 and no ship came for twenty months, she let her empty frontage to ropemakers by the fathom, and drew a little more from their cordage than she had from the last year of cargoes. The soundings went on, though there was nothing to charge for them. \u201CThat is where I began to love her,\u201D Petrossian says. \u201CNobody was paying. She simply wanted to know.\u201D"
    ),
    p(
      "The ruse ended with Captain Fenwick Dray, appointed harbourmaster in the summer of 1811 with orders to tidy the licences. Dray was a literal man who had lost an ear and his patience in the same battle. He announced that he would renew nothing for anyone he had not met, and in September he presented himself at the wharf and asked to be taken to Mr Sable. Marguerite Sable fetched her bonnet. They walked up the hill to St Brannoc\u2019s, and she showed him the stone."
    ),
    p(
      "What was said there neither of them put on paper. Dray\u2019s report to the council survives, and its whole treatment of the question is a single sentence, which the archive now sells on a postcard."
    ),
    pullQuote("I have met Mr Sable and find him steady.", "Captain Fenwick Dray, harbourmaster, September 1811"),
    p(
      "The licence was renewed. The following spring a by-law of three lines made such licences transferable to widows; in the next half-century at least six women in the city held one under their own names. Sable gave up the wharf in 1812, at sixty-six, as though the fun had gone out of it. She lies beside her husband. Her dates are on the stone, and below them, where a text from scripture would go, a row of figures that generations of sextons took for a mistake. They are in fathoms."
    ),
    p(
      "Her margins have had a second career. Because she sounded the same eleven points, hydrographers can overlay her river on theirs, and the series is the earliest measure anywhere on this coast of how fast an estuary fills. The rate they read from it, a little under two centimetres a year at the wharf, is still the figure from which the city reckons when it argues, as it does each decade, about what it costs to keep a channel open."
    ),
    h2("The boot"),
    p(
      "It weighs eight kilograms and one hundred grams, most of it in the sole. The upper is leather gone hard as wood; the toe is brass, dented from inside. It is a right boot and quite small. In the maritime museum it used to stand in case thirty-one, beside a copper helmet that had nothing to do with it, above a label reading \u201CDiver\u2019s boot, about 1875\u201D. When Femi Adeyemi-Ross became curator she took it out to have the verdigris cleaned, turned it over under a lamp, and found two letters scratched in the lead with a nail: S.D."
    ),
    p(
      "The story that leads to those letters begins on 4 November 1868. Port Linnet had by then filled its river to the last useful metre, and larger ships lay in the open roads outside, waiting to be emptied into lighters. Shortly after noon the wind went round to the north-east, a quarter from which there was no shelter, and rose until dark. Twenty-three vessels dragged their anchors on to the bar within sight of the promenade. The lifeboat launched four times and came back three. A hundred and seventeen people drowned, the last of them so near the beach that those on shore could hear which hymn they were singing."
    ),
    p(
      "Within a month the council had voted for a breakwater, and within three years it had Carl Rennick to build one. The promenade gives Rennick a panel and a statue, and he earned both. He was thirty-four, had built two smaller moles in calmer seas, and proposed an arm of rubble and concrete 1,140 metres long, faced with blocks of twenty-six tonnes. He designed the crane that set them and the railway that carried the crane. What he could not do was see the seabed. For that he had borings, made from a raft every fifty metres, and he had divers."
    ),
    p(
      "Sim\xE3o Delgado was one of eight. He had been born on S\xE3o Vicente, in the Cape Verde islands, came north as a ship\u2019s carpenter, was paid off in Port Linnet with a fever in 1866, and took work with a salvage company when he could stand. The wreck-strewn bar of 1868 taught him the trade. By 1872 he was on the breakwater\u2019s books at five crowns a day, twice a mason\u2019s wage, for which he spent up to four hours at depths of seventeen metres, in water so thick that he worked with his eyes closed because there was less to be distracted by."
    ),
    p(
      "In the evenings he drew what his hands had told him. The museum has the copybook, thirty-one pages bought from a dealer in 1958 and filed under \u201CAmateur sketches, naval\u201D. They are like no other engineering drawings I know. There is no horizon and no scale bar. Stones are shaded by how they felt: cross-hatching for weed, stipple for barnacle, and for bare new concrete a smooth grey rubbed with the ball of the thumb. In the corner of each page he set down the state of the tide and what he had eaten."
    ),
    p(
      "Page nineteen, of October 1877, is almost black. Six hundred and forty metres out, where the borings promised gravel, Delgado had stepped off the last of the rubble and gone into the bottom to the thigh. He felt his way round it over six dives and judged it a pocket of soft blue mud, perhaps a hundred metres across, lying exactly on the line. He told the foreman, who told the assistant engineer, who observed that a boring was a fact and a diver was an opinion."
    ),
    p(
      "The crane set the next block on a Friday. By Saturday\u2019s low water it had gone down a metre and a half, tilted, and was still moving. A second was put beside it and followed. On 12 January 1878 Rennick, who by all accounts hated the sea and never so much as paddled, had himself bolted into a suit and lowered to look. He was under for nine minutes. According to the boat\u2019s log he asked, when the helmet came off, for brandy, a chart and Delgado."
    ),
    p(
      "They redrew the breakwater that week. From the six-hundred-and-fortieth metre it bends fourteen degrees to seaward, skirts the mud, and runs on. The bend cost most of a year and a quarter of a million crowns, and it did something nobody had intended: waves that would have run along the inner face are thrown off at the angle and break against each other. Engineers come to look at it. On the contract drawings it is labelled \u201CDeviation\u201D. On the charts, and on the promenade, it is Rennick\u2019s Elbow."
    ),
    p(
      "Fourteen men died building the arm, five of them divers. Nobody yet understood that a body kept under pressure must be brought up by stages; what they knew was that strong men surfaced laughing, lit a pipe, and an hour later could not stand. They called it the screws. Delgado had it in the elbows from 1880 and in the spine in the last summer of the work. He never recovered the use of his left leg. The contractors offered a purse of forty crowns. It was the masons who went to the council with a petition, five pages of marks and signatures, and got him a pension of twelve crowns a month."
    ),
    p(
      "With it he opened a lodging house in Oyster Street, where for a generation any seaman from the islands could have a bed, a letter written and an opinion on his captain. He died in 1907. The house is a bicycle shop. His great-great-granddaughter, In\xEAs Delgado-Moore, drives a tram on Line 4, and passes the statue of Rennick twenty-two times in a shift."
    ),
    p(
      "\u201CI don\u2019t grudge him it,\u201D she says, over coffee at the depot, at six in the morning. \u201CHe went down. Nine minutes, but he went down, and he came up and asked for the right man. How many bosses would?\u201D What she would like is the name. She wrote to the hydrographic office in 2019 to propose that the bend be called after the person who found the reason for it. A courteous reply explained that charted names are altered only where they have become a danger to navigation."
    ),
    quote(
      "So I told them: it\u2019s been a danger to the truth since 1878. They said that came under a different department.",
      "In\xEAs Delgado-Moore, tram driver"
    ),
    p(
      "The boot has moved to the front of the gallery, alone in its case and turned on its side, so that visitors see the sole. The new label gives his name, his island and his depth. Adeyemi-Ross has noticed that children always ask where the other one is. It was not lost, so far as she can tell. The dive ledger shows that in his final season he was issued only the right; the left leg, by then, was heavy enough without it."
    ),
    relatedNews("museum-roof", "tram-line-4", "ferry-day"),
    p(
      "The breakwater opened on a wet Tuesday in 1884. In the storm of 1911, stronger than that of 1868 and from the same quarter, thirty-eight vessels rode at anchor behind it and not one was lost. By then steamers of five thousand tons lay three abreast at the new Custom House Quay. For the first time in its history the city had more depth than it needed. It needed, instead, backs."
    ),
    h2("The pencil"),
    p(
      "Anton Vandersteen keeps it in a matchbox, on cotton wool, in the drawer with the passports. It is four centimetres long, six-sided, without a maker\u2019s name. When he was a boy his grandmother would lick the point and touch it to the back of his hand, and the grey would bloom into a violet that took a week to wear off. \u201CIndelible,\u201D says Vandersteen, who is seventy-one and taught arithmetic. \u201CShe said the word as other people\u2019s grandmothers said _amen_.\u201D"
    ),
    p(
      "In 1930 the port gave work to 3,100 men, and gave it by the half-day. They came to the iron enclosure inside Gate Three before six in the morning and stood packed to the bars while foremen on a raised step looked them over. Those who were wanted got a brass tally, pressed into the palm if the foreman knew them and tossed over their heads if he did not. There was usually a scuffle. At noon it was done again. A man might load the same ship for a week and be hired for it twelve times."
    ),
    p(
      "Ruth Vandersteen stood on the other side of the bars. She was tally clerk to the stevedores Aldous & Pym, twenty-six years old, unmarried then and called Ruth Hale, and her duty was to count: so many slings out of the hold, so many bags to the sling. She sat on an upturned crate at the hatch with a board on her knee. The firm preferred women for the post because they drank less, and because it supposed they would not talk to the men."
    ),
    p(
      "What she noticed first was the hides. They came salted from the south, in bundles that the manifest put at fifty kilograms, and from the manifest the gangs were paid, at so much a ton. But hides that have crossed an ocean in a sweating hold are full of brine. The bundles in the slings weighed sixty, sixty-five. It was so with timber that had been deck cargo through a week of rain, with jute, with grain that had heated. Owners paid freight on the dry ton. Men carried the wet one."
    ),
    p(
      "Everybody knew it, in the sense in which everybody knows the weather. She decided to write it down. There was a spring balance at the head of Number Two crane, used for nothing since its inspector retired, and the driver was a cousin. Each time he lifted a sling he called the reading to her under cover of a cough, and she put it, in violet, in a second book that fitted inside her cuff. She kept this up through rain, frost and a change of foreman, for nineteen months."
    ),
    p(
      "In October 1934 a gang refused a cargo of hides from the steamer _Aurelia_. The employers closed all six gates. The lock-out ran for ten weeks and is remembered in this city chiefly through its food: the auction men who let baskets of whiting fall off the cart outside Seamen\u2019s Hall each dawn, the coppers set up in the chapel laundry, the bakers\u2019 slate. Tram crews would not carry replacement labour past the Custom House, and conductors rang the bell for a full stop wherever it was tried, got down, and examined the wheels."
    ),
    alsoRead("fish-auction"),
    p(
      "The Assembly appointed an arbitrator, Lorne Abery, a retired judge of appeal with a name for siding with property. He sat in the ballroom of the Station Hotel because it was the only warm room large enough. For eight days he heard the men say that the loads were heavy and the firms say that loads were always called heavy. On the ninth the union\u2019s solicitor called a witness whose name was not on his list, and a young woman in a brown coat walked up between the potted palms and asked whether she might put down her bag, since it held some figures."
    ),
    p(
      "She was on her feet for six hours. Counsel for the firms, a clever man, began with her loyalty and moved on to her sums. He had her multiply, aloud, 63 by 417. He suggested that a girl with a spring balance was not a scientific instrument. She agreed, and said that for that reason she had had the balance tested at the gasworks on the first of every month, and here were the nineteen certificates. It was then, according to the reporter of this newspaper, that the judge laid down his own pen and asked if he might borrow her pencil to see whether it really could not be rubbed out."
    ),
    p(
      "Abery found that over the period the gangs had been paid for eighty-one tons in every hundred they lifted. He ordered 46,000 crowns in arrears, and a public weighbridge at each gate with a dial that could be read from both sides. One of the dials still stands in the forecourt of Seamen\u2019s Hall, its two needles permanently in agreement. The half-day hiring went on for another thirteen years, because that had not been the question before him."
    ),
    p(
      "It is fair to record the other side. Edmund Pym, the junior partner, left a memoir that his family lent me. \u201CWe were not thieves,\u201D he wrote in 1951. \u201CWe did what each quay in every port did, and a firm that paid the wet ton alone would have been carried out on it. I have often thought that Miss Hale did us a kindness, for she made all of us honest upon the same morning, and nobody was ruined. I did not think so at the time.\u201D At the time he dismissed her, by a note handed in while she was still giving evidence."
    ),
    p(
      "No office on the waterfront would have her after that. She kept the books of the dockers\u2019 co-operative, married a crane driver who was not the cousin, and sat out the war in the shelter beneath the hall through both of the raids that took the roofs off the Custom House and the pen off Gate Three. In 1949 the Harbour Board was reformed to include three members chosen by the workforce. She was the first of them elected and, for sixteen years, the only woman in the room. The minutes show that she spoke rarely. They show, too, that when she spoke the item was generally deferred while somebody checked the figures."
    ),
    p(
      "I asked her grandson whether she had thought of herself as brave. He considered it as he must have considered wrong answers for forty years, looking for the part that could be saved. \u201CShe thought of herself as accurate,\u201D he said. \u201CShe didn\u2019t believe there was much difference. She said people will forgive you for being against them, but never for being right to the second decimal place.\u201D Then he wetted the tip of a finger, touched the pencil, and drew on the back of my hand a short violet line. I wore it home."
    ),
    h2("The telephone"),
    p(
      "The last object is grey, has a dial, and lives on a hall table in a bungalow on Gull Road, where it is connected to nothing. Wilhelmina Kask unscrewed it from the wall of the old pilot station in 2006 with the permission, she says, of nobody. For forty years it had hung in the round room at the end of the breakwater, below the lamp. Its number was four. It was in no directory and there can have been hardly a household in the Lower Town that did not know it."
    ),
    p(
      "Kask is seventy-nine and small, with a stillness about her that I took at first for deafness. She went to the station in 1966 to cook and to handle the boat\u2019s lines. In 1984, after eight years of applications, she became the first woman licensed to pilot on the Orle. A pilot\u2019s work is easily described. You go out in a launch to a ship that will not stop for you, jump to a rope ladder on its side, climb as much as nine metres, and walk on to the bridge of a stranger who must, within about a minute, be willing to do everything you say."
    ),
    p(
      "She was on the launch on the morning of 17 May 1972. The _Halden Star_ was not a large ship, and from the sea she looked unfinished, with no derricks and a deck like a table. She carried eighty-eight steel boxes. A hired crane on the Custom House Quay had them ashore by three in the afternoon. Kask, who had heard about Ruth Vandersteen and had the same vice, did the count: twelve men, nine hours, the cargo on which ninety would have spent a working week."
    ),
    quote(
      "They stood along the quay with their hooks over their shoulders and nobody jeered. You jeer at something you think might go away.",
      "Wilhelmina Kask, retired pilot"
    ),
    p(
      "It did not go away. In 1970 there were 2,600 registered dockers in Port Linnet; in 1985 there were 410. Boxes want acres to stand in and water enough for the ships that pile them high, and the inner harbour had neither, so in 1979 the trade went down-river to a terminal dredged out of the saltings. Geographers call this the usual pattern. What it meant on Custom House Quay was that a street on which you had once needed to shout was suddenly a street in which you could hear a flag. Grass came up between the rails. The rats, Kask remembers, left in a body over about a fortnight, and were seen crossing the lifting bridge at night when the road was closed."
    ),
    p(
      "The yard on the far bank fell silent by degrees, a slipway at a time, and launched the last of its big hulls in the autumn of 1986. Four years of nothing followed, then repairs, then barges. Men who had riveted ships queued to fit kitchens. On summer evenings couples drove to the empty quays to look at the water, and it was noted as a novelty that one could."
    ),
    image("harbour-dredger", "A dredger in the approach channel, where the river still drops what it carries."),
    p(
      "In that silence the city very nearly finished what the burghers of 1731 had begun. A council plan of 1988 proposed to fill the basin in front of Sable\u2019s Wharf, from wall to wall, and lay out two thousand parking spaces. The engineering was sound and the price attractive. An objectors\u2019 committee met in the back of a public house; its chair was a retired tally clerk of eighty, who brought figures. She showed that the fill would settle unevenly on the silt, and cost more in the repair of tarmac each year than the dredging that it saved. The plan fell by a single vote in the chamber. The multi-storey on Oyster Street, put up two decades later, is the only part of it that was ever built."
    ),
    p(
      "Through all of this the telephone rang. Masters and agents had their radios; what came down the wire was the city. A landlady wished to know whether to put the potatoes on. A bride\u2019s father asked about fog. Above all, night after night, there were women\u2019s voices, and some men\u2019s, and in later years children\u2019s, with one question in three words: _is she in?_ The duty pilot would look at the board and say that she was at the outer buoy, or that she had been spoken off the cape, or that there was no word yet, and for a moment before the receiver went down would hear a kitchen."
    ),
    p(
      "No regulation provided for it. A superintendent who arrived in 1975 tried to end the practice and was reasoned with. Kask reckons that she answered some thirty thousand such calls. It made her, she thinks, a better pilot, for she could not afterwards look at a ship without a notion of who was waiting to hear about it. \u201COn a bridge they give you the length, the beam, the draught,\u201D she says. \u201CI used to add one. I\u2019d think, potatoes.\u201D"
    ),
    p(
      "The station was shut in 2006, when the pilots moved to a control room at the terminal, with screens. Kask had the last watch, and had been told to expect no calls because the line would be cut at midnight. At twenty to twelve it rang. The voice was an old woman\u2019s, quite clear, and she gave the name of a coaster, the _Petrel_. Was she in? Kask knew the ship. She had been sold in 1983 and broken up in 1991. She knew, too, or guessed, which of the houses under the hill had a light on at that hour, and that the husband who had been mate of the _Petrel_ lay in the new cemetery."
    ),
    p(
      "I asked what she had said. She moved the receiver a little on its cradle, so that the cord hung straight. \u201CI looked out, as one does. It was a fine night, flat calm, you could see the buoys right out to the bar. And I said, no, my love. Not on this tide.\u201D She thought about it. \u201CWhich was true.\u201D"
    ),
    factBox("If you want to see them", [
      "**The ring** is shown by the owner of the shoe shop on Cable Street, on request, except in sale weeks.",
      "**The ledger** can be ordered in the city archive\u2019s reading room with two days\u2019 notice; a facsimile lies open in the lobby.",
      "**The boot** stands at the entrance to the diving gallery of the maritime museum.",
      "**The pencil** and **the telephone** are in private hands. The double-faced dial outside Seamen\u2019s Hall may be read at any hour, from either side."
    ]),
    h2("What the water keeps"),
    p(
      "Put the five on one table, which I should have liked to do and which their keepers, politely, would not allow, and they have less in common than one might hope. They do not add up to progress. Each generation here solved the problem it had inherited, and by solving it manufactured the next: the quays that reached the channel narrowed it, the breakwater that sheltered the ships called up more ships than there were people to unload them fairly, the boxes that ended the cruelty of the pen took away the wages with it."
    ),
    p(
      "They do share a habit of attention. Farrell sieving for shoes, Sable with tallow on her line, Delgado shading barnacles by lamplight, a clerk counting coughs, a pilot who hears a kitchen: none of them was asked for that degree of care, and some were punished for it. In my notes for this piece the word that recurs is not _trade_ or _sea_. It is _exactly_."
    ),
    p(
      "The harbour is in motion again. There are [hulls on order at Orle Yard](story:shipyard-order), where for years there were only repairs. Out past the bar the sea floor is being parcelled up for turbines, whose parts are far too long for boxes and will need quays and, it is said, hands. The city talks of deepening the channel once more. In the meetings about it there is always an expert with a chart of the bed of the Orle, coloured by depth, and in the bottom corner of the chart, in type so small that I had it read to me by somebody younger, stands a credit: _soundings 1789\u20131811, M. Sable_."
    ),
    relatedNews("harbour-dredging", "wind-lease", "lifting-bridge", "harbour-insurance"),
    p(
      "There is one thing more, and it belongs to the cellar. In the third week of March, at the equinoctial springs, when the tide runs higher than at any other time of the year, Benedikt Aro telephoned and asked how soon I could be in Cable Street. It was a little after seven in the evening. He had already shifted the boxes."
    ),
    p(
      "The steps were slick. He held the lamp low and I saw that the floor of the cellar was moving. Water was coming up between the flags, without any sound, quite clear, as it might rise in a glass; it had found its way from the quay beneath the bank, the car park and the tram, through three centuries of oyster shell and other people\u2019s shoes. It has done so in four of the last six years, Aro told me, and before that not once in his time. His insurers have begun to write him longer letters. I put a finger in it and tasted it, and it was salt."
    ),
    p(
      "We stood there until it stopped. At the height of the tide it covered the two lowest steps and lay against the grey block, under the surprised fish, so that the bottom of the ring, the worn part, just broke the surface and laid a bright crooked circle on the water. Anyone could have made fast to it. Then for a long minute nothing happened, as it does at the turn; and then, exactly as it had come, it began to go."
    )
  ]
};

// db/demo-edition/culture.ts
var cultureStories = [
  harbourHistory,
  {
    key: "theatre-first-night",
    headline: "The Lamplighter\u2019s Daughter: a first night that trusts the dark",
    kicker: "Theatre",
    standfirst: "The Exchange Theatre opens its season with a new play lit almost wholly by what the actors carry. It is slow to catch and then it burns.",
    section: "culture",
    topics: ["theatre"],
    bylines: ["dev-anand-rao"],
    dateline: "Exchange Theatre",
    kind: "review",
    language: "en",
    picture: "theatre",
    published: { hoursAgo: 9 },
    body: [
      p(
        "For the first eleven minutes of Wanda Achebe\u2019s new play you cannot see who is speaking. There is a cough, a scrape, a woman counting under her breath. Then a match is struck, and in its light we have about four seconds of a face: Thea Lindgren, forty feet away, looking straight at you as if you had come about the rent."
      ),
      p(
        "It is a brave opening for a house that has spent half a million crowns on its lighting rig. Achebe has set _The Lamplighter\u2019s Daughter_ in the winter of 1891, when the council voted to put out the city\u2019s gas lamps street by street and bring in the electric. Old Orrin Pell (Samuel Dacosta) has tended a hundred and forty lamps for thirty years. His daughter Nell keeps the ledger in which each of them has a name. The plot is that they lose."
      ),
      p(
        "That we know this from the start is the strength of the piece and, for a while, its trouble. The first act lists. Lamps are named, neighbours arrive, one after another, with a grievance and a candle, and the director, Piers Onwudiwe, who has a fine ear for silence, allows himself a good deal of it. On Tuesday a man behind me consulted his watch, and I knew because it glowed."
      ),
      alsoRead("choir-audition"),
      p(
        "Then comes the meeting at the town hall. Seven councillors sit behind seven lanterns, and each one, before he votes, turns his lantern down. Lindgren moves along the table turning them up again. Not a line is spoken for what must be three minutes. By the fourth councillor the audience had begun to lean; by the seventh, played by Dacosta\u2019s understudy with a wonderful sour dignity, somebody in the circle said \u201CGo on\u201D aloud, and she went on."
      ),
      p(
        "After the interval the play belongs to the two of them. Dacosta gives Orrin neither wisdom nor rage; he is a workman who has been told that his work was a stage on the way to something else, and he examines the idea with his head on one side, like a faulty valve. \u201CI never lit the street,\u201D he tells the young engineer. \u201CI lit the next person\u2019s way to the next lamp.\u201D Lindgren has the harder part, for Nell half wants the new light and is ashamed of it. She reads a letter by the first bulb in the house with such greed that you forgive her everything."
      ),
      p(
        "There are faults. The engineer is a bore, and meant to be less of one. A ballad in the second act explains what the lantern scene had shown. Costume designer Ilka Brandvold has done beautiful things with soot, which nobody in row M will ever know."
      ),
      relatedNews("council-notebook", "printing-press", "bookshop-fifty"),
      p(
        "But the end repays all. I shall say only that it uses the great rig, once, at full power, and that it lasts no longer than the match. When the house lights rose afterwards they looked to me like bad manners. We went out in silence under the sodium lamps of Exchange Street, and a good many people stopped, and looked up."
      ),
      factBox("The Lamplighter\u2019s Daughter", [
        "**Exchange Theatre**, main house, until the last Saturday of next month",
        "Two hours and thirty-five minutes, with one interval",
        "Tickets from 12 to 46 crowns; 60 places a night at 5 crowns from noon at the box office",
        "Latecomers are not admitted before the match"
      ]),
      p("**Four stars of five.**")
    ]
  },
  {
    key: "choir-audition",
    headline: "Twelve bars, one breath: an evening of auditions at the Seamen\u2019s Hall choir",
    kicker: "Music",
    standfirst: "Two hundred and six people wanted nineteen places. Our culture editor, a failed baritone, was allowed to sit at the back.",
    section: "culture",
    topics: [],
    bylines: ["dev-anand-rao"],
    dateline: "Seamen\u2019s Hall",
    kind: "feature",
    language: "en",
    picture: "choir",
    published: { hoursAgo: 54 },
    body: [
      p(
        "The chairs in the corridor are of the folding kind, and each has been taken by a person trying not to hum. A retired customs officer moves his lips. Two sisters hold hands. A large young man in the overalls of the tram depot is reading a sheet of music upside down, and when I point this out he says that he knows it by heart and is only giving his eyes something to do."
      ),
      p(
        "Once a year, over three evenings, the Seamen\u2019s Hall Choir hears whoever wishes to be heard. No application is needed and there is no fee. You write your name on a strip of paper and wait for the door to open. It is the only choir in the region that recruits like this, and it sings the great Passion each spring to a hall that has sold out eleven years running. This season 206 people came. There were places for nineteen."
      ),
      p(
        "Behind the door sits Rosalind Mbaye, director since 2011, at a school desk, with a pencil. She asks for two things: twelve bars of anything, and a single note held for as long as it stays beautiful. She doesn\u2019t say which of them matters. \u201CThe twelve bars tell me what they love,\u201D she explains between candidates. \u201CThe note tells me whether they listen. Most people, when they run out of breath, push. I am waiting for the one who lets it go.\u201D"
      ),
      pullQuote(
        "Most people, when they run out of breath, push. I am waiting for the one who lets it go.",
        "Rosalind Mbaye"
      ),
      p(
        "Candidate 31 sings a hymn as if somebody had insulted it. Candidate 40, a dental nurse, begins too high, stops, says \u201CNo\u201D, begins again and fills the room to the rafters. The customs officer has chosen a lullaby. He is seventy-three; he learned it, he tells the desk, in order to sing it to a grandson who lives far away and has a telephone. Mbaye writes for some time."
      ),
      alsoRead("theatre-first-night"),
      p(
        "What she needs is tenors. It is what all choirs need; the hall has nine, of whom one has moved to the hills. The man in overalls, Kofi Brandt, 26, who repairs pantographs on the night shift, turns out to be something rarer, the sort of high bass on whom the rest can stand. His note lasts twenty-three seconds. At the end of it there is no end, only a place where one notices the radiators."
      ),
      p(
        "He is asked whether he has sung before. \u201CIn the pit,\u201D he says, meaning the inspection pit beneath the trams, where the echo is good. Would he be free on Thursdays? He would have to change shifts with a colleague who hates mornings. Mbaye says that she will write to the depot herself; it would not be the first time."
      ),
      relatedNews("tram-line-4", "ferry-day", "opinion-quiet-carriage"),
      p(
        "The list goes up on the door on Saturday at noon, names only, in no order. I have seen crowds at that door behave better and worse than at football. The dental nurse was on it and so was Brandt. The customs officer was not, and read it through twice with his glasses on, and then found a second sheet beneath, in pencil. The choir is to have, for the first time, a group that visits wards and sings by the bed. He is to lead the lullabies."
      )
    ]
  },
  {
    key: "printing-press",
    headline: "\u201CYou can hear a bad comma\u201D: the last compositor on Bell Lane hands over his press",
    kicker: "Interview",
    standfirst: "Aldo Wren has printed the city\u2019s ballots, ballads and death notices since 1969. At 78 he is giving the lot to his apprentice.",
    section: "culture",
    topics: [],
    bylines: ["dev-anand-rao"],
    dateline: "Bell Lane",
    kind: "interview",
    language: "en",
    picture: "printing-press",
    published: { hoursAgo: 74 },
    body: [
      p(
        "The flatbed press at 14 Bell Lane weighs three tonnes, was built in 1907 and arrived in the building before its front wall did. Aldo Wren has worked it for more than half a century, for most of that alone. On the first of the month he signs it over, with 611 cases of type and the remaining lease, to Mei Tanaka-Burke, 29, who came in nine years ago to have a wedding invitation printed and forgot to leave. We talked while he distributed type, which means putting every letter of a finished job back in its box."
      ),
      p("**You are not looking at the boxes.**"),
      p(
        "If I looked I\u2019d get it wrong. The hand knows where the _e_ lives. It\u2019s the biggest box, in the middle, where your hand falls if you\u2019re tired. Whoever laid out the case knew about being tired."
      ),
      p("**What was the first thing you set?**"),
      p(
        "A notice for a lost tortoise. I was so proud. I had put the reward in bold and the telephone number upside down, a 6 for a 9. Old Castell, my master, didn\u2019t shout. He made me ring the number and apologise to whoever answered. That was a butcher. I never turned a figure again, and we bought our sausages from him for years."
      ),
      alsoRead("bookshop-fifty"),
      p("**You printed election ballots until 1998. Did that make you nervous?**"),
      p(
        "It made me slow. On a ballot everything has to be the same: the same space above each name, the same rule, the same weight of ink. You can favour a man with ink, you know, without meaning to. So I\u2019d set it and leave it overnight and come back as if I were somebody who disliked me. One year I found that a candidate had a thin space more than the rest before his name. He had room to breathe. I took it away from him, and he lost by nine votes, and I have thought about that space a fair bit."
      ),
      p("**People say that printing by hand has no use any more.**"),
      p(
        "They\u2019ve always ordered what had no use. Nobody ever needed a ballad. What has gone is the stuff that was useful: handbills, tide cards, forms. I don\u2019t miss forms. But I\u2019ll tell you what the screen can\u2019t do. It can\u2019t be heard. When the forme is locked up you tap it all over with the mallet and plane, and a line that\u2019s loose gives a dull sound. You can hear a bad comma. I have stopped the press for one, with the customer standing there."
      ),
      image("tide-chart", "Tide cards were for decades the steadiest work on Bell Lane."),
      p("**And when did you know that Mei would be the one?**"),
      p(
        "She dropped a case. Four thousand sorts, all over the floor, ten at night, and she\u2019d only been here a month. I said go home. In the morning she was sitting on that stool with the last of it sorted and she said, \u201CThere are three letters in here from a different fount, did you know?\u201D I had known since 1982. I\u2019d never found anybody to tell."
      ),
      p("**What will you do on the second of the month?**"),
      p(
        "Come in. She has promised me a corner and the tortoise notice, framed. I am not to touch the press unless asked. She has put that in the contract, and set it herself, and I went through it twice for errors and there\u2019s nothing wrong with it at all. I was very nearly disappointed."
      ),
      relatedNews("tide-tables", "library-hours", "harbour-history"),
      p(
        "Tanaka-Burke, who had said nothing until then, looked up from the stone. \u201CThere\u2019s a wrong-fount full stop in clause four,\u201D she said. \u201CI left it in to see.\u201D Wren put on his other spectacles, read for a long while, and began to laugh."
      )
    ]
  },
  {
    key: "soup-kitchen",
    headline: "The Friday soup: smoked haddock, leeks and the end of the loaf",
    kicker: "Food",
    standfirst: "A pot for six that began on the auction steps and has been fed, most weeks since, to an office of ungrateful journalists.",
    section: "culture",
    topics: [],
    bylines: ["dev-anand-rao"],
    dateline: "The newsroom kitchen",
    kind: "feature",
    language: "en",
    picture: "soup",
    published: { hoursAgo: 46 },
    body: [
      p(
        "There is one ring in the newsroom kitchen and it has two temperatures, which the sub-editors call Edition and Correction. On this ring, each Friday, I make a soup. It has to survive being left while I take a telephone call. It must be capable of feeding six people, or eight if the political staff come back early. And it ought to cost less than a round of sandwiches, or the business editor makes a chart."
      ),
      p(
        "The one I return to is a haddock soup that I was taught on the steps of the fish auction by Agnes Moravec, who sold tea there for thirty years and would have been astonished to be called a cook. Her principle was that smoke does the work. You poach the fish in the milk, and then the milk, not the fish, is what you are cooking with. The rest is leeks and attention."
      ),
      p(
        "Buy undyed haddock if you can. At the market hall two stalls smoke their own over oak, and the flesh is the colour of old piano keys; the bright yellow kind will do, but its colour goes everywhere, including the tie of a former deputy editor. The bread should be at least two days old. Fresh bread turns to paste, and paste is a different column."
      ),
      alsoRead("market-hall"),
      h2("What you need, for six"),
      ul(
        "600 g smoked haddock, undyed, skin on",
        "900 ml whole milk",
        "400 ml fish or light vegetable stock",
        "3 leeks, about 500 g, white and pale green parts",
        "500 g floury potatoes, peeled, in 2 cm dice",
        "50 g butter, and a little more for the bread",
        "2 bay leaves, 6 peppercorns, a scrape of nutmeg",
        "3 thick slices of stale sourdough, torn into rough pieces",
        "1 teaspoon of mustard, the juice of half a lemon, a handful of chopped parsley"
      ),
      h2("How to do it"),
      ol(
        "Lay the fish skin side down in a wide pan with the bay and peppercorns. Pour over the milk, which should just cover it. Bring it slowly to the first tremble, put on a lid, turn off the heat and leave it for ten minutes.",
        "Meanwhile wash the leeks well, slice them as thick as a pencil and sweat them in the butter in a heavy pot, covered, for twelve minutes. They should be soft and still green. If they brown, begin again; they will taste of it.",
        "Add the potatoes and stock to the leeks and simmer until a knife meets no argument, about a quarter of an hour.",
        "Lift out the fish and strain the milk. Ladle a third of the leeks and potatoes into a jug, blend it with the milk until smooth, and return it to the pot.",
        "Fry the torn bread in butter over a moderate heat until it is crisp outside and still gives a little.",
        "Flake the fish in large pieces, feeling for bones. Stir the mustard, lemon and nutmeg into the soup, taste, and only now think of salt. Slide in the fish and warm it through without letting it boil.",
        "Ladle into bowls, heap the bread in the middle, and throw on the parsley as if you did not care."
      ),
      gallery(
        "Where the soup begins: the auction before dawn, and the market hall a little later.",
        "fish-auction",
        "market-hall"
      ),
      p(
        "It keeps until the next day but no longer, and should not be frozen. Leftovers, thinned with milk, make a sauce for pasta. Those who eat no fish can have the same soup with 300 grams of smoked cheese in place of the haddock, stirred in at the end, and a spoon of miso in the stock. Agnes would not have approved of that, but Agnes put evaporated milk in hers and asked me to take the secret to my grave."
      ),
      relatedNews("fish-auction", "flour-price", "school-meals"),
      p(
        "A word on the lemon. I left it out for years, on her authority, until an intern who had been told to help cut one in half over the pot by mistake. There was an awkward pause while everybody tasted. She is on the foreign desk now. I think of it as the best correction that we never printed."
      )
    ]
  },
  {
    key: "bookshop-fifty",
    headline: "Fifty years, one shelf too many: the Inkwell counts its birthdays in damp",
    kicker: "Bookshops",
    standfirst: "The shop on Oyster Street has outlived two floods, a chain and its own roof. Its owners explain how to sell a book by refusing to.",
    section: "books",
    topics: ["harbour"],
    bylines: ["dev-anand-rao"],
    dateline: "Oyster Street",
    kind: "feature",
    language: "en",
    picture: "bookshop",
    published: { hoursAgo: 33 },
    body: [
      p(
        "At the Inkwell the lowest shelf is always empty. Customers take it for a display that has sold out, and Constance Bell does not correct them. On the doorpost beside it are four brass screws, each with a date, and the highest of them, for a night nineteen years ago, is level with her knee. \u201CBelow the second screw I put nothing that can\u2019t swim,\u201D she says."
      ),
      p(
        "The shop turns fifty this week. Bell opened it with her husband Amir in a former chandler\u2019s store on Oyster Street, with 1,100 books, of which 400 were their own. It holds some 23,000 today on two floors and a landing, and employs five. Last year it made a profit of 7,940 crowns, the fourth best in its history. The best came in the year that a chain opened across the way, on the corner where there is now a gym."
      ),
      p(
        "How a shop of this size stays alive is a question that trade conferences invite Amir Bell to answer. He goes, because they are generally held near a good second-hand dealer, and tells them that he has no idea. Pressed, he mentions three habits. The shop never discounts. It keeps a book for seven years before giving it up. And it will talk a customer out of a purchase."
      ),
      quote(
        "A woman wanted the big new novel for her father. I asked about him and sold her a book on pigeons. She was back in a week, and so was the father, and so in the end were several pigeon men.",
        "Amir Bell"
      ),
      alsoRead("novel-review"),
      p(
        "The card index in which such matters are recorded takes up eleven drawers. It lists customers by name and what they loved, with now and then a caution: \u201Cno dogs dying\u201D, \u201Csays she likes poetry\u201D, \u201Clend, don\u2019t sell\u201D. Nobody but the staff may look. A former mayor\u2019s card was once requested by a biographer, and Constance Bell replied that she would sooner hand over the till."
      ),
      p(
        "There have been bad years. In the second flood, which came on a Sunday, neighbours formed a chain up the stairs and saved everything above the third shelf; the crime section was lost, and readers brought their own copies to restock it, some with the last page thoughtfully removed. Part of the roof came down in 2013. The rent, set by a landlord who reads, went up this year by less than it could have."
      ),
      relatedNews("harbour-insurance", "rent-register", "library-hours"),
      p(
        "A successor has been found. Jun Okafor, 34, who has run the children\u2019s floor since leaving school, will buy the business over ten years out of what it earns. He means to change hardly anything. There will be a second chair on the landing. There is to be a website, which the Bells have agreed to on condition that it lists the books the shop does not have, with advice on where to borrow them."
      ),
      p(
        "The party is on Saturday from four. Each guest is asked to bring back a book bought there that is no longer needed, with a note on the flyleaf to whoever comes next. These will go on the bottom shelf, for the one night; the tide tables have been consulted."
      )
    ]
  },
  {
    key: "novel-review",
    headline: "A novel about a lighthouse inspector who cannot find anything wrong",
    kicker: "Fiction",
    standfirst: "Lidia Karvonen\u2019s third book, \u201CThe Relief\u201D, is funny about paperwork and quietly terrifying about solitude.",
    section: "books",
    topics: [],
    bylines: ["dev-anand-rao"],
    dateline: "Port Linnet",
    kind: "review",
    language: "en",
    picture: "novel",
    published: { hoursAgo: 124 },
    body: [
      p(
        "August Tarn inspects lighthouses. He arrives by boat with a case of gauges and a form of sixty-four questions, stays two nights, marks down the keeper for dust, and goes. In eighteen years he has never passed a station without remark; he regards a clean report as a failure of looking. Then he is landed at Skerrow, in the far north, where everything is as it should be."
      ),
      p(
        "From this small vexation Lidia Karvonen has made a novel of 212 pages that I began on a tram and finished on a bench at the terminus with the depot lights going out. Her first two books were admired for their landscapes and put down, I suspect, by a number of admirers around the middle. _The Relief_ has landscape too, but it has been given a motor. The boat that ought to fetch Tarn doesn\u2019t come. The form has one box empty. The keeper, a courteous man called Ewart, keeps asking what he has found."
      ),
      p(
        "Much of the book is comedy. Karvonen has a perfect ear for official prose (\u201CQ. 41: Is the occupant\u2019s demeanour consistent with the efficient exhibition of the light?\u201D) and lets the questions break in on the story at the moments when Tarn can least bear them. There is a scene with a boiled egg, a ruler and a declaration in triplicate that made me laugh until a stranger moved seats."
      ),
      alsoRead("printing-press"),
      p(
        "By degrees one stops. It is never said that anything is amiss at Skerrow. The lens is bright, the log is entered at each hour in a hand that does not vary, and Tarn, who is nobody\u2019s fool, starts to wonder about the hand. What does a man do with himself in a place where nothing needs doing? Who has been writing in the margins of the tide table, and to whom? The dread is all in the good order."
      ),
      p(
        "I have one quarrel. At about page 150 we go back to the inspector\u2019s childhood for a chapter, and a dead brother is brought forward to account for his fussiness. He is a well-written brother. But the Tarn we have come to know needs no accounting for; he is a man who checks, and most readers will have recognised him by his second gauge, possibly in the mirror."
      ),
      divider,
      p(
        "The last thirty pages are as fine as anything I have read this year. Karvonen declines both of the endings that she has let us expect, and finds a third, in which question 64 is answered by the wrong person and in four words. I turned back at once to see whether she had cheated. She had not. It had been there since the boat."
      ),
      relatedNews("bookshop-fifty", "undersea-cables", "opinion-leap-second"),
      p(
        "_The Relief_ by Lidia Karvonen is published by Saltmarsh Press at 19 crowns. The author reads at the Inkwell, Oyster Street, on Thursday at seven; the shop asks that questions be kept below sixty-four."
      )
    ]
  },
  {
    key: "monsoon-street",
    headline: "\u092E\u093E\u0928\u0938\u0942\u0928 \u0917\u0932\u0940 \u092E\u0947\u0902 \u092C\u093E\u0930\u093F\u0936 \u0915\u093E \u0939\u093F\u0938\u093E\u092C \u091B\u093E\u0924\u0947 \u0930\u0916\u0924\u0947 \u0939\u0948\u0902",
    kicker: "\u0936\u0939\u0930 \u0914\u0930 \u092E\u094C\u0938\u092E",
    standfirst: "\u092C\u0902\u0926\u0930\u0917\u093E\u0939 \u0915\u0947 \u092A\u0940\u091B\u0947 \u0915\u0940 \u0907\u0938 \u091B\u094B\u091F\u0940-\u0938\u0940 \u0938\u0921\u093C\u0915 \u0915\u093E \u0928\u093E\u092E \u0909\u0928 \u0928\u093E\u0935\u093F\u0915\u094B\u0902 \u0928\u0947 \u0930\u0916\u093E \u0925\u093E, \u091C\u094B \u0939\u0935\u093E \u0915\u0947 \u0938\u093E\u0925 \u0906\u0924\u0947 \u0925\u0947 \u0914\u0930 \u0939\u0935\u093E \u0915\u0947 \u0938\u093E\u0925 \u0932\u094C\u091F \u091C\u093E\u0924\u0947 \u0925\u0947\u0964 \u0924\u0940\u0928 \u0926\u093F\u0928 \u0915\u0940 \u091D\u0921\u093C\u0940 \u092E\u0947\u0902 \u0939\u092E\u0928\u0947 \u0926\u0947\u0916\u093E \u0915\u093F \u0909\u0938 \u0928\u093E\u092E \u092E\u0947\u0902 \u0906\u091C \u092D\u0940 \u0915\u093F\u0924\u0928\u093E \u092A\u093E\u0928\u0940 \u0939\u0948\u0964",
    section: "culture",
    topics: ["harbour", "climate"],
    bylines: ["rohini-kulkarni"],
    dateline: "\u092A\u094B\u0930\u094D\u091F \u0932\u093F\u0928\u0947\u091F",
    kind: "feature",
    language: "hi",
    picture: "monsoon-street",
    published: { hoursAgo: 27 },
    body: [
      p(
        "\u0938\u0941\u092C\u0939 \u0915\u0947 \u0938\u093E\u0922\u093C\u0947 \u091B\u0939 \u092C\u091C\u0947 \u0939\u0948\u0902 \u0914\u0930 \u0930\u092E\u0947\u0936 \u0938\u093E\u0932\u094D\u0935\u0940 \u0928\u0947 \u0905\u092A\u0928\u0940 \u0926\u0941\u0915\u093E\u0928 \u0915\u093E \u0936\u091F\u0930 \u092C\u0938 \u0906\u0927\u093E \u0909\u0920\u093E\u092F\u093E \u0939\u0948\u0964 \u092A\u0942\u0930\u093E \u0909\u0920\u093E \u0926\u0947\u0902 \u0924\u094B \u092A\u093E\u0928\u0940 \u0938\u0940\u0927\u0947 \u0915\u093E\u0909\u0902\u091F\u0930 \u0924\u0915 \u091A\u0932\u093E \u0906\u0924\u093E \u0939\u0948\u0964 \u0926\u0940\u0935\u093E\u0930 \u092A\u0930 \u091F\u0901\u0917\u0947 \u0915\u0948\u0932\u0947\u0902\u0921\u0930 \u0915\u0947 \u0939\u0930 \u0916\u093C\u093E\u0928\u0947 \u092E\u0947\u0902 \u092A\u0947\u0902\u0938\u093F\u0932 \u0938\u0947 \u090F\u0915 \u0938\u0902\u0916\u094D\u092F\u093E \u0932\u093F\u0916\u0940 \u0939\u0948: \u0909\u0938 \u0926\u093F\u0928 \u092E\u0930\u092E\u094D\u092E\u0924 \u0915\u0947 \u0932\u093F\u090F \u0915\u093F\u0924\u0928\u0947 \u091B\u093E\u0924\u0947 \u0906\u090F\u0964 \u0938\u094B\u092E\u0935\u093E\u0930 \u0915\u094B \u0917\u094D\u092F\u093E\u0930\u0939, \u092E\u0902\u0917\u0932\u0935\u093E\u0930 \u0915\u094B \u091B\u092C\u094D\u092C\u0940\u0938, \u0915\u0932 \u0907\u0915\u0924\u093E\u0932\u0940\u0938\u0964 \u201C\u092E\u094C\u0938\u092E \u0935\u093F\u092D\u093E\u0917 \u092C\u093E\u0930\u093F\u0936 \u0915\u094B \u092E\u093F\u0932\u0940\u092E\u0940\u091F\u0930 \u092E\u0947\u0902 \u0928\u093E\u092A\u0924\u093E \u0939\u0948,\u201D \u0935\u0947 \u090F\u0915 \u092E\u0941\u0921\u093C\u0940 \u0939\u0941\u0908 \u0924\u0940\u0932\u0940 \u0938\u0940\u0927\u0940 \u0915\u0930\u0924\u0947 \u0939\u0941\u090F \u0915\u0939\u0924\u0947 \u0939\u0948\u0902, \u201C\u092E\u0948\u0902 \u091F\u0942\u091F\u0940 \u0924\u0940\u0932\u093F\u092F\u094B\u0902 \u092E\u0947\u0902 \u0928\u093E\u092A\u0924\u093E \u0939\u0942\u0901\u0964 \u0939\u092E\u093E\u0930\u093E \u0939\u093F\u0938\u093E\u092C \u0905\u0915\u094D\u0938\u0930 \u092E\u093F\u0932 \u091C\u093E\u0924\u093E \u0939\u0948\u0964\u201D"
      ),
      p(
        "\u0907\u0938 \u092C\u093E\u0930 \u092D\u0940 \u092E\u093F\u0932 \u0917\u092F\u093E\u0964 \u0935\u0947\u0927\u0936\u093E\u0932\u093E \u0915\u0947 \u0905\u0928\u0941\u0938\u093E\u0930 \u092A\u094B\u0930\u094D\u091F \u0932\u093F\u0928\u0947\u091F \u092E\u0947\u0902 \u092A\u093F\u091B\u0932\u0947 \u0924\u0940\u0928 \u0926\u093F\u0928\u094B\u0902 \u092E\u0947\u0902 118 \u092E\u093F\u0932\u0940\u092E\u0940\u091F\u0930 \u092A\u093E\u0928\u0940 \u092C\u0930\u0938\u093E, \u092F\u093E\u0928\u0940 \u0932\u0917\u092D\u0917 \u0909\u0924\u0928\u093E, \u091C\u093F\u0924\u0928\u093E \u092F\u0939\u093E\u0901 \u0906\u092E \u0924\u094C\u0930 \u092A\u0930 \u0921\u0947\u0922\u093C \u092E\u0939\u0940\u0928\u0947 \u092E\u0947\u0902 \u0917\u093F\u0930\u0924\u093E \u0939\u0948\u0964 \u092E\u093E\u0928\u0938\u0942\u0928 \u0917\u0932\u0940 \u092C\u0902\u0926\u0930\u0917\u093E\u0939 \u0915\u0947 \u0907\u0932\u093E\u0915\u093C\u0947 \u0915\u0940 \u0938\u092C\u0938\u0947 \u0928\u093F\u091A\u0932\u0940 \u0938\u0921\u093C\u0915 \u0939\u0948\u0964 \u090A\u092A\u0930 \u0915\u0940 \u091A\u093E\u0930 \u0938\u0921\u093C\u0915\u094B\u0902 \u0915\u093E \u092A\u093E\u0928\u0940 \u092F\u0939\u0940\u0902 \u0909\u0924\u0930\u0924\u093E \u0939\u0948 \u0914\u0930 \u091C\u094D\u0935\u093E\u0930 \u091A\u0922\u093C\u093E \u0939\u094B, \u0924\u094B \u0928\u0940\u091A\u0947 \u0938\u0947 \u0928\u0926\u0940 \u092D\u0940 \u0909\u0938\u0947 \u0930\u094B\u0915 \u0932\u0947\u0924\u0940 \u0939\u0948\u0964 \u092C\u0941\u0927\u0935\u093E\u0930 \u0926\u094B\u092A\u0939\u0930 \u0915\u094B \u0917\u0932\u0940 \u0915\u0947 \u092C\u0940\u091A \u092E\u0947\u0902 \u0918\u0941\u091F\u0928\u094B\u0902 \u0938\u0947 \u0925\u094B\u0921\u093C\u093E \u0928\u0940\u091A\u0947 \u0924\u0915 \u092A\u093E\u0928\u0940 \u0925\u093E, \u0914\u0930 \u0909\u0938 \u092A\u0930 \u0938\u0902\u0924\u0930\u0947 \u0915\u0947 \u091B\u093F\u0932\u0915\u0947 \u092C\u0921\u093C\u0947 \u0907\u0924\u094D\u092E\u0940\u0928\u093E\u0928 \u0938\u0947 \u0924\u0948\u0930 \u0930\u0939\u0947 \u0925\u0947\u0964"
      ),
      p(
        "\u0928\u093E\u092E \u092A\u0941\u0930\u093E\u0928\u093E \u0939\u0948\u0964 \u0909\u0928\u094D\u0928\u0940\u0938\u0935\u0940\u0902 \u0938\u0926\u0940 \u092E\u0947\u0902 \u091C\u094B \u091C\u0939\u093E\u091C\u093C \u0939\u093F\u0902\u0926 \u092E\u0939\u093E\u0938\u093E\u0917\u0930 \u0938\u0947 \u0906\u0924\u0947 \u0925\u0947, \u0909\u0928\u0915\u0947 \u0928\u093E\u0935\u093F\u0915\u094B\u0902 \u092E\u0947\u0902 \u092C\u0939\u0941\u0924-\u0938\u0947 \u0932\u094B\u0917 \u0915\u094B\u0902\u0915\u0923, \u092E\u093E\u0932\u093E\u092C\u093E\u0930 \u0914\u0930 \u0938\u093F\u0932\u0939\u091F \u0915\u0947 \u0925\u0947\u0964 \u0935\u0947 \u092E\u093E\u0928\u0938\u0942\u0928 \u0915\u0940 \u0939\u0935\u093E \u0915\u0947 \u0938\u0939\u093E\u0930\u0947 \u091A\u0932\u0924\u0947 \u0914\u0930 \u092A\u0924\u091D\u0921\u093C \u092E\u0947\u0902 \u092F\u0939\u093E\u0901 \u092A\u0939\u0941\u0901\u091A\u0924\u0947\u0964 \u092B\u093F\u0930 \u0935\u093E\u092A\u0938\u0940 \u0915\u093E \u091C\u0939\u093E\u091C\u093C \u092E\u093F\u0932\u0928\u0947 \u0924\u0915 \u0909\u0928\u094D\u0939\u0947\u0902 \u092E\u0939\u0940\u0928\u094B\u0902 \u0907\u0938\u0940 \u0938\u0921\u093C\u0915 \u0915\u0947 \u0938\u0930\u093E\u092F-\u0918\u0930\u094B\u0902 \u092E\u0947\u0902 \u0907\u0902\u0924\u091C\u093C\u093E\u0930 \u0915\u0930\u0928\u093E \u092A\u0921\u093C\u0924\u093E \u0925\u093E\u0964 \u0928\u0917\u0930 \u0905\u092D\u093F\u0932\u0947\u0916\u093E\u0917\u093E\u0930 \u0915\u0947 1871 \u0915\u0947 \u090F\u0915 \u0930\u091C\u093F\u0938\u094D\u091F\u0930 \u092E\u0947\u0902 \u0938\u0921\u093C\u0915 \u0915\u093E \u0938\u0930\u0915\u093E\u0930\u0940 \u0928\u093E\u092E \u201C\u0932\u094B\u0905\u0930 \u0915\u0947\u092C\u0932 \u0932\u0947\u0928\u201D \u0939\u0948, \u092A\u0930 \u0939\u093E\u0936\u093F\u092F\u0947 \u092E\u0947\u0902 \u0915\u093F\u0938\u0940 \u092E\u0941\u0902\u0936\u0940 \u0928\u0947 \u0932\u093F\u0916 \u0926\u093F\u092F\u093E \u0939\u0948: \u201C\u091C\u093F\u0938\u0947 \u0938\u092C \u092E\u093E\u0928\u0938\u0942\u0928 \u0915\u0939\u0924\u0947 \u0939\u0948\u0902\u0964\u201D \u0938\u094C \u0938\u093E\u0932 \u092C\u093E\u0926 \u0928\u0917\u0930 \u092A\u0930\u093F\u0937\u0926 \u0928\u0947 \u092D\u0940 \u0939\u093E\u0930 \u092E\u093E\u0928 \u0932\u0940 \u0914\u0930 \u0924\u0916\u093C\u094D\u0924\u0940 \u092C\u0926\u0932 \u0926\u0940\u0964"
      ),
      alsoRead("harbour-history"),
      p(
        "\u0917\u0932\u0940 \u0915\u0947 \u092E\u094B\u0921\u093C \u092A\u0930 \u091C\u093C\u0941\u092C\u0948\u0926\u093E \u0915\u093C\u0941\u0930\u0948\u0936\u0940 \u0915\u0940 \u091A\u093E\u092F \u0915\u0940 \u0926\u0941\u0915\u093E\u0928 \u0939\u0948, \u091C\u094B \u092C\u093E\u0930\u093F\u0936 \u092E\u0947\u0902 \u092C\u0902\u0926 \u0928\u0939\u0940\u0902 \u0939\u094B\u0924\u0940, \u0938\u093F\u0930\u094D\u092B\u093C \u090A\u092A\u0930 \u0916\u093F\u0938\u0915 \u091C\u093E\u0924\u0940 \u0939\u0948\u0964 \u092D\u091F\u094D\u0920\u0940 \u0915\u094B \u0908\u0902\u091F\u094B\u0902 \u0915\u0947 \u090F\u0915 \u091A\u092C\u0942\u0924\u0930\u0947 \u092A\u0930 \u091A\u0922\u093C\u093E \u0926\u093F\u092F\u093E \u091C\u093E\u0924\u093E \u0939\u0948 \u0914\u0930 \u0917\u094D\u0930\u093E\u0939\u0915 \u0938\u093E\u092E\u0928\u0947 \u0915\u0940 \u0938\u0940\u0922\u093C\u093F\u092F\u094B\u0902 \u092A\u0930 \u0915\u093C\u0924\u093E\u0930 \u092E\u0947\u0902 \u092C\u0948\u0920 \u091C\u093E\u0924\u0947 \u0939\u0948\u0902, \u0938\u092C\u0938\u0947 \u0932\u0902\u092C\u0947 \u0932\u094B\u0917 \u0938\u092C\u0938\u0947 \u0928\u0940\u091A\u0947\u0964 \u0924\u0916\u093C\u094D\u0924\u0947 \u092A\u0930 \u0916\u0921\u093C\u093F\u092F\u093E \u0938\u0947 \u0932\u093F\u0916\u093E \u0939\u0948: \u201C\u0909\u0927\u093E\u0930 \u092A\u093E\u0928\u0940 \u0909\u0924\u0930\u0928\u0947 \u0924\u0915\u0964\u201D \u092E\u0948\u0902\u0928\u0947 \u092A\u0942\u091B\u093E \u0915\u093F \u0907\u0938\u0938\u0947 \u0918\u093E\u091F\u093E \u0928\u0939\u0940\u0902 \u0939\u094B\u0924\u093E? \u201C\u0909\u0932\u094D\u091F\u093E \u0939\u094B\u0924\u093E \u0939\u0948,\u201D \u0935\u0947 \u092C\u094B\u0932\u0940\u0902\u0964 \u201C\u091C\u094B \u0906\u0926\u092E\u0940 \u092D\u0940\u0917\u093E \u0939\u0941\u0906 \u0906\u092A\u0915\u0947 \u092F\u0939\u093E\u0901 \u092C\u0948\u0920\u093E \u0939\u094B, \u0935\u0939 \u092A\u0948\u0938\u0947 \u0926\u0947\u0928\u093E \u0928\u0939\u0940\u0902 \u092D\u0942\u0932\u0924\u093E\u0964 \u092D\u0942\u0932\u0924\u0947 \u0935\u0947 \u0939\u0948\u0902 \u091C\u094B \u0927\u0942\u092A \u092E\u0947\u0902 \u0906\u0924\u0947 \u0939\u0948\u0902\u0964\u201D"
      ),
      p(
        "\u0939\u0901\u0938\u0940-\u092E\u091C\u093C\u093E\u0915 \u0915\u0947 \u0928\u0940\u091A\u0947 \u090F\u0915 \u0905\u0938\u0932\u0940 \u091A\u093F\u0902\u0924\u093E \u092D\u0940 \u0939\u0948\u0964 \u092A\u0902\u0926\u094D\u0930\u0939 \u0938\u093E\u0932 \u092A\u0939\u0932\u0947 \u092F\u0939\u093E\u0901 \u0938\u093E\u0932 \u092E\u0947\u0902 \u0926\u094B-\u0924\u0940\u0928 \u092C\u093E\u0930 \u092A\u093E\u0928\u0940 \u092D\u0930\u0924\u093E \u0925\u093E; \u092A\u093F\u091B\u0932\u0947 \u0938\u093E\u0932 \u091A\u094C\u0926\u0939 \u092C\u093E\u0930 \u092D\u0930\u093E\u0964 \u0917\u0932\u0940 \u0915\u0947 \u092C\u093E\u0938\u0920 \u0918\u0930\u094B\u0902 \u092E\u0947\u0902 \u0938\u0947 \u0909\u0928\u094D\u0928\u0940\u0938 \u0915\u093E \u092C\u0940\u092E\u093E \u0905\u092C \u092F\u093E \u0924\u094B \u0930\u0926\u094D\u0926 \u0939\u094B \u091A\u0941\u0915\u093E \u0939\u0948 \u092F\u093E \u0907\u0924\u0928\u093E \u092E\u0939\u0901\u0917\u093E \u0939\u0948 \u0915\u093F \u0932\u094B\u0917\u094B\u0902 \u0928\u0947 \u0916\u093C\u0941\u0926 \u091B\u094B\u0921\u093C \u0926\u093F\u092F\u093E\u0964 \u0928\u0917\u0930 \u092A\u0930\u093F\u0937\u0926 \u0915\u0947 \u091C\u0932-\u0928\u093F\u0915\u093E\u0938\u0940 \u0907\u0902\u091C\u0940\u0928\u093F\u092F\u0930 \u0913\u0935\u0947\u0928 \u092C\u0948\u092A\u094D\u091F\u093F\u0938\u094D\u091F \u092E\u093E\u0928\u0924\u0947 \u0939\u0948\u0902 \u0915\u093F 1908 \u0915\u093E \u0928\u093E\u0932\u093E \u0905\u092C \u091B\u094B\u091F\u093E \u092A\u0921\u093C\u0924\u093E \u0939\u0948\u0964 \u0928\u092F\u093E \u0928\u093E\u0932\u093E \u0914\u0930 \u091C\u094D\u0935\u093E\u0930 \u0930\u094B\u0915\u0928\u0947 \u0935\u093E\u0932\u093E \u092B\u093E\u091F\u0915 \u092E\u093F\u0932\u093E\u0915\u0930 \u091A\u093E\u0932\u0940\u0938 \u0932\u093E\u0916 \u0915\u094D\u0930\u093E\u0909\u0928 \u0915\u093E \u0916\u093C\u0930\u094D\u091A \u0939\u0948\u0964 \u092F\u094B\u091C\u0928\u093E \u0924\u0948\u092F\u093E\u0930 \u0939\u0948, \u0924\u093E\u0930\u0940\u0916\u093C \u0928\u0939\u0940\u0902\u0964"
      ),
      relatedNews("tide-gauge", "harbour-insurance", "budget-vote"),
      p(
        "\u0924\u093E\u0930\u0940\u0916\u093C \u0915\u093E \u0907\u0902\u0924\u091C\u093C\u093E\u0930 \u0915\u0930\u0928\u0947 \u0915\u0947 \u092C\u091C\u093E\u092F \u0917\u0932\u0940 \u0928\u0947 \u0905\u092A\u0928\u093E \u0928\u0915\u093C\u094D\u0936\u093E \u092C\u0928\u093E \u0932\u093F\u092F\u093E \u0939\u0948\u0964 \u0926\u0938 \u0938\u093E\u0932 \u0915\u0940 \u0924\u093E\u0930\u093E \u092E\u0947\u0928\u0928 \u0914\u0930 \u0909\u0938\u0915\u0940 \u0915\u0915\u094D\u0937\u093E \u0915\u0947 \u092C\u091A\u094D\u091A\u094B\u0902 \u0928\u0947 \u0939\u0930 \u0916\u0902\u092D\u0947 \u092A\u0930 \u0930\u0902\u0917\u0940\u0928 \u0928\u093F\u0936\u093E\u0928 \u0932\u0917\u093E\u090F \u0939\u0948\u0902: \u0939\u0930\u093E \u092F\u093E\u0928\u0940 \u091C\u0942\u0924\u0947 \u092D\u0940\u0917\u0947\u0902\u0917\u0947, \u092A\u0940\u0932\u093E \u092F\u093E\u0928\u0940 \u092E\u094B\u091C\u093C\u0947 \u092D\u0940, \u0932\u093E\u0932 \u092F\u093E\u0928\u0940 \u0906\u091C \u0938\u094D\u0915\u0942\u0932 \u0915\u093E \u0930\u093E\u0938\u094D\u0924\u093E \u090A\u092A\u0930 \u0935\u093E\u0932\u0940 \u0938\u0921\u093C\u0915 \u0938\u0947\u0964 \u0927\u093E\u0930\u093E \u0915\u0940 \u0930\u092B\u093C\u094D\u0924\u093E\u0930 \u0935\u0947 \u0915\u093E\u0917\u093C\u091C\u093C \u0915\u0940 \u0928\u093E\u0935 \u0914\u0930 \u090F\u0915 \u0918\u0921\u093C\u0940 \u0938\u0947 \u0928\u093E\u092A\u0924\u0947 \u0939\u0948\u0902\u0964 \u0924\u093E\u0930\u093E \u0915\u0940 \u0915\u0949\u092A\u0940 \u092E\u0947\u0902 \u092A\u093F\u091B\u0932\u0947 \u091A\u093E\u0930 \u092E\u0939\u0940\u0928\u094B\u0902 \u0915\u0940 \u0938\u0924\u094D\u0924\u093E\u0908\u0938 \u0928\u093E\u0935\u094B\u0902 \u0915\u093E \u092C\u094D\u092F\u094B\u0930\u093E \u0939\u0948, \u0914\u0930 \u090F\u0915 \u091F\u093F\u092A\u094D\u092A\u0923\u0940 \u092D\u0940: \u201C\u0905\u0916\u093C\u092C\u093E\u0930 \u0915\u0940 \u0928\u093E\u0935 \u0938\u092C\u0938\u0947 \u0924\u0947\u091C\u093C \u091A\u0932\u0924\u0940 \u0939\u0948\u0964 \u0915\u093F\u0924\u093E\u092C \u0915\u0947 \u092A\u0928\u094D\u0928\u0947 \u0915\u0940 \u0928\u093E\u0935 \u0928\u0939\u0940\u0902 \u092C\u0928\u093E\u0928\u0940 \u091A\u093E\u0939\u093F\u090F\u0964\u201D"
      ),
      p(
        "\u0907\u0902\u091C\u0940\u0928\u093F\u092F\u0930 \u0938\u093E\u0939\u092C \u0928\u0947 \u0935\u0939 \u0915\u0949\u092A\u0940 \u092E\u093E\u0901\u0917\u0915\u0930 \u0926\u0947\u0916\u0940 \u0939\u0948\u0964 \u0909\u0928\u0915\u093E \u0915\u0939\u0928\u093E \u0939\u0948 \u0915\u093F \u092C\u091A\u094D\u091A\u094B\u0902 \u0915\u0947 \u0906\u0901\u0915\u0921\u093C\u094B\u0902 \u0938\u0947 \u092A\u0939\u0932\u0940 \u092C\u093E\u0930 \u092A\u0924\u093E \u091A\u0932\u093E \u0915\u093F \u092A\u093E\u0928\u0940 \u092C\u0940\u091A \u0938\u0947 \u0928\u0939\u0940\u0902, \u092C\u0932\u094D\u0915\u093F \u092A\u0941\u0930\u093E\u0928\u0940 \u0938\u0930\u093E\u092F \u0915\u0940 \u0926\u0940\u0935\u093E\u0930 \u0915\u0947 \u0938\u093E\u0925-\u0938\u093E\u0925 \u092C\u0939\u0924\u093E \u0939\u0948, \u091C\u0939\u093E\u0901 \u0915\u093F\u0938\u0940 \u091C\u093C\u092E\u093E\u0928\u0947 \u092E\u0947\u0902 \u0936\u093E\u092F\u0926 \u090F\u0915 \u0928\u093E\u0932\u0940 \u0925\u0940\u0964 \u0905\u0917\u0932\u0947 \u0939\u092B\u093C\u094D\u0924\u0947 \u0935\u0939\u093E\u0901 \u0916\u0941\u0926\u093E\u0908 \u0939\u094B\u0917\u0940\u0964 \u0905\u0917\u0930 \u0928\u093E\u0932\u0940 \u0938\u091A\u092E\u0941\u091A \u0928\u093F\u0915\u0932\u0940, \u0924\u094B \u0909\u0938\u0947 \u0938\u093E\u092B\u093C \u0915\u0930\u0928\u0947 \u092D\u0930 \u0938\u0947 \u0906\u0927\u093E \u092A\u093E\u0928\u0940 \u0909\u0924\u0930 \u0938\u0915\u0924\u093E \u0939\u0948, \u0914\u0930 \u0909\u0938\u092E\u0947\u0902 \u091A\u093E\u0932\u0940\u0938 \u0932\u093E\u0916 \u0928\u0939\u0940\u0902, \u091A\u093E\u0932\u0940\u0938 \u0939\u091C\u093C\u093E\u0930 \u0932\u0917\u0947\u0902\u0917\u0947\u0964"
      ),
      p(
        "\u0936\u093E\u092E \u0915\u094B \u092C\u093E\u0930\u093F\u0936 \u0925\u092E\u0940, \u0924\u094B \u0938\u0921\u093C\u0915 \u092A\u0930 \u0935\u0939\u0940 \u0906\u0935\u093E\u091C\u093C \u0932\u094C\u091F\u0940 \u091C\u094B \u092F\u0939\u093E\u0901 \u0915\u0947 \u0932\u094B\u0917 \u0938\u092C\u0938\u0947 \u092A\u0939\u0932\u0947 \u092A\u0939\u091A\u093E\u0928\u0924\u0947 \u0939\u0948\u0902: \u0926\u0930\u094D\u091C\u0928\u094B\u0902 \u091D\u093E\u0921\u093C\u0942 \u090F\u0915 \u0938\u093E\u0925\u0964 \u0930\u092E\u0947\u0936 \u091C\u0940 \u0928\u0947 \u0936\u091F\u0930 \u092A\u0942\u0930\u093E \u0909\u0920\u093E\u092F\u093E \u0914\u0930 \u092E\u0930\u092E\u094D\u092E\u0924 \u0915\u093F\u090F \u0939\u0941\u090F \u091B\u093E\u0924\u0947 \u092C\u093E\u0939\u0930 \u0930\u0938\u094D\u0938\u0940 \u092A\u0930 \u091F\u093E\u0901\u0917 \u0926\u093F\u090F, \u0915\u093E\u0932\u0947, \u091A\u093E\u0930\u0916\u093C\u093E\u0928\u0947 \u0935\u093E\u0932\u0947, \u090F\u0915 \u092C\u091A\u094D\u091A\u0947 \u0915\u093E \u092A\u0940\u0932\u093E \u091B\u093E\u0924\u093E \u091C\u093F\u0938 \u092A\u0930 \u092C\u0924\u094D\u0924\u0916\u093C \u092C\u0928\u0940 \u0925\u0940\u0964 \u092B\u093F\u0930 \u092A\u0947\u0902\u0938\u093F\u0932 \u0909\u0920\u093E\u0915\u0930 \u0906\u091C \u0915\u0947 \u0916\u093C\u093E\u0928\u0947 \u092E\u0947\u0902 \u0932\u093F\u0916\u093E: \u0924\u0948\u0902\u0924\u0940\u0938\u0964 \u201C\u0915\u0932 \u0927\u0942\u092A \u0928\u093F\u0915\u0932\u0947\u0917\u0940,\u201D \u0909\u0928\u094D\u0939\u094B\u0902\u0928\u0947 \u0906\u0938\u092E\u093E\u0928 \u0926\u0947\u0916\u0947 \u092C\u093F\u0928\u093E \u0915\u0939\u093E\u0964 \u201C\u0915\u0932 \u0932\u094B\u0917 \u0907\u0928\u094D\u0939\u0947\u0902 \u0932\u0947\u0928\u0947 \u0906\u090F\u0901\u0917\u0947, \u0914\u0930 \u0906\u0927\u0947 \u0932\u094B\u0917 \u092B\u093F\u0930 \u092F\u0939\u0940\u0902 \u092D\u0942\u0932 \u091C\u093E\u090F\u0901\u0917\u0947\u0964\u201D"
      )
    ]
  },
  {
    key: "old-library",
    headline: "\u0623\u0645\u064A\u0646\u0629 \u0627\u0644\u0641\u0647\u0631\u0633: \u0627\u0644\u0623\u064A\u0627\u0645 \u0627\u0644\u0623\u062E\u064A\u0631\u0629 \u0641\u064A \u0627\u0644\u0645\u0643\u062A\u0628\u0629 \u0627\u0644\u0642\u062F\u064A\u0645\u0629 \u0642\u0628\u0644 \u0646\u0642\u0644 \u0643\u062A\u0628\u0647\u0627",
    kicker: "\u0645\u0643\u062A\u0628\u0627\u062A",
    standfirst: "\u062A\u064F\u063A\u0644\u0642 \u0627\u0644\u0645\u0643\u062A\u0628\u0629 \u0627\u0644\u0642\u062F\u064A\u0645\u0629 \u0627\u0644\u0645\u0637\u0644\u0651\u0629 \u0639\u0644\u0649 \u0645\u064A\u0646\u0627\u0621 \u0628\u0648\u0631\u062A \u0644\u064A\u0646\u064A\u062A \u0623\u0628\u0648\u0627\u0628\u0647\u0627 \u0639\u0627\u0645\u064B\u0627 \u0648\u0646\u0635\u0641 \u0627\u0644\u0639\u0627\u0645 \u0644\u0644\u062A\u0631\u0645\u064A\u0645. \u0623\u0645\u0627 \u0627\u0644\u0643\u062A\u0628 \u0641\u0644\u0647\u0627 \u0645\u0633\u062A\u0648\u062F\u0639 \u064A\u0646\u062A\u0638\u0631\u0647\u0627\u060C \u0648\u0623\u0645\u0627 \u0630\u0627\u0643\u0631\u0629 \u0627\u0644\u0642\u0631\u0651\u0627\u0621 \u0641\u0644\u0645 \u064A\u0633\u0623\u0644 \u0623\u062D\u062F \u0623\u064A\u0646 \u062A\u064F\u062D\u0641\u0638.",
    section: "culture",
    topics: ["harbour"],
    bylines: ["amal-haddad"],
    dateline: "\u0628\u0648\u0631\u062A \u0644\u064A\u0646\u064A\u062A",
    kind: "feature",
    language: "ar",
    picture: "old-library",
    published: { hoursAgo: 58 },
    body: [
      p(
        "\u062A\u0635\u0644 \u0633\u0644\u0645\u0649 \u062F\u0631\u0648\u064A\u0634 \u0625\u0644\u0649 \u0627\u0644\u0645\u0643\u062A\u0628\u0629 \u0627\u0644\u0642\u062F\u064A\u0645\u0629 \u0642\u0628\u0644 \u0645\u0648\u0639\u062F \u0641\u062A\u062D\u0647\u0627 \u0628\u0633\u0627\u0639\u0629\u060C \u0648\u062A\u0645\u0634\u064A \u0641\u064A \u0642\u0627\u0639\u0629 \u0627\u0644\u0645\u0637\u0627\u0644\u0639\u0629 \u0639\u0644\u0649 \u0623\u0637\u0631\u0627\u0641 \u0623\u0635\u0627\u0628\u0639\u0647\u0627 \u0645\u0639 \u0623\u0646 \u0627\u0644\u0642\u0627\u0639\u0629 \u062E\u0627\u0644\u064A\u0629. \u0641\u0623\u0644\u0648\u0627\u062D \u0627\u0644\u0623\u0631\u0636\u064A\u0629 \u0627\u0644\u062E\u0634\u0628\u064A\u0629 \u062A\u0639\u0648\u062F \u0625\u0644\u0649 \u0639\u0627\u0645 1874\u060C \u0648\u062A\u062D\u062A \u0627\u0644\u0644\u0648\u062D \u0627\u0644\u062B\u0627\u0644\u062B \u0645\u0646 \u062C\u0647\u0629 \u0627\u0644\u0646\u0627\u0641\u0630\u0629 \u0635\u0631\u064A\u0631 \u062A\u0639\u0631\u0641\u0647 \u0648\u062D\u062F\u0647\u0627\u060C \u0641\u062A\u062A\u062C\u0646\u0651\u0628\u0647 \u0643\u064A \u0644\u0627 \u062A\u0648\u0642\u0638\u060C \u0643\u0645\u0627 \u062A\u0642\u0648\u0644 \u0636\u0627\u062D\u0643\u0629\u060C \xAB\u0645\u064E\u0646 \u0646\u0627\u0645\u0648\u0627 \u0639\u0644\u0649 \u0627\u0644\u0631\u0641\u0648\u0641\xBB. \u062B\u0645 \u062A\u0641\u062A\u062D \u0627\u0644\u0646\u0648\u0627\u0641\u0630 \u0627\u0644\u0645\u0637\u0644\u0651\u0629 \u0639\u0644\u0649 \u0627\u0644\u0645\u064A\u0646\u0627\u0621\u060C \u0648\u062A\u062A\u0631\u0643 \u0631\u0627\u0626\u062D\u0629 \u0627\u0644\u0628\u062D\u0631 \u062A\u062F\u062E\u0644 \u062F\u0642\u064A\u0642\u062A\u064A\u0646 \u0644\u0627 \u0623\u0643\u062B\u0631\u060C \u0648\u062A\u063A\u0644\u0642\u0647\u0627 \u0628\u0627\u0644\u062A\u0631\u062A\u064A\u0628 \u0646\u0641\u0633\u0647."
      ),
      p(
        "\u062A\u0639\u0645\u0644 \u062F\u0631\u0648\u064A\u0634 \u0623\u0645\u064A\u0646\u0629\u064B \u0644\u0647\u0630\u0647 \u0627\u0644\u0645\u0643\u062A\u0628\u0629 \u0645\u0646\u0630 \u0633\u062A\u0629 \u0648\u0639\u0634\u0631\u064A\u0646 \u0639\u0627\u0645\u064B\u0627\u060C \u0648\u0647\u064A \u062A\u0639\u062F\u0651 \u0627\u0644\u0622\u0646 \u0623\u064A\u0627\u0645\u0647\u0627 \u0627\u0644\u0623\u062E\u064A\u0631\u0629 \u0641\u064A\u0647\u0627 \u0628\u0635\u0648\u0631\u062A\u0647\u0627 \u0627\u0644\u062D\u0627\u0644\u064A\u0629. \u0641\u0641\u064A \u0646\u0647\u0627\u064A\u0629 \u0627\u0644\u0634\u0647\u0631 \u0627\u0644\u0645\u0642\u0628\u0644 \u062A\u064F\u063A\u0644\u0642 \u0627\u0644\u0642\u0627\u0639\u0629 \u062B\u0645\u0627\u0646\u064A\u0629 \u0639\u0634\u0631 \u0634\u0647\u0631\u064B\u0627 \u0644\u062A\u0631\u0645\u064A\u0645 \u0627\u0644\u0633\u0642\u0641 \u0648\u062A\u062C\u0641\u064A\u0641 \u0627\u0644\u062C\u062F\u0631\u0627\u0646\u060C \u0648\u062A\u064F\u0646\u0642\u0644 \u0645\u062D\u062A\u0648\u064A\u0627\u062A\u0647\u0627\u060C \u0648\u0647\u064A \u0646\u062D\u0648 41 \u0623\u0644\u0641 \u0645\u062C\u0644\u0651\u062F\u060C \u0625\u0644\u0649 \u0645\u0633\u062A\u0648\u062F\u0639 \u062E\u0644\u0641 \u0645\u062D\u0637\u0629 \u0627\u0644\u0642\u0637\u0627\u0631 \u062A\u064F\u0636\u0628\u0637 \u0641\u064A\u0647 \u0627\u0644\u062D\u0631\u0627\u0631\u0629 \u0648\u0627\u0644\u0631\u0637\u0648\u0628\u0629. \u0648\u062A\u0628\u0644\u063A \u0643\u0644\u0641\u0629 \u0627\u0644\u0645\u0634\u0631\u0648\u0639 \u0645\u0644\u064A\u0648\u0646\u064A\u0646 \u0648400 \u0623\u0644\u0641 \u0643\u0631\u0627\u0648\u0646\u060C \u062A\u062F\u0641\u0639 \u0627\u0644\u0628\u0644\u062F\u064A\u0629 \u062B\u0644\u062B\u064A\u0647\u0627 \u0648\u062A\u062A\u0643\u0641\u0651\u0644 \u0627\u0644\u062C\u0645\u0639\u064A\u0629 \u0627\u0644\u0625\u0642\u0644\u064A\u0645\u064A\u0629 \u0628\u0627\u0644\u0628\u0627\u0642\u064A."
      ),
      p(
        "\u063A\u064A\u0631 \u0623\u0646 \u0645\u0627 \u064A\u0634\u063A\u0644 \u0627\u0644\u0623\u0645\u064A\u0646\u0629 \u0644\u064A\u0633 \u0627\u0644\u0643\u062A\u0628\u060C \u0641\u0627\u0644\u0643\u062A\u0628 \u0643\u0645\u0627 \u062A\u0642\u0648\u0644 \xAB\u062A\u0639\u0631\u0641 \u0643\u064A\u0641 \u062A\u0633\u0627\u0641\u0631\xBB. \u064A\u0634\u063A\u0644\u0647\u0627 \u0627\u0644\u0641\u0647\u0631\u0633: \u062E\u0632\u0627\u0646\u0629 \u0645\u0646 \u062E\u0634\u0628 \u0627\u0644\u062C\u0648\u0632 \u0641\u064A\u0647\u0627 112 \u062F\u0631\u062C\u064B\u0627\u060C \u0648\u0641\u064A \u0627\u0644\u0623\u062F\u0631\u0627\u062C \u0628\u0637\u0627\u0642\u0627\u062A \u0643\u062A\u0628\u0647\u0627 \u0628\u062E\u0637 \u0627\u0644\u064A\u062F \u062A\u0633\u0639\u0629 \u0623\u0645\u0646\u0627\u0621 \u062A\u0639\u0627\u0642\u0628\u0648\u0627 \u0639\u0644\u0649 \u0627\u0644\u0645\u0643\u0627\u0646. \u0648\u0642\u062F \u062C\u0631\u062A \u0627\u0644\u0639\u0627\u062F\u0629 \u0645\u0646\u0630 \u0627\u0644\u0628\u062F\u0627\u064A\u0629 \u0623\u0646 \u064A\u062F\u0648\u0651\u0646 \u0627\u0644\u0623\u0645\u064A\u0646 \u0639\u0644\u0649 \u0638\u0647\u0631 \u0643\u0644 \u0628\u0637\u0627\u0642\u0629 \u0634\u064A\u0626\u064B\u0627 \u0639\u0646 \u0627\u0644\u0642\u0627\u0631\u0626 \u0627\u0644\u0630\u064A \u0637\u0644\u0628 \u0627\u0644\u0643\u062A\u0627\u0628: \u0645\u0647\u0646\u062A\u0647\u060C \u0648\u0627\u0644\u063A\u0631\u0636 \u0645\u0646 \u0642\u0631\u0627\u0621\u062A\u0647\u060C \u0648\u0623\u062D\u064A\u0627\u0646\u064B\u0627 \u062C\u0645\u0644\u0629 \u0642\u0627\u0644\u0647\u0627 \u0639\u0646\u062F \u0625\u0639\u0627\u062F\u062A\u0647. \u0639\u0644\u0649 \u0638\u0647\u0631 \u0628\u0637\u0627\u0642\u0629 \u0643\u062A\u0627\u0628 \u0641\u064A \u0627\u0644\u0645\u0644\u0627\u062D\u0629 \u0646\u0642\u0631\u0623: \xAB\u0628\u062D\u0651\u0627\u0631\u060C \u0623\u0639\u0627\u062F\u0647 \u0645\u0628\u062A\u0644\u064B\u0651\u0627 \u0648\u0627\u0639\u062A\u0630\u0631 \u0645\u0646 \u0627\u0644\u0643\u062A\u0627\u0628 \u0644\u0627 \u0645\u0646\u0651\u064A\xBB."
      ),
      alsoRead("library-hours"),
      p(
        "\u0648\u0641\u064A \u0627\u0644\u0631\u0643\u0646 \u0627\u0644\u0634\u0631\u0642\u064A \u0645\u0646 \u0627\u0644\u0642\u0627\u0639\u0629 \u0645\u062C\u0645\u0648\u0639\u0629 \u064A\u0646\u062F\u0631 \u0623\u0646 \u064A\u062A\u0648\u0642\u0639\u0647\u0627 \u0627\u0644\u0632\u0627\u0626\u0631 \u0641\u064A \u0645\u062F\u064A\u0646\u0629 \u0634\u0645\u0627\u0644\u064A\u0629 \u0643\u0647\u0630\u0647: 340 \u0643\u062A\u0627\u0628\u064B\u0627 \u0639\u0631\u0628\u064A\u064B\u0627 \u0637\u064F\u0628\u0639 \u0645\u0639\u0638\u0645\u0647\u0627 \u0641\u064A \u0627\u0644\u0642\u0627\u0647\u0631\u0629 \u0648\u0628\u064A\u0631\u0648\u062A \u0648\u0625\u0633\u0637\u0646\u0628\u0648\u0644 \u0642\u0628\u0644 \u0639\u0627\u0645 1890. \u062C\u0627\u0621 \u0628\u0647\u0627 \u062A\u0627\u062C\u0631 \u062D\u0628\u0648\u0628 \u0627\u0633\u0645\u0647 \u064A\u0648\u0633\u0641 \u0627\u0644\u0639\u0637\u0651\u0627\u0631\u060C \u0631\u0633\u0627 \u0647\u0646\u0627 \u0634\u062A\u0627\u0621\u064B \u0648\u0639\u062C\u0632 \u0639\u0646 \u0633\u062F\u0627\u062F \u0631\u0633\u0648\u0645 \u0627\u0644\u0631\u0635\u064A\u0641\u060C \u0641\u0642\u0628\u0644\u062A \u0625\u062F\u0627\u0631\u0629 \u0627\u0644\u0645\u064A\u0646\u0627\u0621 \u0645\u0643\u062A\u0628\u062A\u0647 \u0631\u0647\u0646\u064B\u0627. \u0648\u0644\u0645\u0651\u0627 \u0639\u0627\u062F \u0628\u0639\u062F \u062B\u0644\u0627\u062B \u0633\u0646\u0648\u0627\u062A \u0628\u0627\u0644\u0645\u0627\u0644 \u0648\u062C\u062F \u0623\u0646 \u0628\u062D\u0651\u0627\u0631\u0629 \u0645\u0646 \u0627\u0644\u0625\u0633\u0643\u0646\u062F\u0631\u064A\u0629 \u0648\u0639\u062F\u0646 \u064A\u0623\u062A\u0648\u0646 \u0643\u0644 \u0645\u0633\u0627\u0621 \u0644\u064A\u0642\u0631\u0623 \u0628\u0639\u0636\u0647\u0645 \u0644\u0628\u0639\u0636\u060C \u0641\u062F\u0641\u0639 \u0645\u0627 \u0639\u0644\u064A\u0647 \u0648\u062A\u0631\u0643 \u0627\u0644\u0643\u062A\u0628 \u062D\u064A\u062B \u0647\u064A."
      ),
      quote("\u0644\u0627 \u0623\u062D\u0641\u0638 \u0645\u0627 \u0641\u064A \u0627\u0644\u0643\u062A\u0628. \u0623\u062D\u0641\u0638 \u0645\u064E\u0646 \u0637\u0644\u0628\u0647\u0627\u060C \u0648\u0645\u062A\u0649 \u0623\u0639\u0627\u062F\u0647\u0627\u060C \u0648\u0643\u064A\u0641 \u0643\u0627\u0646 \u0648\u062C\u0647\u0647 \u062D\u064A\u0646 \u0623\u0639\u0627\u062F\u0647\u0627.", "\u0633\u0644\u0645\u0649 \u062F\u0631\u0648\u064A\u0634\u060C \u0623\u0645\u064A\u0646\u0629 \u0627\u0644\u0645\u0643\u062A\u0628\u0629"),
      p(
        "\u0645\u0647\u0646\u062F\u0633 \u0627\u0644\u062A\u0631\u0645\u064A\u0645\u060C \u0644\u0648\u0643\u0627 \u0633\u062A\u064A\u0628\u0627\u0646\u060C \u064A\u0642\u062F\u0651\u0631 \u0647\u0630\u0627 \u0643\u0644\u0647\u060C \u0644\u0643\u0646\u0647 \u064A\u0634\u064A\u0631 \u0625\u0644\u0649 \u0627\u0644\u0633\u0642\u0641. \u0641\u0642\u062F \u062A\u0633\u0631\u0651\u0628 \u0627\u0644\u0645\u0627\u0621 \u0641\u064A \u0627\u0644\u0634\u062A\u0627\u0621 \u0627\u0644\u0645\u0627\u0636\u064A \u0625\u0644\u0649 \u0633\u0628\u0639\u0629 \u0645\u0648\u0627\u0636\u0639\u060C \u0648\u0628\u0644\u063A\u062A \u0627\u0644\u0631\u0637\u0648\u0628\u0629 \u0641\u064A \u0627\u0644\u062C\u062F\u0627\u0631 \u0627\u0644\u063A\u0631\u0628\u064A \u062D\u062F\u064B\u0651\u0627 \u0628\u062F\u0623\u062A \u0645\u0639\u0647 \u0627\u0644\u0623\u063A\u0644\u0641\u0629 \u0627\u0644\u062C\u0644\u062F\u064A\u0629 \u062A\u062A\u0642\u0634\u0651\u0631. \u0648\u064A\u0642\u0648\u0644 \u0625\u0646 \u0627\u0644\u062A\u0623\u062C\u064A\u0644 \u0639\u0627\u0645\u064B\u0627 \u0648\u0627\u062D\u062F\u064B\u0627 \u0622\u062E\u0631 \u064A\u0639\u0646\u064A \u0623\u0646 \xAB\u0646\u0631\u0645\u0651\u0645 \u0642\u0627\u0639\u0629 \u0644\u0645 \u064A\u0628\u0642\u064E \u0641\u064A\u0647\u0627 \u0645\u0627 \u064A\u064F\u0642\u0631\u0623\xBB. \u0623\u0645\u0627 \u0627\u0644\u0641\u0647\u0631\u0633 \u0641\u0644\u0627 \u0628\u0646\u062F \u0644\u0647 \u0641\u064A \u0627\u0644\u0645\u064A\u0632\u0627\u0646\u064A\u0629\u060C \u0625\u0630 \u0646\u064F\u0642\u0644\u062A \u0627\u0644\u0639\u0646\u0627\u0648\u064A\u0646 \u0625\u0644\u0649 \u0627\u0644\u062D\u0627\u0633\u0648\u0628 \u0639\u0627\u0645 2003\u060C \u0648\u0644\u0645 \u064A\u062E\u0637\u0631 \u0644\u0623\u062D\u062F \u064A\u0648\u0645\u0626\u0630 \u0623\u0646 \u064A\u0642\u0644\u0628 \u0627\u0644\u0628\u0637\u0627\u0642\u0627\u062A \u0644\u064A\u0631\u0649 \u0645\u0627 \u0639\u0644\u0649 \u0638\u0647\u0648\u0631\u0647\u0627."
      ),
      p(
        "\u0644\u0630\u0644\u0643 \u062A\u0642\u0644\u0628\u0647\u0627 \u062F\u0631\u0648\u064A\u0634 \u0628\u0646\u0641\u0633\u0647\u0627. \u0641\u0645\u0646\u0630 \u0623\u0634\u0647\u0631 \u062A\u0628\u0642\u0649 \u062B\u0644\u0627\u062B \u0623\u0645\u0633\u064A\u0627\u062A \u0641\u064A \u0627\u0644\u0623\u0633\u0628\u0648\u0639 \u0645\u0639 \u0637\u0627\u0644\u0628\u064A\u0646 \u0645\u062A\u0637\u0648\u0651\u0639\u064A\u0646 \u0648\u0645\u0627\u0633\u062D \u0636\u0648\u0626\u064A \u0627\u0633\u062A\u0639\u0627\u0631\u0648\u0647 \u0645\u0646 \u0627\u0644\u062C\u0627\u0645\u0639\u0629\u060C \u0648\u0642\u062F \u0635\u0648\u0651\u0631\u0648\u0627 \u062D\u062A\u0649 \u0627\u0644\u0622\u0646 \u062A\u0633\u0639\u0629 \u0622\u0644\u0627\u0641 \u0628\u0637\u0627\u0642\u0629 \u0645\u0646 \u0623\u0635\u0644 38 \u0623\u0644\u0641\u064B\u0627. \u0648\u0628\u0627\u0644\u0648\u062A\u064A\u0631\u0629 \u0627\u0644\u062D\u0627\u0644\u064A\u0629 \u0644\u0646 \u064A\u0646\u062A\u0647\u0648\u0627 \u0642\u0628\u0644 \u0627\u0644\u0625\u063A\u0644\u0627\u0642\u060C \u0648\u0644\u0647\u0630\u0627 \u0648\u0636\u0639\u062A \u0648\u0631\u0642\u0629 \u0639\u0646\u062F \u0627\u0644\u0628\u0627\u0628 \u062A\u0637\u0644\u0628 \u0627\u0644\u0639\u0648\u0646 \u0645\u0645\u0646 \u064A\u064F\u062D\u0633\u0646 \u0642\u0631\u0627\u0621\u0629 \u0627\u0644\u062E\u0637\u0648\u0637 \u0627\u0644\u0642\u062F\u064A\u0645\u0629. \u0648\u0641\u064A \u0627\u0644\u0623\u0633\u0628\u0648\u0639 \u0627\u0644\u0623\u0648\u0644 \u062C\u0627\u0621 \u0623\u062D\u062F \u0639\u0634\u0631 \u0634\u062E\u0635\u064B\u0627\u060C \u0628\u064A\u0646\u0647\u0645 \u0635\u064A\u062F\u0644\u064A \u0645\u062A\u0642\u0627\u0639\u062F \u0642\u0627\u0644 \u0625\u0646\u0647 \u0623\u0645\u0636\u0649 \u0639\u0645\u0631\u0647 \u064A\u0642\u0631\u0623 \u0645\u0627 \u0644\u0627 \u064A\u064F\u0642\u0631\u0623."
      ),
      relatedNews("harbour-history", "bookshop-fifty"),
      p(
        "\u0648\u0645\u0646 \u0631\u0648\u0651\u0627\u062F \u0627\u0644\u0642\u0627\u0639\u0629 \u0645\u0631\u0648\u0627\u0646 \u062E\u0648\u0631\u064A\u060C \u0648\u0647\u0648 \u0645\u0647\u0646\u062F\u0633 \u0633\u0641\u0646 \u0641\u064A \u0627\u0644\u062B\u0627\u0644\u062B\u0629 \u0648\u0627\u0644\u062B\u0645\u0627\u0646\u064A\u0646 \u064A\u0623\u062A\u064A \u0643\u0644 \u0635\u0628\u0627\u062D \u0644\u064A\u0642\u0631\u0623 \u0635\u0641\u062D\u0629 \u0648\u0627\u062D\u062F\u0629 \u0645\u0646 \u062F\u064A\u0648\u0627\u0646 \u0642\u062F\u064A\u0645 \u062B\u0645 \u064A\u0646\u0635\u0631\u0641. \u0633\u0623\u0644\u062A\u0647 \u0625\u0646 \u0643\u0627\u0646 \u0633\u064A\u0630\u0647\u0628 \u0625\u0644\u0649 \u0627\u0644\u0645\u0633\u062A\u0648\u062F\u0639 \u0644\u064A\u0643\u0645\u0644 \u0627\u0644\u0642\u0631\u0627\u0621\u0629\u060C \u0641\u0647\u0632\u0651 \u0631\u0623\u0633\u0647. \u0628\u0642\u064A\u062A \u0644\u0647\u060C \u0628\u062D\u0633\u0627\u0628\u0647\u060C \u062E\u0645\u0633\u0645\u0626\u0629 \u0635\u0641\u062D\u0629 \u0648\u0623\u0631\u0628\u0639\u060C \u0648\u0633\u064A\u0646\u062A\u0638\u0631. \u0648\u0623\u0636\u0627\u0641 \u0648\u0647\u0648 \u064A\u0639\u062F\u0651\u0644 \u0646\u0638\u0627\u0631\u062A\u0647 \u0623\u0646 \u0644\u062F\u064A\u0647 \u0633\u0628\u0628\u064B\u0627 \u0648\u062C\u064A\u0647\u064B\u0627 \u0627\u0644\u0622\u0646 \u0644\u064A\u0639\u062A\u0646\u064A \u0628\u0635\u062D\u062A\u0647\u060C \u0648\u0623\u0646\u0647 \u0623\u0628\u0644\u063A \u0637\u0628\u064A\u0628\u0647 \u0628\u0630\u0644\u0643."
      ),
      p(
        "\u0641\u064A \u0627\u0644\u0645\u0633\u0627\u0621\u060C \u0628\u0639\u062F \u0623\u0646 \u0627\u0646\u0635\u0631\u0641 \u0627\u0644\u0637\u0627\u0644\u0628\u0627\u0646\u060C \u0623\u062E\u0631\u062C\u062A \u0627\u0644\u0623\u0645\u064A\u0646\u0629 \u0645\u0646 \u062F\u0631\u062C\u0647\u0627 \u0628\u0637\u0627\u0642\u0629 \u0628\u064A\u0636\u0627\u0621 \u0648\u0643\u062A\u0628\u062A \u0639\u0644\u064A\u0647\u0627 \u0639\u0646\u0648\u0627\u0646\u064B\u0627 \u0644\u0627 \u0648\u062C\u0648\u062F \u0644\u0647 \u0639\u0644\u0649 \u0623\u064A \u0631\u0641\u0651: \xAB\u0627\u0644\u0645\u0643\u062A\u0628\u0629 \u0627\u0644\u0642\u062F\u064A\u0645\u0629\xBB. \u0648\u0641\u064A \u062E\u0627\u0646\u0629 \u0627\u0644\u0645\u0633\u062A\u0639\u064A\u0631 \u0643\u062A\u0628\u062A: \xAB\u0627\u0644\u0645\u062F\u064A\u0646\u0629\xBB. \u062B\u0645 \u0642\u0644\u0628\u062A \u0627\u0644\u0628\u0637\u0627\u0642\u0629 \u0648\u062A\u0631\u0643\u062A \u0638\u0647\u0631\u0647\u0627 \u0641\u0627\u0631\u063A\u064B\u0627\u060C \u0648\u0648\u0636\u0639\u062A\u0647\u0627 \u0641\u064A \u0622\u062E\u0631 \u062F\u0631\u062C. \u0642\u0627\u0644\u062A \u0625\u0646\u0647\u0627 \u0633\u062A\u0645\u0644\u0624\u0647 \u062D\u064A\u0646 \u062A\u064F\u0639\u0627\u062F\u060C \u0648\u0623\u0637\u0641\u0623\u062A \u0627\u0644\u0645\u0635\u0628\u0627\u062D\u060C \u0648\u0645\u0634\u062A \u0646\u062D\u0648 \u0627\u0644\u0628\u0627\u0628 \u0628\u062E\u0637\u0649 \u0639\u0627\u062F\u064A\u0629 \u0647\u0630\u0647 \u0627\u0644\u0645\u0631\u0629\u060C \u0641\u0635\u0631\u0651 \u0627\u0644\u0644\u0648\u062D \u0627\u0644\u062B\u0627\u0644\u062B."
      )
    ]
  }
];

// db/demo-edition/notebook.ts
var notebookStories = [
  {
    key: "ferry-day",
    headline: "Sixty-two crossings: a day on the Orle ferry",
    kicker: "On board",
    standfirst: "The Dunlin was meant to serve for five years. Forty-one years later she still crosses the mouth of the river all day, and in the evening she shows a film.",
    section: "transport",
    topics: ["harbour", "shipping"],
    bylines: ["mirela-osei"],
    dateline: "Port Linnet",
    kind: "feature",
    language: "en",
    picture: "ferry",
    published: { hoursAgo: 7 },
    updated: { hoursAgo: 3 },
    body: [
      p(
        "At a quarter past six in the morning the **Dunlin** is the only thing on the river with its lights on. Her engineer, Halloran Voss, has been aboard for an hour, listening. \u201CYou can read a gauge,\u201D he says, \u201Cbut she tells you first.\u201D The fishermen call her _the old lady_, the timetable calls her `PLF 2`, and the 610 people who will cross before eight o\u2019clock call her nothing at all. They look at their telephones and step over the sill without seeing it."
      ),
      p(
        "She goes between Harbour Pier and Sallow Point, 1,140 metres of tide and traffic, sixty-two times on a working day. She was built at the Orle Yard, in the last good years that are told in [our history of the harbour](story:harbour-history), to fill in while the city made up its mind about a bridge at the mouth. It has not finished thinking. Like every vessel out here, from the dredger to a dinghy, she keeps to the [collision regulations](https://en.wikipedia.org/wiki/International_Regulations_for_Preventing_Collisions_at_Sea), which her skipper can recite and occasionally does."
      ),
      h2("The first boat"),
      p(
        "The skipper on the early turn is Beatrix Amadi, 44, who came to the ferry from deep-sea tugs and expected to be bored. What she found was a crossing that is never the same twice. On the ebb she points the bow so far upstream that strangers think she has missed. On the flood she lets the river do the work. In fog she slows to four knots and the deckhand, Jory Pell, goes forward with a bell that is older than either of them."
      ),
      image(
        "lifting-bridge",
        "Lowgate Bridge, upstream. When it lifts, the ferry knows what is coming down before the radar does."
      ),
      h3("Who is on it"),
      p("Pell counts them with a clicker as they board. After nine years he can do it by the sound of the ramp:"),
      ul(
        "nurses for the Infirmary on the 6.19 and again, going the other way, on the 7.21;",
        "shipyard apprentices, who sit on the bicycle rack because they have been told not to;",
        "school parties from ten o\u2019clock, in yellow vests and in full voice;",
        "a dachshund named Marshal, who crosses with the postman and is counted as a parcel."
      ),
      alsoRead("tide-tables"),
      p(
        "The ferry loses money, though less than it did. The city pays 2.10 crowns of every fare and the passenger pays 1.80. Each winter somebody on the council asks whether a bus over Lowgate Bridge would not be cheaper. It would. It would also take twenty-six minutes, or forty when the span is up."
      ),
      table(
        "One working day on the Dunlin, counted on board",
        ["Hours", "Crossings", "Passengers", "Bicycles"],
        ["6.19\u20139.00", "13", "914", "203"],
        ["9.00\u201315.00", "24", "655", "71"],
        ["15.00\u201319.00", "17", "1,020", "188"],
        ["19.00\u201322.30", "8", "241", "36"]
      ),
      quote(
        "I could drive. I have a car. But this is eleven minutes in which nobody can ask me for anything, and the city pays half.",
        "Ottilie Brandt, ward sister, on the 7.21"
      ),
      p(
        "By mid-morning the river has filled. The dredger has come down to the bend and a coaster is waiting for the tide. On the screen in the wheelhouse each is a small green triangle with a name. The ferry\u2019s own position goes out every ten seconds as open data under the address `orle/dunlin/position`; last year a pupil at the technical school used it to build a clock that shows how late she is. It hangs in the crew room, and Amadi has grown fond of it."
      ),
      gallery("The river between the first boat and the last", "harbour-dredger", "fish-auction", "terns"),
      h2("What eleven minutes are made of"),
      p("Every crossing follows the same order, and the crew know it so well that they seldom speak:"),
      ol(
        "Ramp up, chain across, a hand raised to the wheelhouse.",
        "Astern for two lengths, until the stern is clear of the pier.",
        "A look upstream, a look downstream, and a call on channel 12.",
        "Across the channel at right angles, as the regulations have it.",
        "Half speed at the red buoy, dead slow at the piles, and the ramp."
      ),
      factBox(
        "The Dunlin",
        "A small car ferry, launched at the Orle Yard and rebuilt twice. The funnel is taller than it need be; the first engine smoked.",
        [
          "31 metres long, 8.4 wide, drawing 1.9",
          "Licensed for 240 passengers, 40 bicycles and eight cars",
          "Two engines; one is enough on a calm day",
          "Crew of three, and a cat between October and March"
        ],
        "A battery boat to replace her has been promised in four of the last five city budgets."
      ),
      pullQuote("You can read a gauge, but she tells you first.", "Halloran Voss, engineer"),
      p(
        "Voss is the only man on the river who is not looking forward to the new boat. It will have no engine to listen to. He has been on the course and passed it with the best mark, and admits that the thing is clever. \u201CIt will tell an office,\u201D he says. \u201CThe office will tell me.\u201D Then he goes below to change a filter that is, by the book, good for another forty hours."
      ),
      alsoReadElsewhere(
        "https://en.wikipedia.org/wiki/Ferry",
        "Ferry: a short history of boats that go back and forth (Wikipedia)"
      ),
      p(
        "The return of the commuters is noisier than their departure. Four of them play cards in the same corner every evening, for matches, and have done since the tram strike before last. On Thursdays a retired music teacher brings a concertina. No one has ever asked her to stop, she says, or to go on."
      ),
      divider,
      p(
        "After seven the river belongs to couples and to children who ought to be in bed. Two winters ago Pell hung a sheet at the end of the saloon and borrowed a projector. The rule is that a film must be free to show and shorter than a crossing, and in practice that has meant a rabbit. The house is full on most nights. When the tide is strong and the _Dunlin_ arrives early, Amadi holds her off the piles until the end."
      ),
      embed(
        "youtube",
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
        "Big Buck Bunny, a film under a Creative Commons licence, shown on the ferry\u2019s evening crossing"
      ),
      p(
        "The last boat leaves Sallow Point at 22.19. Tonight it carries eleven people, two of them asleep, and a cello. Voss shuts down the port engine halfway over and lets the tide bring her in, as one might let a horse find its stable. Somebody applauds; it may be for the rabbit."
      ),
      relatedNews("harbour-dredging", "lifting-bridge", "tram-line-4", "harbour-insurance"),
      p(
        "By eleven the ramp is up and the pier is wet and empty. Pell reads the clicker into the log: 2,830, one below yesterday. He thinks about it, looks at the quay where the postman\u2019s bicycle stands chained for the night, and adds the dachshund."
      )
    ]
  },
  {
    key: "council-notebook",
    headline: "Council notebook: the clock, the buns and the lady with the bell",
    kicker: "Notebook",
    standfirst: "What else was said in the seven hours before the vote that everybody had come for.",
    section: "politics",
    topics: ["city-budget"],
    bylines: ["tom-achterberg"],
    dateline: "Town Hall",
    kind: "feature",
    language: "en",
    picture: "town-hall",
    published: { hoursAgo: 15 },
    body: [
      p(
        "The public gallery holds ninety. For [the vote on the budget](story:budget-vote) it held a hundred and twelve, by the count of the beadle, Mrs Inkpen, who is responsible for the number and for the brass bell that restores order. She rang it three times, which is not a record. What the hundred and twelve had not been told is that the budget was item 15, and that there were fourteen others."
      ),
      p(
        "Item 14 was the clock. The one in the tower is four minutes fast, and has been for as long as anyone can remember. To put it right would cost 3,800 crowns, because the man who understands it lives two hundred kilometres away and does not take the train. Councillor Brightwell, of Lowgate, moved that it be left alone. Members now arrived on time, he said, and he saw no reason to discourage them."
      ),
      p(
        "Councillor Ferris, a teacher of mathematics, asked whether meetings therefore also ended four minutes early, and whether allowances should be reduced accordingly. The chair ruled the question out of order, looked up at the clock and ruled that it was time for the interval."
      ),
      h2("Over the tea urn"),
      p(
        "It is in the interval that things are decided. The buns this month come from Sorrel\u2019s in Chandler Street, by a majority of the refreshments committee, on the strength of [the prize we reported](story:bakery-prize). One member for Alder Hill ate two and said that if the council could be proved by the same hands he would stand again. He was thought to be standing again anyway."
      ),
      alsoRead("ward-boundaries"),
      p(
        "More was heard by the radiator. Two members who had not exchanged a word since the debate on parking were seen sharing a pencil over a map of the new wards, from which it may be concluded that both expect to lose. Asked about it, one said that they were doing the crossword. There is no crossword in the agenda."
      ),
      quote(
        "A councillor may speak for five minutes. In thirty years I have known four who had something to say that took as long.",
        "Mrs Inkpen, beadle"
      ),
      p(
        "Before the interval the chamber had heard a deputation from the allotments at Sallow Point about a heron. It was the best speech of the night. Mr Abiodun Leck, who keeps leeks there, explained without notes how one bird, a model of patience, had eaten nineteen goldfish in front of witnesses. He did not want it moved. He wanted the city to stop advising people to dig ponds. He was given a round of applause and a working group."
      ),
      relatedNews("rent-register", "assembly-seat", "school-meals"),
      p(
        "The sitting closed at eight minutes past one by the tower and four past by the telephone. The gallery was down to nine, one of them asleep. Mrs Inkpen put the bell in its bag and switched off the lights from left to right, government first."
      )
    ]
  },
  {
    key: "museum-roof",
    headline: "Slate by slate, the maritime museum comes out from under its tarpaulin",
    kicker: "Museum",
    standfirst: "The dome over the great hall has leaked for eleven years. Six slaters, one forge and a disused quarry are putting an end to the buckets.",
    section: "culture",
    topics: ["harbour", "city-budget"],
    bylines: ["dev-anand-rao"],
    dateline: "Port Linnet",
    kind: "feature",
    language: "en",
    picture: "museum-roof",
    published: { hoursAgo: 51 },
    updated: { hoursAgo: 22 },
    corrections: [
      {
        note: "An earlier version of this article said that the dome takes 32,400 slates. It takes 23,400; two digits had changed places in our notes.",
        corrected: { hoursAgo: 22 }
      }
    ],
    body: [
      p(
        "From inside, a slater is a sound: two taps, a pause, a scrape, two taps. It comes down twenty-two metres through the boards of the dome to a floor on which stand a lifeboat, a whaler and the state barge of a duke who was seasick. Until last month there was a second sound, of water falling into thirty-one buckets. The attendants say that they cannot get used to the quiet."
      ),
      p(
        "The roof of the maritime museum was stripped by a January storm eleven years ago, on the side that faces the sea. Nobody was hurt. The rest was patched, a tarpaulin was drawn over the north of the dome for what was to be one season, and the city, which owns the building, began to discuss whose fault it was that it owned the building."
      ),
      p(
        "The dome takes **23,400 slates**, laid in 118 rings. No two rings are cut alike, since each has to be narrower than the one below it. The work costs 6.2 million crowns, of which the city gave two and the region one and a half. The rest came from 11,000 people who each bought a slate, or the corner of one. Their names are on the undersides, in chalk. \u201CThey will be read by whoever does this next,\u201D says the director, Leonie Abara. \u201CI like that better than a wall of brass.\u201D"
      ),
      alsoRead("market-hall"),
      h2("A quarry for one roof"),
      p(
        "The trouble was the colour. The old slate is a grey with green in it, from a quarry at Upper Orle that closed in 1953. Ruben Castellane, the museum\u2019s conservator, tried eleven others against it, wet and dry, and disliked them all. Then he walked up to the quarry with a hammer. The face had never been worked out. It had merely become cheaper to buy from abroad."
      ),
      pullQuote("A roof is the one exhibit we show to people who have not paid.", "Ruben Castellane, conservator"),
      p(
        "The owner, who grazes sheep there, agreed to open it again for two summers. Getting the stone out was the smaller half of the matter: it has to be split by hand within weeks, while it is still damp from the hill, and hardly anybody in the region could do it. Marit Oyelaran, who runs the gang on the scaffold, learned from a man of eighty-eight over a winter of Saturdays. She has since taught five."
      ),
      p(
        "There have been losses. A caf\xE9 under the lantern was struck out of the plans with the last increase in the price of scaffolding. The swifts that nested behind the tarpaulin have been given boxes on the north side, which they have so far ignored. And the iron ribs, when they were bared, proved thinner than anyone had hoped; nineteen were replaced at the Orle Yard, by apprentices, to drawings from 1884."
      ),
      relatedNews("shipyard-order", "printing-press", "terraces-retrofit"),
      p(
        "On the afternoon I went up, Oyelaran was cutting for the ninety-fourth ring. She holds each piece to her ear and knocks on it; a good one rings, a bad one coughs. The bad ones go into a heap for the museum shop. Below us the harbour was the grey of the new slates, exactly, and then the sun came out and it was not."
      )
    ]
  },
  {
    key: "tide-tables",
    headline: "How to predict the sea a year ahead, and be wrong by half a metre",
    kicker: "Explainer",
    standfirst: "Port Linnet\u2019s tide table is a small green book with 1,411 times in it. Every one of them is the sum of thirty-seven clocks.",
    section: "science",
    topics: ["harbour", "nature", "climate"],
    bylines: ["sabine-ferreira"],
    dateline: "Port Linnet",
    kind: "explainer",
    language: "en",
    picture: "tide-chart",
    published: { hoursAgo: 640 },
    body: [
      p(
        "In the chandler\u2019s on Custom House Quay the book lies next to the till, between the matches and the shackles. It costs four crowns and looks like a railway timetable, which is more or less what it is. It says when the water will be high and when it will be low, and how far it will rise, on every day of next year. It has never asked the weather."
      ),
      p(
        "That is the remarkable part. Nobody can say whether it will rain here on Saturday week, yet anyone with the book can say that the quay steps will be wet at 14.26 on a given afternoon in November. The air has no memory. The tide has almost nothing else."
      ),
      h2("Thirty-seven clocks"),
      p(
        "The moon pulls at the sea and so does the sun, and if both moved in perfect circles over the equator two sums would be enough. They do not. The moon\u2019s path is tilted and oval, and its distance from us changes through the month; so does the sun\u2019s, through the year. In the 19th century it was found that this unruly pull can be taken apart into a set of regular ones, each rising and falling like a clock with its own speed."
      ),
      table(
        "The four largest of the clocks at Port Linnet",
        ["Name", "Caused by", "Period in hours", "Share in metres"],
        ["`M2`", "The moon overhead", "12.42", "1.31"],
        ["`S2`", "The sun overhead", "12.00", "0.44"],
        ["`N2`", "The moon\u2019s changing distance", "12.66", "0.26"],
        ["`K1`", "The tilt of both paths", "23.93", "0.11"]
      ),
      p(
        "When `M2` and `S2` strike together, at new and full moon, the tides are large: springs. A week later they strike against each other and the tides are small: neaps. Thirty-three more are smaller. Some are born in the estuary, where the wave drags its feet over the bar and grows steeper in front than behind, which is why the flood here takes five hours and the ebb more than seven."
      ),
      alsoRead("tide-gauge"),
      h2("From the pole to the book"),
      p(
        "How much of each clock a harbour gets cannot be worked out from the sky. It has to be measured. The gauge on Custom House Quay has been doing so, with two gaps, since 1896; a year of its record is enough for a fair table and nineteen years for a good one, since that is roughly how long the moon takes to repeat itself. Once the shares are known the rest is addition. It used to be done by a brass machine with wheels and a single wire. A telephone now needs less than a second."
      ),
      alsoReadElsewhere("https://www.psmsl.org/", "Permanent Service for Mean Sea Level: tide gauge data"),
      p(
        "And then the wind gets up. The table assumes average weather, and the sea feels both wind and the weight of the air. A fall of ten hectopascals lifts the water by about ten centimetres; a day of gales from the north-west can pile thirty more against the breakwater. In last winter\u2019s storm the water stood 58 centimetres above the book, and came twenty minutes early."
      ),
      p(
        "There is a slower error. The level from which the table counts was fixed in 1962, and the mean sea at the quay has risen by some 16 centimetres since. Nothing in the thirty-seven clocks knows about that. It has to be put in by hand, by a person at the harbour office, who does it every ten years with what I am told is a certain reluctance."
      ),
      relatedNews("seagrass", "harbour-dredging", "comet-visible"),
      p(
        "The pilots keep the book in a breast pocket and look over the side as well. \u201CIt tells you what the moon wants,\u201D says Hanne Sorby, who has been bringing ships in for twenty-one years. \u201CThe river has not always been informed.\u201D"
      )
    ]
  },
  {
    key: "bakery-prize",
    headline: "Chandler Street bakery wins national prize for its rye",
    kicker: "Food and trade",
    standfirst: "Sorrel\u2019s, which has baked in the same oven since 1949, is said to have beaten 212 others.",
    section: "business",
    topics: [],
    bylines: [{ name: "Business desk" }],
    dateline: "Port Linnet",
    kind: "news",
    language: "en",
    picture: "bakery",
    published: { hoursAgo: 58 },
    withdrawn: {
      reason: "This article reported that a bakery in Chandler Street had won a national prize. The organisers have told us that no prize was awarded this year. We relied on a letter that was not from them and did not ring to ask. The bakery, which received the same letter, is not at fault. We apologise to the Sorrel family and to our readers.",
      when: { hoursAgo: 10 }
    },
    body: [
      p(
        "Sorrel\u2019s bakery in Chandler Street has won the gold medal of the national guild for its dark rye, the family said on the evening the letter came. According to the letter, 212 bakeries had sent in loaves and a jury of nine had tasted them without knowing whose they were."
      ),
      p(
        "Edda Sorrel, 61, the third of her family to run the shop, said she had entered because her apprentice filled in the form. The recipe was her grandmother\u2019s, with one change: a longer rest in the cold, which she began when the price of gas went up and kept because it tasted better."
      ),
      alsoRead("flour-price"),
      p(
        "The shop sold out before eight the next morning. There will be more rye this week, Ms Sorrel said, but not much more. The oven takes ninety loaves and she does not mean to buy another."
      )
    ]
  },
  {
    key: "night-tram-plan",
    headline: "Trams to run all night at weekends from the spring, under city plan",
    kicker: "Night trams",
    standfirst: "Line 4 would get a tram every half-hour between one and five. The trial will last six months and cost 740,000 crowns.",
    section: "transport",
    topics: ["trams", "city-budget"],
    bylines: ["mirela-osei", "tom-achterberg"],
    dateline: "Port Linnet",
    kind: "news",
    language: "en",
    picture: "night-tram",
    published: { daysAhead: 3 },
    body: [
      p(
        "Trams will run through the night on Fridays and Saturdays if the council agrees to a plan that the transport department has put before it. From the first weekend of spring, Line 4 would leave Alder Hill and Harbour Pier every thirty minutes between one and five in the morning. The old line kept such hours too, but only on auction days, and only for fish."
      ),
      p(
        "The trial is to last six months. The department puts its cost at 740,000 crowns, most of it wages, and expects fares to bring back a fifth of that. It asks for the rest from the reserve that was left after last winter\u2019s mild weather cut the bill for clearing snow."
      ),
      alsoRead("tram-line-4"),
      p(
        "Nobody knows how many people would ride. A survey at the last trams of the evening found that four passengers in ten were going to work, not home: cleaners, bakers, porters and the early shift at the fish auction. The department\u2019s planner, Yusuf Okonedo-Lund, said that this had changed the timetable. \u201CWe began by thinking about the theatres,\u201D he said. \u201CWe ended by thinking about half past four.\u201D"
      ),
      p(
        "The Tramway Workers\u2019 Association has agreed to the shifts on condition that nobody is made to take them, that two people travel in every tram, and that the depot first fills ten of its nineteen empty posts. Residents along Ropewalk Lane, where the track curves under bedroom windows, are less content. The city has promised to grind the rails there first, and to measure."
      ),
      relatedNews("tram-strike-averted", "theatre-first-night", "fish-auction"),
      p(
        "Should the trial succeed, the department wants to add Thursdays. Should it fail, Mr Okonedo-Lund said, the city will at least know what it is like to be awake."
      )
    ]
  },
  {
    key: "week-ahead",
    headline: "The week ahead: a swing span, a choir in search of basses and a late tram",
    kicker: "Diary",
    standfirst: "Seven days in Port Linnet, from the desk that has to be there.",
    section: "city",
    topics: ["harbour", "trams"],
    bylines: [{ name: "City desk" }],
    dateline: "Port Linnet",
    kind: "news",
    language: "en",
    picture: null,
    published: { hoursAgo: 13 },
    body: [
      p(
        "It is a week for looking up: there are slaters on the museum, terns on the breakwater and, if the cloud allows, something with a tail above the western hills. Here is what is in the book. Times are those we were given, and some of them will change."
      ),
      h2("Monday and Tuesday"),
      p(
        "The week opens with bread. Sorrel\u2019s in Chandler Street, whose rye [won a medal](story:bakery-prize), will bake twice on Monday and asks customers to bring their own bags. On Tuesday at ten the licensing panel meets in the small chamber to consider whether a barge moored at the Old Mole is a restaurant, a boat or, as its owner argues, a raft."
      ),
      alsoRead("night-tram-plan"),
      p(
        "Also on Tuesday, between one and three in the afternoon, Lowgate Bridge will be lifted and lowered eleven times without a ship in sight. It is a test of the new brakes. Trams will turn back on either side; drivers should allow forty minutes, or take the ferry."
      ),
      h2("Midweek"),
      p(
        "The transport committee sits on Wednesday at six. On its agenda is [a plan for trams at night](story:night-tram-plan), with a paper of forty pages that members received on Friday. The public may speak for three minutes each; names must reach the clerk by noon."
      ),
      relatedNews("bakery-prize", "night-tram-plan"),
      p(
        "On Thursday the boundary commission comes to the library to hear what people think about the new wards. Those who would rather sing can go next door, where a choir is listening to anyone who can hold a low note and turn up on Thursdays."
      ),
      ul(
        "**Wednesday, 7.30pm:** second night at the theatre; returns from six.",
        "**Thursday, all day:** no water in Tanner Street and the even side of Oyster Street.",
        "**Thursday, 8pm:** the astronomers open the dome on the hill, clear sky or not. There is soup."
      ),
      relatedNews("bakery-prize", "choir-audition", "library-hours"),
      h2("The weekend"),
      p(
        "Saturday belongs to the Ropewalk, where the gates open at half past one and the trams from the centre will be full by one. On Sunday the rowers have the lake from eight. Anyone who wants neither can walk out to the end of the breakwater at low water, 11.08, and count the boats coming home."
      )
    ]
  }
];

// db/demo-edition/opinion.ts
var opinionStories = [
  {
    key: "opinion-benches",
    headline: "In praise of the bench that lets you lie down",
    kicker: "Peter Lindqvist",
    standfirst: "The city is about to buy four hundred seats with an armrest in the middle. I have sat on one, and I have a confession to make.",
    section: "opinion",
    topics: ["city-budget"],
    bylines: ["peter-lindqvist"],
    dateline: "Port Linnet",
    kind: "opinion",
    language: "en",
    picture: "park-bench",
    published: { hoursAgo: 16 },
    body: [
      p(
        "In 2009 I wrote in this space that the benches on the Esplanade were a disgrace, that men slept on them, and that the council should do something. The council, which in those days read me, did. It put an iron hoop in the middle of every one. I have come to say that I was wrong, and that I found out in the usual way, by getting older."
      ),
      p(
        "What happened was a Tuesday. I had walked out to the breakwater against my doctor\u2019s advice and come back with his full agreement. I needed to put my feet up, not as an expression. I tried the first bench, the second and the third. I am one metre ninety. There is no way to fold such a man round a hoop that does not look like a plea for help, and a kind woman duly rang for an ambulance."
      ),
      p(
        "The four hundred new seats in the [budget](story:budget-vote) are handsome things of larch and cast iron. The hoop has become an \u201Cintermediate armrest\u201D, and the catalogue explains that it helps the elderly to rise. It may. My friend Gudrun, who is 86 and does not rise so much as negotiate, tells me that she uses the end one, like everybody else, because it is at the end."
      ),
      alsoRead("rent-register"),
      p(
        "Let us say what the armrest is for. It is there so that people with nowhere to sleep will go and not sleep somewhere else. It is a decision about housing, taken by the parks department, in iron. And it works, in the sense that the men I complained about are no longer on the Esplanade. Last winter I met one of them in the doorway of the savings bank. He remembered the column."
      ),
      pullQuote("It is a decision about housing, taken by the parks department, in iron."),
      p(
        "I asked the department what a bench costs without it. Eleven crowns less, said a helpful young man, because there is one casting fewer. So we are about to spend 4,400 crowns on making four hundred benches worse. With that sum one could keep the shelter in Tanner Street open for nine more nights. I have done the division twice."
      ),
      p(
        "It will be said that nobody wants to eat a sandwich beside a sleeping man. I have eaten a great many sandwiches, some of them beside councillors, and I can report that the sleeping are quieter and leave more room. A city is a place where strangers may be tired in public. That is nearly the whole of what it offers over a village."
      ),
      relatedNews("terraces-retrofit", "library-hours"),
      p(
        "The order goes out at the end of the month. It is a matter of crossing out one line. If the council would like to blame someone for the change of heart, it has my name and my permission, and knows where I can be found on a fine afternoon: upright, regrettably."
      )
    ]
  },
  {
    key: "opinion-quiet-carriage",
    headline: "Leave us the quiet carriage. Some of us are on our way home from work",
    kicker: "Reader\u2019s view",
    standfirst: "The railway wants to give up the one coach in which nobody telephones. A night nurse asks it to think again.",
    section: "opinion",
    topics: ["health"],
    bylines: [{ name: "Oonagh Petrescu" }],
    dateline: "Upper Orle",
    kind: "opinion",
    language: "en",
    picture: null,
    published: { hoursAgo: 43 },
    body: [
      p(
        "I take the 7.52 from Port Linnet to Upper Orle, four mornings a week, in the last coach. I don\u2019t know the names of the people I travel with. One mends lifts. One is a baker, I think, from the flour in the seams of his shoes. We have been going home together for six years and have never spoken. I would miss them terribly."
      ),
      p(
        "Last month a notice went up to say that the quiet carriage is \u201Cunder review\u201D. The railway says too few people know the rule, the guards don\u2019t like enforcing it, and on the evening trains it stands half empty while people are on their feet in the others. All true, I\u2019m sure. But somebody in an office has looked at the evening and decided about the morning."
      ),
      p(
        "Here is what a night is. Ten hours, twenty-eight patients, two of us. An alarm that means something, another one that doesn\u2019t, and you have to go to both. A son who shouts because he\u2019s frightened. By seven I have been spoken to, or bleeped at, without a gap for longer than most people are awake. It isn\u2019t that I want to sleep on the train. I couldn\u2019t. I want forty minutes in which nothing is addressed to me."
      ),
      quote(
        "The rule is not \u201Cbe silent\u201D. The rule is \u201Cnot at me\u201D.",
        "A fellow passenger, in a note passed across the aisle"
      ),
      p(
        "This paper has reported what [noise does to patients](story:hospital-sleep), and good for the people who measured it. The staff walk out of the same noise into the same morning. A woman on my ward drove into a parked van on the ring road in February, after a night just like that. She had stopped taking the train, she told me, because of the telephones."
      ),
      alsoRead("tram-strike-averted"),
      p(
        "So I would like to make an offer. Keep the coach as it is on trains before nine and after ten at night, when those who use it are the ones who need it. Let it go in between. Put the sign where you can read it before you sit down and not after. And tell the guards they needn\u2019t do a thing. We\u2019ll manage. A baker can look at a man in such a way that he finishes his call in the vestibule."
      ),
      p(
        "It costs nothing. There is hardly anything else left in the day that costs nothing and does some good. I\u2019m told the review closes on Friday. I shall be on the 7.52, in the last coach, not saying a word."
      )
    ]
  },
  {
    key: "opinion-leap-second",
    headline: "We have agreed to lose touch with the sun, one second at a time",
    kicker: "Sabine Ferreira",
    standfirst: "By 2035 the leap second will be gone. The engineers are right to be glad, and I mean to mourn it anyway.",
    section: "opinion",
    topics: ["space"],
    bylines: ["sabine-ferreira"],
    dateline: "Port Linnet",
    kind: "opinion",
    language: "en",
    picture: null,
    published: { hoursAgo: 310 },
    body: [
      p(
        "On the last night of 2016 I stood on the roof of the laboratory with a radio, a thermos and two colleagues who had been promised fireworks. We were there for something else. At one second before midnight, universal time, the pips did what they had done only twenty-six times before: they counted a sixtieth second, 23:59:60, and only then let the year end. It was over before my colleague could ask if that was it."
      ),
      p(
        "It may have been the last. In November 2022 the General Conference on Weights and Measures, meeting at Versailles, resolved that the gap between our clocks and the turning Earth shall be allowed to grow beyond its present limit \u201Cin, or before, 2035\u201D. For half a century that limit has been nine-tenths of a second. Whatever replaces it is to last for at least a hundred years."
      ),
      p("The case for this is so good that I shall put it first, and fairly:"),
      ol(
        "The Earth is a poor clock. It slows with the tides, it is jogged by its own molten core, and it never says more than a few months ahead what it will do next.",
        "Computers hate a minute of sixty-one seconds. In 2012 the one at the end of June brought down websites and an airline\u2019s check-in desks.",
        "Of late the planet has been turning a little faster. Sooner or later somebody might have had to take a second away, which has never been tried."
      ),
      p(
        "And nobody will notice. Left alone, the clock and the sun would drift apart by about a minute in the course of a century. We move ourselves by an hour twice a year for reasons that few can recall. In Port Linnet, whose clocks keep the time of a meridian well to the east, the sun stands highest some twenty minutes after noon, and I have yet to read a letter about it."
      ),
      relatedNews("comet-visible", "tide-tables"),
      p(
        "Why mourn, then? Because the leap second was a courtesy. From the first shadow on the first stick, time has been something that we read off the sky. In 1967 we handed the second to an atom of caesium, which was wise. But in 1972 we added a clause: every so often the perfect clock would stop and wait for the imperfect world. Ships\u2019 navigators had asked for it. They took their position from the stars, and a second at the equator is a matter of 460 metres."
      ),
      pullQuote("Every so often the perfect clock would stop and wait for the imperfect world."),
      p(
        "I find that moving, and I\u2019m aware it\u2019s not an argument. I have spent years of my life on the tide, which keeps the moon\u2019s time and has never been told of ours. Every instrument I own is more exact than the thing it measures. It does a person good, now and again, to see the instrument give way."
      ),
      divider,
      p(
        "There will probably be a remedy: a leap minute, perhaps, in a hundred years or so, left for people who have not been asked. We are good at such arrangements. They will curse us on a roof, with a thermos, and I hope they\u2019ll have someone there to miss it. Until then, if the Earth should ask for one more, I know where I shall be."
      )
    ]
  }
];

// db/demo-edition/politics.ts
var politicsStories = [
  {
    key: "budget-vote",
    headline: "Council passes budget by three votes, one of them unexpected",
    kicker: "City budget",
    standfirst: "The 718 million crowns keep free school dinners, reopen libraries and raise the property levy by 2.4 per cent. A Green voted against it, the only independent for it.",
    section: "politics",
    topics: ["city-budget", "elections"],
    bylines: ["tom-achterberg"],
    dateline: "Town Hall",
    kind: "news",
    language: "en",
    picture: null,
    published: { hoursAgo: 32 },
    updated: { hoursAgo: 28 },
    body: [
      p(
        "The city council passed its budget last night by 24 votes to 21, after a debate of four hours. The margin was the one that everybody had expected; the names were not. Lorcan Thwaite, a Green councillor for Ropewalk, voted against his own side. Agnes Rademaker, the council\u2019s only independent, voted with it. Each gave a speech of under two minutes, and the other 43 members gave the rest."
      ),
      p(
        "Port Linnet will spend 718 million crowns in the coming year, 4.6 per cent more than in this one. The property levy goes up by 2.4 per cent, or about 31 crowns for an average terraced house. Seven million comes out of reserves, which will then cover five weeks of spending; the auditor likes six."
      ),
      table(
        "What changes",
        ["Item", "Million crowns", "Change on the year"],
        ["Trams and buses, subsidy", "22.8", "+3.1"],
        ["Street-sized home heating", "9.0", "+6.0"],
        ["Harbour dredging, city share", "6.5", "new"],
        ["Free primary school meals", "4.1", "+0.4"],
        ["Library hours", "0.6", "new"],
        ["Road resurfacing", "11.2", "\u22122.9"],
        ["Council offices and fleet", "18.4", "\u22121.7"]
      ),
      h2("The 6.5 million"),
      p(
        "Councillor Thwaite\u2019s quarrel was with one line. The Harbour Board, he said, had made a surplus of eight million crowns and was asking people who had never owned so much as a dinghy to pay a third of its [dredging](story:harbour-dredging). \u201CI have sat on this side for five years and voted for things I disliked, because that is what a coalition is,\u201D he told the chamber. \u201CI would like to be able to say to my ward that there was one I did not.\u201D"
      ),
      p(
        "His group\u2019s leader had known since lunchtime. What followed, by the account of three people in the corridor, was an afternoon of arithmetic. The Civic Alliance and the Ratepayers had 20 votes between them. With Mr Thwaite they had 21. If Ms Rademaker abstained, as she has on each of the past six budgets, the coalition would pass it by 23 to 21; if she opposed, 23 to 22."
      ),
      alsoRead("council-notebook"),
      p(
        "So the budget was, strictly speaking, never in danger, and the coalition\u2019s whips behaved throughout as if it were. A majority of one, they explained afterwards, is a majority of whoever has a cold. Ms Rademaker, a retired tide surveyor of 74, was offered nothing, she said, and asked for nothing. She had simply read it. \u201CIt is not a good budget,\u201D she told the chamber. \u201CIt is a better one than the amendments.\u201D"
      ),
      pullQuote("It is not a good budget. It is a better one than the amendments.", "Agnes Rademaker, independent"),
      p(
        "There were nineteen amendments, and eighteen fell. The Alliance wanted a means test for school meals and a freeze of the levy; the Ratepayers, to sell the town hall\u2019s collection of ship portraits. The one that passed, unanimously and without debate, restores 14,000 crowns for lifebuoys along the river wall, which a clerk had entered twice as a saving."
      ),
      p(
        "Ruta Hallam, who chairs the finance committee, defended the draw on reserves as the price of a single bad year: Line 4 reopens, the dredger is here and the wage settlement with the tram drivers must be met, all before the first crown of extra fares. Casper Drum, for the Alliance, replied that he had heard of the single bad year in each of his nine budgets and looked forward to meeting it."
      ),
      relatedNews("tram-line-4", "library-hours", "school-meals", "terraces-retrofit"),
      p(
        "The roads lose most. Resurfacing is cut by a fifth, to 11.2 million crowns, enough for nineteen of the 26 kilometres on the engineers\u2019 list. The list itself will be published, a concession to the backbenches, so that every street can see its number."
      ),
      p(
        "The Greens meet in ten days to decide whether Mr Thwaite keeps his seat on the planning committee. He left by the river door before item 14, which concerned a clock, and waited for the 4B, which had one more day to run."
      )
    ]
  },
  {
    key: "assembly-seat",
    headline: "Labour keeps Orle Mouth by 335 votes, and the Assembly its majority",
    kicker: "By-election",
    standfirst: "After two recounts Nell Tranter holds a seat her party won by 4,120 last time. The coalition in the Regional Assembly survives with 36 of 71 members.",
    section: "politics",
    topics: ["elections"],
    bylines: ["tom-achterberg", { name: "Wanda Pirrie" }],
    dateline: "Northbank sports hall",
    kind: "news",
    language: "en",
    picture: null,
    published: { hoursAgo: 56 },
    updated: { hoursAgo: 49 },
    body: [
      p(
        "Nell Tranter, a former ward sister, will sit in the Regional Assembly for Orle Mouth. Harbour Labour\u2019s candidate polled 14,206 votes, 335 more than Casper Drum of the Civic Alliance, in a by-election that was declared at twenty past four this morning after two full recounts and one search for a bundle of fifty."
      ),
      p(
        "The result leaves the coalition of Labour and Greens with 36 of the Assembly\u2019s 71 seats. Had Orle Mouth gone the other way, it would have had 35, and the government of the region would have depended on the votes of two members elected to oppose it."
      ),
      table(
        "Orle Mouth, result",
        ["Candidate", "Party", "Votes", "Share"],
        ["Nell Tranter", "Harbour Labour", "14,206", "40.1%"],
        ["Casper Drum", "Civic Alliance", "13,871", "39.2%"],
        ["Signe Hartwell", "Greens", "4,410", "12.4%"],
        ["Roland Peake", "Ratepayers", "2,938", "8.3%"]
      ),
      p(
        "Turnout was 43.8 per cent, eleven points lower than at the last Assembly election, and it fell furthest in the hill estates, where Labour\u2019s vote is. Mr Drum\u2019s own vote hardly moved; it was Labour\u2019s that shrank. \u201CWe did not lose an argument,\u201D a member of Ms Tranter\u2019s campaign said in the car park. \u201CWe lost about four thousand people between the sofa and the school.\u201D"
      ),
      p(
        "The seat fell vacant when Ottoline Frey resigned from the Assembly in the winter to run the region\u2019s hospitals, a post she had herself created. The Alliance made much of that, and more of the closing of the night clinic at Caulkers\u2019 End. Ms Tranter, who had worked there for eleven years, agreed with nearly all of it, which her opponents found difficult to answer."
      ),
      alsoRead("hospital-sleep"),
      p(
        "The missing bundle was found at ten to three, in a tray marked for the Greens, face down. It contained fifty votes for Mr Drum. The majority had stood at 385. For about an hour the Alliance\u2019s agents went through the other trays, looking for seven more like it."
      ),
      relatedNews("ward-boundaries", "budget-vote", "wind-lease"),
      p(
        "Mr Drum, who keeps his place on the city council, conceded with some grace and said he would not ask for a third recount, \u201Csince the number seems to have made up its mind\u201D. Ms Tranter takes her seat next week. Her first vote is likely to be on the lease of the Linnet Bank to a wind company, on which she has said only that she will read it."
      )
    ]
  },
  {
    key: "ward-boundaries",
    headline: "Why your ward may be called something else at the next election",
    kicker: "Explained",
    standfirst: "The boundary commission has redrawn eleven of the city\u2019s fifteen wards. What it wants, who gains, and how to object.",
    section: "politics",
    topics: ["elections"],
    bylines: ["tom-achterberg"],
    dateline: "Port Linnet",
    kind: "explainer",
    language: "en",
    picture: null,
    published: { hoursAgo: 118 },
    body: [
      p(
        "The map that decides who may vote for whom in Port Linnet was drawn sixteen years ago, when Salt Quay was warehouses and Alder Hill still had a waiting list. The boundary commission has now published a new one. It is out for objections until the end of next month and would apply from the next council election."
      ),
      h2("What is wrong with the old map?"),
      p(
        "The city has 172,800 electors and 45 councillors, so each should answer for 3,840 people. The law allows a tenth either way. In Salt Quay there are now 5,010 for each councillor, 30 per cent too many; in Alder Hill 3,190, which is 17 per cent too few. A vote on the hill therefore weighs about one and a half times as much as a vote on the quay."
      ),
      h2("What would change?"),
      ul(
        "**Salt Quay** is split. The flats south of the Custom House join Lowgate; the rest gains the lower end of Tanner Street.",
        "**Alder Hill East and West** become one ward and lose a councillor, from six between them to five.",
        "**Northbank** gains that councillor and the new streets behind the depot.",
        "**Ropewalk** keeps its shape but would be called Ropewalk and Ferry, to which nobody who lives there has yet admitted having agreed."
      ),
      p(
        "The council stays at 45 members and fifteen wards of two to five seats. The commission considered wards of a single member, which seven of the 62 early submissions had asked for, and found that they would cut four streets down the middle, one of them through a pub."
      ),
      alsoRead("assembly-seat"),
      h2("Who gains?"),
      p(
        "Running the last council election\u2019s figures over the new lines, street by street, is guesswork with decimals. Two academics have done it, separately, and agree on the direction: the Greens gain a seat, Labour loses one on the hill and may win it back in Northbank, and the Ratepayers, whose voters are thinly spread, lose one. The coalition\u2019s majority in the chamber, three at present, would fall to two or rise to five."
      ),
      p(
        "The parties have reacted accordingly. Each has praised the commission\u2019s independence and announced that it will object. Only the councillor without a party, Agnes Rademaker of Alder Hill West, stands to lose her ward altogether. She has written in to support it. \u201CThe sum is right,\u201D her submission says, in full."
      ),
      relatedNews("budget-vote", "rent-register", "debate-topics"),
      h2("How to object"),
      ol(
        "Look up your street on the commission\u2019s map, in any library or on its site.",
        "Say which boundary you would move, and to where. An objection that moves electors out of a ward must say which others come in.",
        "Send it by the end of next month. A name and an address are needed; a lawyer is not.",
        "Hearings follow in the town hall over three evenings. Anyone who has written may speak for five minutes."
      ),
      factBox(
        "The commission",
        "Three members, appointed by the Regional Assembly for one review each: a judge, a statistician and a geographer. None may have belonged to a party in the past ten years. It decides; the council can only be heard."
      ),
      p(
        "Sixteen years ago 212 people objected, and the commission changed four boundaries. In one case it moved a line by the width of a single house, whose owner had pointed out that it ran between his bedroom and his bath."
      )
    ]
  }
];

// db/demo-edition/science.ts
var scienceStories = [
  {
    key: "tern-colony",
    headline: "Terns have taken over the grain pier, on a lease that is running out",
    kicker: "Wildlife",
    standfirst: "The harbour\u2019s bird wardens counted 214 pairs this season, twice as many as the year before. In five months they may have to find the birds another home.",
    section: "science",
    topics: ["nature", "harbour"],
    bylines: ["sabine-ferreira"],
    dateline: "Grain Pier",
    kind: "news",
    language: "en",
    picture: "terns",
    published: { hoursAgo: 5 },
    body: [
      p(
        "The first one came in low over the breakwater at ten past five on a Monday morning, carrying a sand eel crosswise like a moustache. By breakfast there were sixty. By the time the wardens closed their books on the season, in a report published today, they had counted 214 pairs of common terns on the old grain pier, the largest colony in Port Linnet since records began in 1961 and more than double the 98 of the year before."
      ),
      p(
        "The birds have taken over the bed of the grain conveyor, a concrete trough 160 metres long that carried wheat to the silos until 1999. Rain has washed gravel into it. To a tern, which lays its eggs in a bare scrape and relies on a clear view of whatever is coming, it is as good as a shingle beach, with the advantage that foxes cannot swim to it and dogs are not allowed."
      ),
      p(
        "Marit Solheim, who runs the harbour bird group and has watched the site for fourteen years, puts the rise down to two things. The group laid 30 tonnes of cockleshell along the trough in February, which drains faster than gravel, and it put up 120 chick shelters, most of them made from lengths of roof tile. \u201CA tern chick is the size of an egg and the colour of a pebble. It needs somewhere to hide from gulls between about noon and July.\u201D"
      ),
      alsoRead("seagrass"),
      p(
        "The other reason may be food. Trawl samples taken off the bar by the marine laboratory in April held nearly three times as many young sand eels as a year earlier. One good spring is not a recovery, cautions the laboratory\u2019s Tobias Renn: the fish had a poor run between 2017 and 2021, and numbers swing with the temperature of the water in the fortnight when the larvae hatch."
      ),
      h2("A lease with five months left"),
      p(
        "The colony stands on borrowed concrete. The pier belongs to the harbour company, which lets it to the bird group for one crown a year, and the agreement expires in five months. A study commissioned by the company lists the pier among four possible places to store turbine blades if assembly work comes to the port."
      ),
      quote(
        "We like the terns. We have also got a pier, and there are not many of those going spare.",
        "Greta Holm, property manager, the harbour company"
      ),
      p(
        "Holm said no decision would be taken while birds were on eggs, and that the company was \u201Copen to an answer that floats\u201D. She meant it literally. In two ports further along the coast terns have moved on to rafts covered with shell, provided these were moored within sight of the old site a season before it closed. Solheim\u2019s group has priced three such rafts at 61,000 crowns. It has 8,400."
      ),
      relatedNews("wind-lease", "harbour-dredging", "ferry-day"),
      p(
        "By the report\u2019s reckoning 301 young birds flew, about three for every two nests, which in a colony this new is very good. While there are eggs and chicks on the pier boats are asked to keep fifty metres off, and the ferry slows at buoy seven. The birds can be watched without disturbing them from the end of Silo Road, where volunteers with telescopes stand on weekend mornings from spring to the end of August. Bring a hat. The colony defends itself, says Solheim, and has excellent aim."
      )
    ]
  },
  {
    key: "tide-gauge",
    headline: "The harbour\u2019s oldest instrument is a brass float, and it argues with the satellites",
    kicker: "The long view",
    standfirst: "Port Linnet has measured its tide every quarter of an hour since 1896. The record shows a sea 23 centimetres higher, and a quay that is quietly sinking to meet it.",
    section: "science",
    topics: ["climate", "harbour"],
    bylines: ["sabine-ferreira"],
    dateline: "Custom House Quay",
    kind: "feature",
    language: "en",
    picture: "tide-gauge",
    published: { hoursAgo: 82 },
    body: [
      p(
        "Every Monday at nine Henrik Obi unlocks a stone hut the size of a bathing cabin, takes off his hat because the lintel is low, and winds a clock. Below the floor is a well four metres deep, joined to the harbour by a pipe no wider than a wrist. In the well a brass float rises and falls with the tide, too slowly for waves to trouble it. A wire runs from the float over a wheel; the wheel moves a pen; the clock turns a drum of paper. So it has gone, with two interruptions, since 4 May 1896."
      ),
      p(
        "There is a radar gauge on the same wall now that reports to a data centre each minute and needs nobody. Obi, the harbour company\u2019s assistant hydrographer, keeps the float running all the same. \u201CThe radar is better in all respects but one,\u201D he says. \u201CIt\u2019s eleven years old. If you want to know what the sea is doing over a century, you need something that has been there for a century.\u201D"
      ),
      h2("Twenty-three centimetres"),
      p(
        "What the paper shows, once storms and the slow wobble of the moon\u2019s orbit have been averaged out, is a line that climbs. Mean sea level at Custom House Quay stands 23 centimetres above where it stood in the gauge\u2019s first ten years. The rise has not been even: about a millimetre a year until the 1930s, nearer two for most of the century that followed, and 3.9 over the past two decades."
      ),
      table(
        "Rise of mean sea level at Custom House Quay",
        ["Period", "Millimetres a year", "Of which the quay sinking"],
        ["1896\u20131930", "1.1", "0.5"],
        ["1931\u20131990", "1.8", "0.5"],
        ["1991\u20132004", "2.6", "0.6"],
        ["2005 to last year", "3.9", "0.6"]
      ),
      p(
        "Those are small numbers, and their effect is not. High water crosses the level at which Fish Lane begins to flood about twenty times a year; in the 1950s it did so once. None of the twenty is a dramatic event. They are, says Leila Marchetti of the marine laboratory, \u201CTuesday afternoons on which somebody has to move a van\u201D."
      ),
      alsoRead("harbour-insurance"),
      p(
        "Marchetti\u2019s group has spent two years reading the drums again, all 6,600 of them, with a scanner and a good deal of patience. The aim was to settle a quarrel. Satellites, which have measured the open sea since the early 1990s, put the rise off this coast at 3.3 millimetres a year. The float has always insisted on more. One of them, it was assumed, had to be wrong, and most people\u2019s money was on the instrument made of brass."
      ),
      h2("The quay gives way"),
      p(
        "Neither is. In a paper accepted last month the group shows that the difference is the quay. It was built on made ground, filled in over generations, and the fill is still settling by around six tenths of a millimetre a year. The satellites see the sea go up. The float, bolted to the wall, sees the sea go up and the wall go down. For anyone with a cellar it is the second figure that counts."
      ),
      pullQuote("For anyone with a cellar it is the second figure that counts."),
      p(
        "The proof came from an unlikely quarter: a row of brass studs set into the church wall at St Brannoc\u2019s, which stands on rock, by a surveyor who wanted in 1903 to know whether his own gauge could be trusted. He levelled from the church to the hut each summer for nine years and found that it could not, quite. His notebook was in [the city archive](story:harbour-history), catalogued under \u201CEcclesiastical\u201D."
      ),
      p(
        "For planners the finding tidies up a sum. The city\u2019s flood scheme assumes a rise of 40 centimetres by the 2070s, a figure that took account of the ocean but not of the ground. Adding the settlement brings it to about 43. The council\u2019s drainage engineer, Owen Baptiste, calls this \u201Cthree centimetres I would rather know about before I order the gates than after\u201D."
      ),
      relatedNews("tide-tables", "lifting-bridge", "harbour-dredging"),
      p(
        "Back in the hut Obi has changed the drum. The new sheet is white but for the first two centimetres, where the pen has begun on the afternoon\u2019s flood. He dates it in pencil at the bottom edge and initials it beneath the initials of the man who taught him. There have been only seven keepers. He would like, he says, to hand over to the eighth with the clock still right, and he puts his hat back on and locks the door."
      )
    ]
  },
  {
    key: "comet-visible",
    headline: "Where to stand for the comet, and what you will really see",
    kicker: "Night sky",
    standfirst: "A comet that comes by every 71 years is low in the west after sunset this month. Binoculars help; expectations should be packed lightly.",
    section: "science",
    topics: ["space"],
    bylines: ["sabine-ferreira"],
    dateline: "Observatory Hill",
    kind: "explainer",
    language: "en",
    picture: "comet",
    published: { at: "2024-03-26T16:00:00Z" },
    body: [
      p(
        "Comet 12P/Pons\u2013Brooks, last seen from Port Linnet in the summer of 1954, is back in the evening sky and brightening as it nears the sun. For the next two weeks it can be found without a telescope from anywhere with a clear view to the west, if you know where to look and are content to look for a while."
      ),
      p(
        "The comet is a lump of ice and dust some 30 kilometres across that takes about 71 years over one lap. It makes its closest approach to the sun on 21 April. Every orbit boils off a little more of its surface, and sunlight blows the gas and dust into a tail, which always points away from the sun whichever way the comet happens to be travelling."
      ),
      h2("How to find it"),
      ol(
        "Choose a clear evening. Be in place 45 minutes after sunset, when the sky is dark blue rather than black.",
        "Find Jupiter, the brightest point in the west. Nothing else in that part of the sky comes close.",
        "Look to the right of it and a little lower: in the last days of March the comet is about a fist and a half at arm\u2019s length away, and it draws nearer each night. Around 12 April the two stand side by side.",
        "Sweep the area slowly with binoculars. You are looking for a star that will not come into focus."
      ),
      p(
        "That soft-edged star is the coma, the cloud around the nucleus. The tail, a faint brush stroke pointing up and away from the sunset, shows in binoculars from a dark place and in photographs from nearly anywhere. \u201CVisitors have seen the green pictures on their phones, and those are honest pictures, but they are ten-minute exposures,\u201D says Ana Kuusik, who runs public nights at the city observatory. \u201CYour eye doesn\u2019t do ten minutes.\u201D"
      ),
      alsoRead("opinion-leap-second"),
      p(
        "It has a nickname, the devil comet, because of outbursts last year that lit up part of the coma and left two dark lanes, like horns. Kuusik asks that nobody be alarmed. Those outbursts were eruptions of gas and ice from under the crust, roughly every fortnight, and the comet passes no nearer to the Earth than 1.5 times the distance of the sun."
      ),
      factBox("Good places to stand", [
        "**End of the breakwater**: the darkest horizon in the city. Take a torch for the way back; the gate stays open until eleven.",
        "**Observatory Hill**: telescopes on the lawn on Fridays and Saturdays from 20.00, free, if the sky is clear.",
        "**Top deck of the 19.40 ferry**: a fine view to starboard, and the one place with tea."
      ]),
      p(
        "By the middle of April the comet will have sunk into the glow of sunset, and then it belongs to the southern hemisphere. It returns in the summer of 2095. A child who is shown it this month has a fair chance of pointing it out to somebody else."
      ),
      alsoReadElsewhere("https://science.nasa.gov/solar-system/comets/", "NASA\u2019s guide to comets"),
      p(
        "Kuusik\u2019s own grandmother saw it in 1954, from a field, while bringing in a cow. The family\u2019s account of the event is short. \u201CShe said it was smaller than people had promised, and that she has thought about it ever since.\u201D"
      )
    ]
  },
  {
    key: "seagrass",
    headline: "A meadow of seagrass has survived its first winter in the outer harbour",
    kicker: "Marine science",
    standfirst: "Two thirds of the 40,000 shoots planted by divers last spring are alive. The surprise is what has moved in among them.",
    section: "science",
    topics: ["nature", "climate", "harbour"],
    bylines: ["sabine-ferreira", { name: "Yusra Benali" }],
    dateline: "Sallow Bay",
    kind: "news",
    language: "en",
    picture: "seagrass",
    published: { hoursAgo: 21 },
    updated: { hoursAgo: 17 },
    body: [
      p(
        "Divers who returned this week to the seagrass bed off Sallow Bay expected to find a third of it left. They found two thirds. Of 40,000 shoots set out by hand in May last year, some 26,500 have come through a first winter of eleven gales, and in the most sheltered plots the plants have begun to spread on their own."
      ),
      p(
        "Seagrass is not a seaweed but a flowering plant that went back to the sea. It once covered 300 hectares on the seaward side of the breakwater. A wasting disease took most of it in the 1930s; anchors, dredging spoil and cloudy water finished the job. The last native patch, mapped in 1978, was the size of a tennis court."
      ),
      p(
        "The replanting, by the marine laboratory and 84 volunteers, covers just under half a hectare. Seeds and shoots came from a healthy bed 60 kilometres to the south. Each shoot was tied to a bamboo skewer with cotton thread and pushed into the sand, a job that went at the rate of about ninety an hour a diver and which several participants have described as gardening in a washing machine."
      ),
      p(
        "In nets drawn over the plots on Tuesday the team counted 31 kinds of animal, against nine on the bare sand next to them. There were pipefish, young plaice no bigger than a thumbnail, and, in the net of a second-year student, one short-snouted seahorse. It was measured, photographed from both sides and put back within forty seconds. \u201CI had told them not to hope for one for ten years,\u201D said Leila Marchetti, who leads the project. \u201CI am glad to lose my reputation in this way.\u201D"
      ),
      alsoRead("tern-colony"),
      p(
        "Less photogenic, and to the city of more account, is what goes on underneath. The leaves slow the water, sediment drops, and the roots hold it. Markers show that the bed has gained an average of 14 millimetres of sand since planting while the ground outside has lost six. That is carbon stored, modestly. It is also material that will not have to be lifted out of the shipping channel."
      ),
      p(
        "The laboratory puts the whole cost so far at 212,000 crowns, of which the regional nature fund paid three quarters. Extending the bed to ten hectares would take about six years and 3.1 million. An application goes to the fund next month, with a letter of support from the harbour company, which is not known for writing them."
      ),
      relatedNews("harbour-dredging", "fish-auction", "tide-gauge"),
      p("Three things could still undo the work:"),
      ul(
        "**Anchors.** One yacht can tear out a season\u2019s growth in a night. Nine mooring buoys that do not drag will be laid before the next sailing season.",
        "**Heat.** Above 25 degrees for more than a week the plants stop growing. The bay touched 23.4 last August.",
        "**Murk.** Leaves need light. When dredgers work the outer channel the laboratory\u2019s sensors send them a warning, and for the past year the contractor has been obliged to heed it."
      ),
      image(
        "harbour-dredger",
        "Dredging in the outer channel. Sensors over the seagrass raise the alarm when the water clouds."
      ),
      p(
        "Planting starts again in May, on the two weekends with the lowest tides. No diving certificate is needed for the shore crew, which ties the shoots to the skewers, and which last year got through 14 kilometres of thread and, by the laboratory\u2019s estimate, some 900 sandwiches."
      )
    ]
  },
  {
    key: "hospital-sleep",
    headline: "Ward that dimmed its lights and oiled its doors gave patients 70 more minutes of sleep",
    kicker: "Health research",
    standfirst: "A year-long trial at the Infirmary found that most of the noise at night came from things that cost little to fix. One that cost nothing made the greatest difference.",
    section: "science",
    topics: ["health"],
    bylines: ["sabine-ferreira"],
    dateline: "Port Linnet Infirmary",
    kind: "news",
    language: "en",
    picture: null,
    published: { hoursAgo: 38 },
    body: [
      p(
        "The bin on Ward 6 closed at 94 decibels. That is louder than a lorry passing at arm\u2019s length, and it happened, by count, thirty-one times a night. When nurse Callum Adair stuck a strip of felt under the lid, in the first week of a trial that has now reported, he had brought the loudest noise on the ward down to the level of conversation, at a cost of two crowns."
      ),
      p(
        "Over the following year he and a small team from the Infirmary and the university went on in the same spirit. The results, published on Thursday, are striking by the standards of a field in which drugs struggle to add twenty minutes: patients on the altered ward slept an average of 70 minutes longer than those on an identical ward upstairs that was left as it was. They asked for 38 per cent fewer sleeping tablets and went home, on average, nine hours sooner."
      ),
      p(
        "The study followed 412 people aged from 19 to 93, most of them recovering from surgery. Each wore a wrist sensor that records movement and light. Beds were allotted to the two wards by rota rather than by strict chance, which the authors acknowledge as a weakness; patients who were gravely ill or confused were not included."
      ),
      alsoRead("opinion-quiet-carriage"),
      h2("What woke them"),
      p(
        "Before changing anything the team spent six weeks writing down every disturbance. They had expected alarms to lead the list. In fact machines caused about one awakening in five. Conversation caused more, footwear almost as much, and doors, wheels and lids the rest. Then there was the round of blood pressure readings at two in the morning, done for each patient on the ward whether the doctors had asked for it or not."
      ),
      p(
        "Nobody could say when that round had begun. \u201CI asked the most senior sister in the building and she told me that it was there when she came,\u201D said Adair. With the consultants\u2019 agreement it was kept for the patients who needed it, fewer than a third. The others were left alone between eleven and half past five. Once the figures were separated out, this single change explained nearly half of the gain."
      ),
      quote(
        "For eight nights I had been told to rest and then woken to see how I was resting. On the ninth they moved me downstairs.",
        "Dolores Quint, 67, a patient in the trial"
      ),
      p(
        "The remainder came from lamps at ankle height instead of ceiling panels, soft castors, a telephone that flashes, and a rule that handover takes place behind a shut door. In all it came to 11,300 crowns for 28 beds. Staff, who had feared extra work, recorded on average forty minutes fewer a night spent in answering call bells."
      ),
      relatedNews("school-meals", "budget-vote"),
      p(
        "Naomi Sato, who studies sleep at the university and was not involved, called the work \u201Ccareful and slightly embarrassing for the rest of us\u201D. She would like to see it repeated with beds drawn by lot and in an older building. It is not clear, she added, how much of the benefit would last once a ward knew that it was no longer being watched."
      ),
      p(
        "The Infirmary is not waiting. Felt has been ordered for every bin on its fourteen wards, and the two o\u2019clock round ends throughout the hospital on the first of next month, unless somebody asks for it."
      )
    ]
  }
];

// db/demo-edition/sport.ts
var sportStories = [
  {
    key: "rovers-derby",
    headline: "Rovers 2, Castle Athletic 2: derby saved by a defender who thought he had been taken off",
    kicker: "Football",
    standfirst: "Ten men, a board held up with the wrong number and an equaliser in the 94th minute. The Ropewalk has not been so loud since promotion.",
    section: "sport",
    topics: ["football"],
    bylines: ["klara-nwosu"],
    dateline: "The Ropewalk",
    kind: "news",
    language: "en",
    picture: "football",
    published: { hoursAgo: 14 },
    updated: { hoursAgo: 11 },
    body: [
      p(
        "Luka Ferenc was on his way off when he scored. In the 88th minute of a derby that Port Linnet Rovers were losing, the fourth official raised a board with his number on it, the centre-half trotted forty metres towards the bench, and there his manager, Hanne Okoye, turned him round by the shoulders. She had asked for number nine. The board, upside down, had said six. Six minutes later Ferenc, still on the pitch and by then playing anywhere he was shouted at to play, met a corner at the far post, and it finished 2\u20132."
      ),
      p(
        "A crowd of 11,870, the largest here for four seasons, had by that time passed through most of what a crowd can. Rovers led after seven minutes, when Ayo Delacroix bent a free kick round a wall that seemed to have been built by committee. Castle Athletic, second in the table and better with the ball, were level by half-time through Sven Mari\u0107, whose shot went in off the heel of his own captain."
      ),
      p(
        "The match tipped in the 57th minute. Goalkeeper Ellis Vane came out to a through ball, got there late and was sent off; it was harsh only in the sense in which rain is. His replacement, Pawel Achebe, is nineteen and had never played in the league. His first touch was to pick Mari\u0107\u2019s penalty out of the net. His second, third and fourth were saves of such quality that the away end, to its credit, clapped the last of them."
      ),
      alsoRead("week-ahead"),
      p(
        "Okoye did not retreat. She went to three at the back, pushed her full-backs on and told the ten who were left, as she put it afterwards, \u201Cto be annoying\u201D. They were. Rovers won six corners in the last quarter of an hour and put five of them under the crossbar. The sixth went long, over the goalkeeper\u2019s fists, to where nobody was marking Ferenc because he had been seen to leave."
      ),
      quote(
        "I thought I had been taken off. I was thinking about what to have for dinner. Then the ball was there.",
        "Luka Ferenc"
      ),
      p(
        "Athletic\u2019s manager, Rob Tindall, complained to the referee for some minutes that a player once shown the board must go. The rules say otherwise: a substitution is complete only when the new man steps on to the field. \u201CI know the law,\u201D said Tindall. \u201CI was complaining in general.\u201D He has lost neither of his two derbies and won neither of them."
      ),
      table(
        "Top of the table after 31 matches",
        ["", "Club", "Goals", "Points"],
        ["1", "Northgate United", "58\u201324", "66"],
        ["2", "Castle Athletic", "55\u201331", "60"],
        ["3", "Port Linnet Rovers", "49\u201333", "57"],
        ["4", "Sallow Town", "44\u201335", "53"]
      ),
      p(
        "The draw leaves Rovers third, three points behind Athletic with seven matches to play; the top two go up. Vane will be suspended for two of those, so Achebe starts at Sallow Town on Saturday. He was asked the next day whether he had slept at all. He had been on the last Line 4 tram with a few hundred supporters, he said, and they had wanted to talk about the third save, and the driver had gone round the loop twice."
      ),
      relatedNews("tram-strike-averted", "rowing-head", "velodrome"),
      p(
        "**Rovers**: Vane (sent off 57); Osei-Lind, Ferenc, Tarrant; Quaye, Bo, Hallam, Ruiz (Achebe 58); Delacroix, Njie, Pratt."
      )
    ]
  },
  {
    key: "rowing-head",
    headline: "Orle Head: university crew beats the record, and is beaten by the wind",
    kicker: "Rowing",
    standfirst: "Four miles, 212 crews and a north-easter that rewrote the results after lunch. The winners were the ones with an early number.",
    section: "sport",
    topics: [],
    bylines: ["klara-nwosu"],
    dateline: "River Orle",
    kind: "news",
    language: "en",
    picture: "rowing",
    published: { hoursAgo: 35 },
    body: [
      p(
        "In a head race you do not see whom you are racing. Crews set off one at a time, ten seconds apart, and row as hard as they can at nobody, and hours later somebody pins up a sheet of paper. On Sunday the paper said that the quickest eight from Mill Weir to the lifting bridge was the city\u2019s own Tideway Club, in 17 minutes 41.2 seconds. It did not say that they had been the fourth boat off, and that this was the race."
      ),
      p(
        "At ten in the morning the Orle lay like poured tin. At a quarter past twelve the wind got up against the tide, and from then on the last mile below Ferry Stairs was a field of short brown waves. The university\u2019s first eight, drawn at number 118 by a coin that their president will not be allowed to toss again, went through the two-mile mark in 8 minutes 22, faster than any crew in the seventy years of the event. They reached the bend, shipped water for a mile and finished seventh."
      ),
      pullQuote(
        "For two miles we were the fastest crew there has ever been. Then we were a bath.",
        "Imke Rowlands, university stroke"
      ),
      p(
        "Ten boats sank, all in the shallows and without harm, in the span of half an hour. At ten to one the chief umpire, Desmond Ayling, stopped the start with 41 crews still waiting above the weir in their lycra and blankets. It was the right decision, taken on the information he had. He was thanked for it by nobody until about four o\u2019clock, when he found a tin of shortbread on his launch."
      ),
      alsoRead("lifting-bridge"),
      p(
        "I rowed this course once, in a boat that came ninety-third, and what I remember is the quiet under the bridge: four seconds in which you hear your own crew and no one else. Tideway\u2019s cox, Benny Laurent, told me that he had saved a sentence for it. He would not reveal what it was. Five, who is a curate, said he had not known that Benny knew the word."
      ),
      table(
        "Open eights, first five",
        ["", "Crew", "Start", "Time"],
        ["1", "Tideway Club I", "4", "17:41.2"],
        ["2", "Harbour Police", "9", "17:58.0"],
        ["3", "Orle Yard Apprentices", "22", "18:01.7"],
        ["4", "Northgate", "11", "18:03.3"],
        ["5", "Tideway Club II", "31", "18:20.9"]
      ),
      p(
        "The women\u2019s pennant went to the Infirmary crew by a second and a half, in a race decided wholly before the wind; the veterans\u2019 cup, for an average age above sixty, to a boat from the pilots\u2019 association that steered so close to the bank it was fishing. Third among the open eights were the shipyard apprentices, who took up the sport last spring, in a hull they had built themselves."
      ),
      relatedNews("shipyard-order", "hospital-sleep", "rovers-derby"),
      p(
        "The committee meets on Thursday to discuss whether crews in future should start in the order of last year\u2019s finish or by lot, as now. A third party is for going back to bed when the forecast says north-east. The 41 who never started will have their fees returned, less two crowns for the tea."
      )
    ]
  },
  {
    key: "velodrome",
    headline: "The boards are back: Docklands velodrome reopens with a track made from its own roof",
    kicker: "Cycling",
    standfirst: "Closed since a leak in 2019, the 250-metre oval has been relaid by volunteers and a retired boatbuilder. The first evening broke two records and one collarbone.",
    section: "sport",
    topics: ["city-budget"],
    bylines: ["klara-nwosu"],
    dateline: "East Dock",
    kind: "feature",
    language: "en",
    picture: "velodrome",
    published: { hoursAgo: 102 },
    body: [
      p(
        "There is a smell that goes with a wooden track, of resin, rubber and liniment, and since 2019 nobody in this city had smelt it. On Friday evening they unlocked the doors at East Dock and people stood about in the entrance, breathing. Then someone rolled a bike down the banking, and the sound came: a low drumming, like a train in the next valley."
      ),
      p(
        "The velodrome was put up in 1988 as part of a plan to bring the abandoned docks to life, of which it was the only part to be finished. Water came through the roof in the wet autumn of 2019. By the time that anybody had agreed on who was responsible, eleven of the forty-two bays of the track had lifted like the lid of a tin. The council\u2019s estimate for a new one, in Siberian pine, was 1.9 million crowns, and there the matter seemed likely to rest."
      ),
      h2("A roof becomes a floor"),
      p(
        "It was Gunnar Teixeira who looked up. A boatbuilder for forty-four years, he had come to measure the hall for a furniture auction, and he noticed that the old roof, which was to be stripped and burned, rested on laminated beams of slow-grown larch. \u201CMost of it was dry as a biscuit,\u201D he says. \u201CI counted, and I went out to the van and counted again. There was a track up there and a bit over for a bench.\u201D"
      ),
      p(
        "The beams came down in a single piece and were sawn at Orle Yard into 58 kilometres of strip, each four centimetres wide. Over two winters 130 people nailed it. The nails alone, 340,000 of them, driven at a slant so that no head shows, took up a year and a half of Tuesdays and Thursdays. The whole cost 388,000 crowns, of which the council gave half."
      ),
      alsoRead("shipyard-order"),
      p(
        "You ride a banking by believing in it. At 42 degrees the steepest part looks from the bottom like a wall somebody has pushed you towards, and the only safe speed is more. Sara Lindholm-Cruz, who is sixteen and learned on the car park outside, went round on Friday in 15.31 seconds for a flying lap, the best by a junior in the region. She describes the line through the second turn as \u201Ca place where you stop steering and it steers you\u201D."
      ),
      image("shipyard", "Orle Yard, where the roof beams were sawn into strips."),
      p(
        "The other mark to fall was older. Marion Dacre, 71, set the hall\u2019s first hour record for her age group in the week it opened; she has now taken 214 metres off the one she set at 66, on the same steel bicycle. The collarbone belongs to the deputy mayor, who had cut the ribbon, and accepted an invitation."
      ),
      relatedNews("budget-vote", "council-notebook", "rovers-derby"),
      p(
        "Whether the doors stay open is a question of heating. The hall costs 9,000 crowns a month to run and the club has promises for six months. It will let the infield for badminton, and has offered the schools a morning each. A decision on a yearly grant is down for the next meeting of the council, at which, it is understood, the deputy mayor means to speak in favour, with one arm."
      ),
      factBox("Having a go", [
        "**Taster sessions**: Wednesdays at 18.00 and Sundays at 10.00, 9 crowns with bike and helmet",
        "**Age**: from nine; children must be able to reach the pedals of the smallest bike, which is blue",
        "**Bring**: gloves, a bottle and shoes without laces"
      ]),
      p(
        "The track has no brakes on it anywhere. Neither do the bicycles, and the coaches recommend learning that first."
      )
    ]
  }
];

// db/demo-edition/world.ts
var worldStories = [
  {
    key: "pyongyang-visit",
    headline: "Russian spy chief held three days of talks in Pyongyang, KCNA says",
    kicker: "North Korea",
    standfirst: "Sergey Naryshkin met North Korea\u2019s minister of state security as the two governments widen contacts that once ran almost entirely through their leaders.",
    section: "world",
    topics: ["diplomacy", "war-and-peace"],
    bylines: ["ines-varga"],
    dateline: "Seoul",
    kind: "news",
    language: "en",
    picture: "pyongyang-river",
    published: { at: "2024-03-28T09:30:00Z" },
    body: [
      p(
        "Sergey Naryshkin, the director of Russia\u2019s Foreign Intelligence Service, visited Pyongyang from 25 to 27 March and met the North Korean minister of state security, Ri Chang Dae, the North\u2019s state news agency KCNA reported on Thursday. The Russian service, known by its initials **SVR**, confirmed the visit the same day. It had not been announced beforehand."
      ),
      p(
        "According to KCNA, the two men told each other how they saw the situation around the Korean peninsula, in Northeast Asia and around Russia, and discussed closer cooperation against what the agency called the \u201Cever-growing spying and plotting moves by the hostile forces\u201D. It described the talks as comradely and said the two sides had agreed on every matter raised. It listed none of them."
      ),
      alsoRead("baltimore-bridge"),
      relatedNews("debate-topics", "panda-diplomacy"),
      p(
        "The SVR\u2019s account was shorter and in much the same key. Its press office said the talks had covered the international situation, the security of the region and deeper cooperation between Russia and North Korea at a time when, in its words, outside forces were trying to increase pressure on both. No document was said to have been signed, and there was no mention of a meeting with the North Korean leader, Kim Jong Un."
      ),
      p(
        "The visit is one of a lengthening series. Mr Kim travelled to the Vostochny cosmodrome in Russia\u2019s Far East last September to meet President Vladimir Putin; Sergey Lavrov, the Russian foreign minister, came to Pyongyang a month later. KCNA also reported this week that Yun Jong Ho, the North\u2019s minister of external economic relations, had left for Moscow with a delegation. What was for years a relationship of anniversaries and telegrams now has ministers travelling in both directions."
      ),
      alsoRead("ukraine-missiles"),
      relatedNews("red-sea-northern-route", "gaza-veto"),
      p(
        "Washington and Seoul say that something heavier travels too. South Korea\u2019s defence minister said this month that the North had sent Russia about 7,000 containers since last summer, and the United States has published satellite pictures of what it says were shipments of munitions for the war in Ukraine. Moscow and Pyongyang have denied any transfer of arms, which would break sanctions that Russia itself voted for in the Security Council. A panel of experts that reports to the council has been looking into the claims; its mandate ends on 30 April."
      ),
      p(
        "The Soviet Union was the first state to recognise North Korea, in October 1948, and the friendship has rarely lacked for ceremony. In July 2022 Pyongyang recognised the two regions of eastern Ukraine that Russia had declared independent, and Kyiv broke off relations. A visit by a head of foreign intelligence is a different sort of contact: less public than a summit, and harder to judge from outside. As of Thursday, all that is known of it comes from the two services that took part."
      )
    ]
  },
  {
    key: "baltimore-bridge",
    headline: "Four minutes to the Key Bridge: how the Dali lost power and a road was cleared",
    kicker: "Baltimore",
    standfirst: "A container ship went dark, a pilot called for help and police stopped the cars. Eight people were still on the bridge; six of them died.",
    section: "world",
    topics: ["shipping"],
    bylines: ["ines-varga"],
    dateline: "Baltimore",
    kind: "news",
    language: "en",
    picture: "bridge-night",
    published: { at: "2024-03-27T16:00:00Z" },
    updated: { at: "2024-05-15T08:00:00Z" },
    body: [
      p(
        "At 12.39 on the morning of Tuesday 26 March the container ship _Dali_ left the Seagirt terminal in Baltimore. Fifty minutes later the Francis Scott Key Bridge, which had carried the city\u2019s ring road across the Patapsco river since 1977, was lying across her bow. Most of what is known about the time between comes from the ship\u2019s own recorder and from a preliminary report that the US National Transportation Safety Board published on 14 May."
      ),
      p(
        "The ship, 289 metres long and flying the flag of Singapore, was making about eight knots down the Fort McHenry channel with two pilots on board. She was roughly 0.6 miles from the bridge, some three of her own lengths, when electrical breakers opened and the lights went out. The pumps stopped, and with them the main engine. The crew brought the power back. Then, 0.2 miles from the bridge, it failed again."
      ),
      h2("The recorder\u2019s minutes"),
      ol(
        "**1.24.59am** Alarms sound on the ship\u2019s bridge. The recorder stops logging the ship\u2019s systems but goes on recording voices.",
        "**1.26.39** The pilot calls by radio for tugs. At about this time the pilots\u2019 dispatcher telephones the duty officer of the Maryland Transportation Authority.",
        "**1.27.04** The pilot orders the port anchor dropped.",
        "**1.27.25** He reports by radio that the ship has lost all power and is approaching the bridge. The authority\u2019s police are told to close it.",
        "**About 1.29** The ship, still moving at 6.5 knots, strikes pier 17. The central spans come down within seconds."
      ),
      p(
        "First official accounts put the collapse at about 1.28am; investigators, working from the recorder, have since placed it a minute later. Either way the police had little more than a minute. Officers who were already nearby because of roadworks held the traffic at both ends, and no ordinary motorist is known to have been on the spans when they fell."
      ),
      alsoRead("lifting-bridge"),
      p(
        "There was no time to fetch the people who were working up there: a night crew of seven who were filling potholes, and an inspector. Two of the eight survived, one of them pulled from the water badly hurt. The bodies of the other six were brought up over six weeks, the last on 7 May. They had come to Maryland from Mexico, Guatemala, Honduras and El Salvador."
      ),
      p(
        "The report draws no conclusion about the cause, and the board says a final one will take a year or more. It does record that the _Dali_ had lost power twice the day before, in port, once after a crew member closed an exhaust damper by mistake. Whether those failures have anything to do with the later ones is among the things still being examined. Tests of her fuel gave no ground for concern."
      ),
      relatedNews("undersea-cables", "harbour-insurance", "red-sea-northern-route"),
      p(
        "For the port the blow was immediate. Baltimore handles more cars than any other harbour in the United States, and the wreck closed the channel to almost everything. A section of the truss that lay on the ship\u2019s foredeck was cut away with explosives on 13 May so that she could be floated off."
      ),
      p(
        "Other cities have begun to look at their own piers. When the Key Bridge was designed, the ships that passed under it were a fraction of the _Dali_\u2019s size; she had about 4,680 containers on board. In Port Linnet no ship of more than 80 metres passes Lowgate Bridge, and there is granite on both sides. The Harbour Board says it is reading the report line by line."
      )
    ]
  },
  {
    key: "debate-topics",
    headline: "Six subjects that Biden and Trump can hardly avoid when they debate",
    kicker: "US election",
    standfirst: "The two men have agreed to meet twice, the first time on 27 June. The polls and the calendar already suggest what they will be asked.",
    section: "world",
    topics: ["elections", "diplomacy"],
    bylines: ["ines-varga"],
    dateline: "Washington",
    kind: "news",
    language: "en",
    picture: "debate-lecterns",
    published: { at: "2024-03-27T11:00:00Z" },
    updated: { at: "2024-05-16T10:15:00Z" },
    body: [
      p(
        "For two months after each had won enough delegates for his party\u2019s nomination, President Joe Biden and Donald Trump argued over whether they would argue. On 15 May they settled it within hours: a debate on CNN in Atlanta on 27 June and another on ABC on 10 September. Both go past the Commission on Presidential Debates, which has organised every such meeting since 1988 and had planned its first for 16 September."
      ),
      p(
        "Neither network has said what it will ask. But public opinion and the news leave little doubt about the ground. These are the subjects that fill the surveys, the courts and the two men\u2019s own speeches."
      ),
      h2("At home"),
      p(
        "**Immigration.** Americans asked by Gallup in April to name the country\u2019s most important problem mentioned it more often than anything else, for the third month in a row. Border agents recorded close to 250,000 crossings from Mexico in December, the highest month on record. A compromise in the Senate failed in February after Mr Trump spoke against it; each blames the other for what followed."
      ),
      p(
        "**Prices and jobs.** Inflation stood at 3.4 per cent in April, far below its peak of 9.1 in June 2022, and unemployment at 3.9. Mr Biden will point to those falls; Mr Trump to how much more a basket of groceries costs than when he left office. In January nearly three Americans in four told the Pew Research Center that strengthening the economy should be a top priority."
      ),
      alsoRead("flour-price"),
      p(
        "**Abortion.** The Supreme Court ended the constitutional right to it in June 2022 with the votes of three justices whom Mr Trump had appointed. Mr Biden promises to restore the right by law. Mr Trump said in April that the matter should be left to the states, several of which will vote on it in November."
      ),
      h2("Abroad, and in court"),
      p(
        "**Ukraine.** Congress held back military aid for half a year before passing about 61 billion dollars in April. The president calls such help a matter of American security; his opponent has said that Europe should pay more and that he would end the war quickly, without saying how."
      ),
      relatedNews("ukraine-missiles", "gaza-veto", "panda-diplomacy"),
      p(
        "**Gaza.** Mr Biden\u2019s support for Israel has cost him votes on his left, and protests at universities have kept it in the headlines. **Fitness, and the law.** He is 81 and Mr Trump will be 78 in June. Mr Trump has been on trial in New York since 15 April over the recording of payments made before the 2016 election, the first of four criminal cases against him. He denies all the charges."
      ),
      p(
        "CNN says there will be no audience in the studio. A candidate needs at least 15 per cent in four national polls and a place on enough ballots to be able to win, which leaves a narrow door for Robert F. Kennedy Jr, who is running as an independent. How [our own assembly candidates](story:assembly-seat) would fare without applause is a question for another page."
      )
    ]
  },
  {
    key: "panda-diplomacy",
    headline: "On loan from China: what a pair of pandas costs, and what it says",
    kicker: "Explainer",
    standfirst: "After a year in which American zoos handed their pandas back one by one, new animals have come to San Diego and Washington. They were never gifts.",
    section: "world",
    topics: ["diplomacy", "nature"],
    bylines: ["ines-varga", "sabine-ferreira"],
    dateline: "Beijing",
    kind: "explainer",
    language: "en",
    picture: "panda",
    published: { at: "2024-03-26T14:00:00Z" },
    updated: { at: "2024-10-16T09:00:00Z" },
    body: [
      p(
        "On 15 October a cargo aircraft landed near Washington with two passengers aged three. Bao Li and Qing Bao are to live at the Smithsonian\u2019s National Zoo, whose panda house had stood empty since the previous November, when its last three animals were flown to China. For a time it had seemed possible that the United States would soon have no giant panda at all, for the first time since 1972."
      ),
      p(
        "That the traffic has turned round is a matter of zoology on paper and of politics in practice. The China Wildlife Conservation Association signed an agreement with the San Diego Zoo in February; its pair, Yun Chuan and Xin Bao, arrived on 27 June and were shown to the public on 8 August. San Francisco signed a memorandum of its own in April. All this came after President Xi Jinping, speaking in San Francisco in November 2023, called pandas envoys of friendship and hinted that more would travel."
      ),
      relatedNews("pyongyang-visit", "debate-topics"),
      h2("From gift to lease"),
      p(
        "The custom is older than the word for it. In 1941 the wife of Chiang Kai-shek sent two pandas to the Bronx Zoo as thanks for American help. After 1949 the People\u2019s Republic gave them first to its allies; the most famous pair, Ling-Ling and Hsing-Hsing, went to Washington in 1972 a few weeks after President Nixon\u2019s visit to Beijing. London\u2019s followed in 1974."
      ),
      p(
        "In the 1980s China stopped giving and began to lend, at first for a few months and then for years. Since the 1990s a contract has usually run for ten years, at a fee of up to one million dollars a year for a pair, according to a report by the US Congressional Research Service. The money is meant for conservation in China. Cubs born abroad belong to China and go there at the age of three or four."
      ),
      factBox(
        "The giant panda, in brief",
        [
          "About 1,860 lived in the wild at the last full count, published in 2015",
          "All of them live in the mountains of Sichuan, Shaanxi and Gansu",
          "Moved from \u201Cendangered\u201D to \u201Cvulnerable\u201D on the world\u2019s red list in 2016"
        ],
        "Zoos outside China keep a few dozen. A grown panda eats between 12 and 38 kilograms of bamboo a day."
      ),
      p(
        "Do the loans buy anything? Researchers at Oxford argued in 2013 that new ones tended to follow trade deals, and that an animal in a foreign capital marked the start of a relationship Beijing expected to last. Others see a slower effect: panda keepers and vets in both countries have worked together through quarrels that silenced almost everyone else."
      ),
      alsoRead("tern-colony"),
      p(
        "The return journeys are read just as closely. When Memphis, Washington and finally Atlanta sent their animals home in 2023 and 2024 the contracts had simply run out. But contracts had been renewed before. Zoos that say nothing about politics tend to say, as San Diego\u2019s scientists did in February, that they are hopeful."
      )
    ]
  },
  {
    key: "ukraine-missiles",
    headline: "Ukraine under air alert for third night in four as missile crosses Polish border",
    kicker: "Ukraine",
    standfirst: "Kyiv\u2019s air force counts 57 missiles and drones in a night. Two days earlier a larger attack cut power to Kharkiv and hit the country\u2019s biggest dam.",
    section: "world",
    topics: ["war-and-peace", "energy"],
    bylines: ["ines-varga"],
    dateline: "Warsaw",
    kind: "news",
    language: "en",
    picture: "night-sirens",
    published: { at: "2024-03-24T13:30:00Z" },
    body: [
      p(
        "Sirens sounded across Ukraine before dawn on Sunday 24 March for the third time in four nights, as Russia fired what the Ukrainian air force said were 29 missiles and 28 attack drones at Kyiv, the western region of Lviv and other targets. It said it had brought down 18 of the missiles and 25 of the drones."
      ),
      p(
        "One cruise missile, on its way to the Lviv region, left Ukraine altogether. Poland\u2019s armed forces said it entered Polish airspace at 4.23am local time near the village of Oserd\xF3w and stayed there for **39 seconds**, watched throughout by military radar. Polish and allied aircraft were in the air. Warsaw said it would ask Moscow for an explanation."
      ),
      p(
        "In Kyiv the alert lasted more than two hours. The head of the city\u2019s military administration, Serhiy Popko, said about a dozen missiles had been destroyed over the capital and its surroundings, that they had come in groups from the north, and that damage was minor. In the Lviv region, according to the city\u2019s mayor, Andriy Sadovyi, around 20 missiles and seven drones were aimed at critical infrastructure; Lviv itself was not hit."
      ),
      relatedNews("gaza-veto", "pyongyang-visit", "debate-topics"),
      h2("The grid as a target"),
      p(
        "The night was quieter than the one before the weekend. On Friday 22 March Russia used 63 drones and 88 missiles, by the air force\u2019s count, of which 92 in all were stopped. The head of the grid company Ukrenergo, Volodymyr Kudrytskyi, called it the largest attack on the power system of the war. Thermal and hydroelectric stations were hit along with the substations that join them."
      ),
      p(
        "In Kharkiv, 30 kilometres from the border, about 700,000 customers lost electricity, and with it pumps and trams. In Zaporizhzhia missiles struck the Dnipro hydroelectric station, the biggest in the country, and the road that runs along its dam was closed; officials said there was no danger that the dam would give way. The national police put the dead across the country at five by that afternoon. The Zaporizhzhia nuclear plant, under Russian occupation since 2022, was left for several hours with one line to the grid."
      ),
      table(
        "The two larger attacks, as counted by the Ukrainian air force",
        ["Night of", "Missiles", "Drones", "Shot down"],
        ["22 March", "88", "63", "92"],
        ["24 March", "29", "28", "43"]
      ),
      p(
        "These figures cannot be checked independently, and the air force does not say where every weapon that got through has fallen. Moscow has presented the strikes as an answer to Ukrainian attacks on Russian regions during the presidential election of 15 to 17 March. Its defence ministry has said that it aims at military and energy sites."
      ),
      alsoRead("undersea-cables"),
      p(
        "For Poland it was the first such report since 29 December, when a missile flew over its territory for about three minutes. Poland\u2019s defence minister, W\u0142adys\u0142aw Kosiniak-Kamysz, told reporters it would have been shot down had there been any sign that it was heading for a target in Poland."
      )
    ]
  },
  {
    key: "red-sea-northern-route",
    headline: "The Red Sea is dangerous and the Arctic is shorter. Why few ships take the hint",
    kicker: "Shipping",
    standfirst: "Attacks off Yemen have sent half the Suez traffic round Africa. Russia offers its Northern Sea Route instead, with ice, permits and politics attached.",
    section: "world",
    topics: ["shipping", "climate", "diplomacy"],
    bylines: ["ines-varga", "jonas-whitlock"],
    dateline: "Port Linnet",
    kind: "analysis",
    language: "en",
    picture: "ice-route",
    published: { at: "2024-03-21T07:45:00Z" },
    body: [
      p(
        "On a globe the argument is over in a moment. Lay a thread from Shanghai to Rotterdam through the Suez Canal, then another along the north coast of Russia, and the second is shorter by about a third. Since November, when Houthi forces in Yemen seized the car carrier _Galaxy Leader_ and began to fire at ships in the Red Sea, the thread has been laid out in a good many boardrooms."
      ),
      p(
        "The trouble in the south is real. The Houthis say they act in support of the Palestinians in Gaza and strike at ships linked to Israel and its allies; many of those attacked had no such link that their owners know of. The bulk carrier _Rubymar_ sank on 2 March, two weeks after a missile hit her. Four days later three sailors died on the _True Confidence_. A naval operation led by the United States has been in place since December and a European one since February."
      ),
      alsoRead("gaza-veto"),
      p(
        "Insurers and owners have drawn their own conclusions. According to the International Monetary Fund\u2019s port monitor, the volume of trade through Suez in the first two months of the year was half what it had been a year before, while the traffic around the Cape of Good Hope rose by about three-quarters. The detour adds ten days or more. It needs more fuel and more ships, and nobody has to ask permission."
      ),
      h2("A route with an owner"),
      p(
        "The Northern Sea Route, from the Kara Gate to the Bering Strait, is another matter. Russia treats it as a national waterway: a ship applies for a permit, and for much of the year she follows an icebreaker of the state nuclear company Rosatom. The company reports a record of 36.25 million tonnes for 2023. But more than half of that was liquefied gas, and nearly all of it was going to or from Russian ports. Cargo that went the whole way through came to 2.1 million tonnes in 80 voyages, chiefly Russian oil bound for China."
      ),
      table(
        "Two shortcuts compared",
        ["", "Suez Canal", "Northern Sea Route"],
        ["Season", "All year", "July to November for most ships"],
        ["Ships", "More than 25,000 (2022\u201323)", "80 full transits (2023)"],
        ["Depth", "Draughts of about 20 metres", "About 12 metres in the shallowest straits"],
        ["Escort", "Canal pilots", "Icebreaker, by permit"]
      ),
      p(
        "The ice is retreating; what it leaves behind is uncertainty. Summers differ by weeks from one year to the next, floes drift into straits that were open the day before, and a container line sells nothing so much as a date. There are few harbours of refuge along the way and rescue may be days off. Large non-ice-class ships have made the passage, twice last year, in convoy and in the best months."
      ),
      p(
        "Then there is the company one keeps. Sanctions since 2022 make it hard for a western owner to pay Rosatom or to insure the voyage. Even before that several of the largest container lines, among them MSC and CMA CGM, had promised not to use the route for the sake of the Arctic itself. Interest comes from elsewhere: a Chinese firm, NewNew Shipping, made a handful of voyages last summer, and Russia has been courting India."
      ),
      pullQuote("A short road that is open four months in twelve is a short road for four months.", "Agnes Tollund"),
      p(
        "At the fish quay in Port Linnet the calculation is done with a pencil. \u201CMy frozen squid comes from the far side of Asia,\u201D says Agnes Tollund, who has brokered cargo here for thirty years. \u201CRound the Cape it is twelve days late and I know it is twelve days late. A short road that is open four months in twelve is a short road for four months.\u201D Her [insurance](story:harbour-insurance) is another matter."
      ),
      relatedNews("shipyard-order", "baltimore-bridge", "fish-auction", "undersea-cables"),
      p(
        "So the north remains what it has been for a century: a road for what Russia digs up and its neighbours buy. If the Red Sea stays shut through another summer more ships will try it. The ones with a date to keep will still go the long way round."
      )
    ]
  },
  {
    key: "gaza-veto",
    headline: "After a double veto, Security Council demands Gaza ceasefire for Ramadan",
    kicker: "United Nations",
    standfirst: "Russia and China blocked an American text on Friday. On Monday the council passed one by its elected members, with the United States abstaining.",
    section: "world",
    topics: ["war-and-peace", "diplomacy"],
    bylines: ["ines-varga"],
    dateline: "New York",
    kind: "news",
    language: "en",
    picture: "council-chamber",
    published: { at: "2024-03-22T16:40:00Z" },
    updated: { at: "2024-03-25T20:10:00Z" },
    body: [
      p(
        "The United Nations Security Council on Monday 25 March demanded an immediate ceasefire in Gaza for the rest of Ramadan, the first time in more than five months of war that it has done so. Fourteen of its fifteen members voted for resolution 2728. The United States abstained and let it pass."
      ),
      p(
        "Three days earlier the same chamber had failed. An American draft received eleven votes, two more than it needed, but Russia and China voted against it, and a no from a permanent member is a veto. Algeria, the only Arab state on the council, also opposed it; Guyana abstained."
      ),
      h2("A matter of verbs"),
      p(
        "The two texts differ in what they do with the word ceasefire. Friday\u2019s spoke of the \u201Cimperative\u201D of an immediate and sustained one and tied it to the talks that Egypt, Qatar and the United States are holding about the hostages. Russia\u2019s ambassador, Vasily Nebenzya, said before the vote that this amounted to no demand at all. His American counterpart, Linda Thomas-Greenfield, said afterwards that the two vetoes were cynical."
      ),
      p(
        "Monday\u2019s text, drawn up by the ten elected members and presented by Mozambique, \u201Cdemands an immediate ceasefire for the month of Ramadan respected by all parties leading to a lasting sustainable ceasefire\u201D. It also demands the unconditional release of all hostages and stresses the need for more aid. It asks for both things in one sentence without making one depend on the other."
      ),
      table(
        "How the council voted",
        ["Date", "Text", "For", "Against", "Abstained"],
        ["22 March", "United States draft", "11", "3 (Russia, China, Algeria)", "1 (Guyana)"],
        ["25 March", "Russian amendment: \u201Cpermanent\u201D", "3", "1 (United States)", "11"],
        ["25 March", "Resolution 2728", "14", "0", "1 (United States)"]
      ),
      p(
        "Even that was in doubt until the last hour. An earlier wording had spoken of a permanent ceasefire; when \u201Clasting\u201D was put in its place Russia moved to change it back. Three members supported the amendment, not enough to carry it."
      ),
      alsoRead("red-sea-northern-route"),
      p(
        "The United States had vetoed three previous drafts on the war, in October, December and February. Ms Thomas-Greenfield said Washington supported the aims of the new one but did not agree with all of it: it does not condemn the attack by Hamas of 7 October, in which Israel says about 1,200 people were killed. Israel\u2019s prime minister, Benjamin Netanyahu, called off a visit to Washington by two of his advisers in protest. Gaza\u2019s health ministry puts the dead there at more than 32,000."
      ),
      p(
        "What follows is disputed. The United States described the resolution as non-binding; other members, China among them, said that the council\u2019s resolutions bind every state. Ant\xF3nio Guterres, the secretary-general, said that it must be carried out. Ramadan ends on or about 9 April."
      ),
      relatedNews("ukraine-missiles", "pyongyang-visit"),
      p(
        "For the council the week was a reminder of its arithmetic. It takes nine votes to pass a resolution and one of five to stop it. The ten members who have no veto found, for once, a sentence to which nobody who has one would say no."
      )
    ]
  },
  {
    key: "undersea-cables",
    headline: "As thick as a garden hose: the cables that carry almost everything we send",
    kicker: "Explainer",
    standfirst: "More than 99 per cent of the data that crosses an ocean does so on the seabed. It is cut about three times a week, usually by somebody looking for fish.",
    section: "world",
    topics: ["shipping"],
    bylines: ["sabine-ferreira"],
    dateline: "Port Linnet",
    kind: "explainer",
    language: "en",
    picture: "undersea-cable",
    published: { at: "2024-03-07T08:00:00Z" },
    body: [
      p(
        "A message from this city to one across the ocean does not go up. It goes down: under the promenade, out along the seabed and over hills that nobody has seen, in a strand of glass finer than a hair. Satellites are for ships, aircraft and places without a shore. For nearly everything else there are some 400 cable systems with a total length, according to the International Cable Protection Committee, of about 1.5 million kilometres."
      ),
      p(
        "In deep water such a cable is hardly thicker than a garden hose. At its heart lie a few pairs of fibres in a gel, then a tube of copper, steel wires and a coat of polyethylene. The copper feeds the repeaters, which sit every 60 to 100 kilometres and strengthen the light. Near the coast, where people drop things, it is armoured with more steel and buried a metre or so in the sand."
      ),
      h2("Who breaks them"),
      p(
        "Around 150 times a year a cable somewhere stops working. Most faults, the committee says, are accidents: trawls that scrape the bottom, anchors let go in the wrong place or dragged in a storm. Earthquakes and underwater landslides do the rest, along with ordinary wear. Deliberate damage is rare as far as anybody can prove, and hard to tell from a careless anchor."
      ),
      ul(
        "**2006:** an earthquake off Taiwan broke nine cables and slowed the internet across East Asia for weeks.",
        "**2022:** the eruption of the Hunga volcano cut Tonga\u2019s only international cable; it took five weeks to mend.",
        "**February 2024:** several cables in the Red Sea were damaged. The committee called on operators to find out how, and on governments to let repair ships in."
      ),
      relatedNews("red-sea-northern-route", "baltimore-bridge"),
      p(
        "Most people notice none of it, because the network was built on the expectation of loss. Operators buy space on each other\u2019s lines, and traffic finds another way within milliseconds. The countries in danger are those with a single cable, or with several that come ashore on the same beach."
      ),
      h2("How they are mended"),
      p(
        "A repair starts with an echo. Engineers on land send a pulse of light down the fibre and measure how long it takes to come back from the break, which gives its position within a few metres. A ship then drags a grapnel across the line, brings up one end, buoys it, and goes to look for the other. Splicing the glass takes the best part of a day in a room as clean as an operating theatre. The cable goes back with a loop of slack, longer than before."
      ),
      p(
        "There are a few dozen ships in the world that can do this, several of them older than their crews. Waiting for one, and for the permits it needs to work in somebody\u2019s waters, often takes longer than the work."
      ),
      alsoRead("harbour-dredging"),
      p(
        "The cables are older than the telephone. The first to cross the Atlantic, in 1858, carried a greeting from Queen Victoria to President Buchanan at a rate of some minutes to the word and was dead within a month. The one that succeeded it in 1866 worked. Today\u2019s carry hundreds of terabits a second over roads that are, in places, the same."
      )
    ]
  }
];

// db/demo-edition/stories.ts
var demoStories = [
  ...cityStories,
  ...notebookStories,
  ...politicsStories,
  ...businessStories,
  ...scienceStories,
  ...cultureStories,
  ...sportStories,
  ...opinionStories,
  ...worldStories
];

// db/demo-edition/topics.ts
var demoTopics = [
  { slug: "harbour", name: "The harbour", description: "Docks, dredging, ferries and the working water." },
  { slug: "trams", name: "Trams", description: "Line 4, the depot and everything on rails." },
  { slug: "housing-costs", name: "Housing costs", description: "Rents, repairs and new roofs." },
  { slug: "city-budget", name: "City budget", description: "What the council raises and where it goes." },
  { slug: "climate", name: "Climate", description: "Weather, water and the long view." },
  { slug: "energy", name: "Energy", description: "Wind, heat and the bill." },
  { slug: "diplomacy", name: "Diplomacy", description: "States and how they speak to each other." },
  { slug: "war-and-peace", name: "War and peace", description: "Conflicts, ceasefires and the votes about them." },
  { slug: "shipping", name: "Shipping", description: "Routes, bridges, straits and cargo." },
  { slug: "elections", name: "Elections", description: "Ballots, debates and counts." },
  { slug: "health", name: "Health", description: "Wards, surgeries and well-being." },
  { slug: "schools", name: "Schools", description: "Classrooms, teachers and what is taught." },
  { slug: "nature", name: "Nature", description: "Birds, tides and what grows between the tracks." },
  { slug: "space", name: "Space", description: "What passes overhead." },
  { slug: "theatre", name: "Theatre", description: "First nights and long runs." },
  { slug: "football", name: "Football", description: "Port Linnet Rovers and their rivals." }
];

// db/demo-edition/edition.ts
var SECONDS = ["lifting-bridge", "tern-colony", "rent-register", "theatre-first-night"];
var SPRING_2024 = [
  "pyongyang-visit",
  "baltimore-bridge",
  "debate-topics",
  "panda-diplomacy",
  "ukraine-missiles",
  "red-sea-northern-route",
  "gaza-veto"
];
var demoEdition = {
  paper: {
    name: "The Broadsheet",
    tagline: "The daily paper of Port Linnet and the world beyond",
    language: "en",
    timeZone: "Europe/London",
    organisation: {
      legalName: "Broadsheet Readers\u2019 Trust",
      email: "newsroom@broadsheet.example",
      address: "4 Customs House Quay, Port Linnet",
      foundedYear: 1871
    }
  },
  sections: demoSections,
  topics: demoTopics,
  authors: demoAuthors,
  pictures: demoPictures,
  stories: demoStories,
  placements: [
    { slot: "lead", label: "", position: 1, story: "tram-line-4" },
    ...SECONDS.map((story, index2) => ({ slot: "second", label: "", position: index2 + 1, story })),
    ...SPRING_2024.map((story, index2) => ({
      slot: "band",
      label: "Spring 2024, revisited",
      position: index2 + 1,
      story
    }))
  ],
  standingPages: demoStandingPages
};

// db/publishing.ts
import { desc as desc6, eq as eq11 } from "drizzle-orm";

// db/article-change.ts
import { isDeepStrictEqual as isDeepStrictEqual2 } from "node:util";
import { asc as asc4, eq as eq9, inArray as inArray6 } from "drizzle-orm";

// db/article-surroundings.ts
import { and as and2, eq as eq4, gt, ne, or as or2 } from "drizzle-orm";

// db/articles.ts
import { and, asc as asc3, eq as eq3, inArray as inArray3, isNull, lte, or, sql as sql3 } from "drizzle-orm";

// db/bylines.ts
import { asc, eq as eq2, inArray } from "drizzle-orm";

// lib/tags.ts
var tags = {
  /** Anything that the article's own page shows. */
  article: (id) => `article:${id}`,
  /** What a teaser shows: standfirst, kicker, kind, bylines, instant; and everything a link shows. */
  teaser: (id) => `teaser:${id}`,
  /** What a link shows: headline, path, language, picture, and whether the article is public at all. */
  link: (id) => `link:${id}`,
  /** Name, slug, description and place of a section. */
  section: (id) => `section:${id}`,
  topic: (id) => `topic:${id}`,
  author: (id) => `author:${id}`,
  media: (id) => `media:${id}`,
  /** Which articles a list holds, and in which order. */
  latest: "list:latest",
  sectionList: (id) => `list:section:${id}`,
  topicList: (id) => `list:topic:${id}`,
  authorList: (id) => `list:author:${id}`,
  correctionsList: "list:corrections",
  /** What was published in a section before some story: moves only when an older story comes, goes or moves. */
  earlierInSection: (id) => `earlier:section:${id}`,
  placements: "placements",
  /** The paper's name, language, zone, and the tree of sections in its masthead. */
  site: "site",
  standingPage: (slug) => `page:${slug}`,
  /** The page tells that its article was withdrawn; the server answers 410. */
  gone: "gone"
};

// db/pictures.ts
import { inArray as inArray2 } from "drizzle-orm";
var pictureColumns = {
  id: media.id,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
  widthPx: media.widthPx,
  heightPx: media.heightPx,
  files: media.files
};
var FORMATS = ["avif", "webp", "jpeg"];
function pictureFrom({ files, ...rest }) {
  return {
    ...rest,
    files: files.map(({ format, widthPx, name }) => ({ format, widthPx, path: `/media/${name}` })).sort((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format) || a.widthPx - b.widthPx)
  };
}
async function picturesByIds(db2, ids) {
  if (!ids.length) return /* @__PURE__ */ new Map();
  const rows = await db2.select(pictureColumns).from(media).where(inArray2(media.id, ids));
  return new Map(rows.map((row) => [row.id, pictureFrom(row)]));
}

// db/section-tree.ts
import { asc as asc2 } from "drizzle-orm";
var sectionColumns = {
  id: sections.id,
  slug: sections.slug,
  name: sections.name,
  description: sections.description,
  parentId: sections.parentId
};
async function sectionTree(db2) {
  const rows = await db2.select(sectionColumns).from(sections).orderBy(asc2(sections.position), asc2(sections.id));
  const below = (parentId) => rows.filter((row) => row.parentId === parentId).flatMap((row) => [row, ...below(row.id)]);
  return below(null);
}
async function sectionLine(db2, id) {
  const byId = new Map((await sectionTree(db2)).map((section) => [section.id, section]));
  const line = [];
  for (let at = byId.get(id); at; at = at.parentId === null ? void 0 : byId.get(at.parentId)) line.unshift(at);
  return line;
}

// lib/linking/references.ts
function references(body) {
  const found = body.flatMap((element) => {
    const elementId2 = element.id;
    const inText = (text2) => linked(text2).map((article) => ({ article, where: "text", elementId: elementId2 }));
    switch (element.type) {
      case "paragraph":
      case "heading":
      case "quote":
        return inText(element.text);
      case "list":
        return element.items.flatMap(inText);
      case "table":
        return [...element.header, ...element.rows.flat()].flatMap(inText);
      case "fact-box":
        return element.elements.flatMap(
          (inner) => inner.type === "list" ? inner.items.flatMap(inText) : inText(inner.text)
        );
      case "also-read":
        return element.target.kind === "article" ? [{ article: element.target.article, where: "also-read", elementId: elementId2 }] : [];
      case "related-news":
        return element.articles.map((article) => ({ article, where: "related-news", elementId: elementId2 }));
      case "pull-quote":
      case "image":
      case "gallery":
      case "divider":
      case "embed":
        return [];
    }
  });
  return found.map((reference, position) => ({ ...reference, position }));
}
function mediaShown(body) {
  const shown = body.flatMap((element) => {
    if (element.type === "image") return [element.media];
    if (element.type === "gallery") return element.items.map((item) => item.media);
    return [];
  });
  return [...new Set(shown)];
}
function linked(text2) {
  return text2.flatMap((span) => span.link?.to === "article" ? [span.link.article] : []);
}

// lib/paths.ts
import anyAscii from "any-ascii";
var RESERVED_WORDS = [
  "about",
  "admin",
  "api",
  "assets",
  "authors",
  "contact",
  "corrections",
  "ethics",
  "feed",
  "fonts",
  "healthz",
  "media",
  "page",
  "robots.txt",
  "search",
  "sitemap",
  "topics",
  "unavailable"
];
var SLUG_MAX_LENGTH = 80;
function slugFrom(headline) {
  const words2 = headline.normalize("NFC").toLowerCase().replace(/['’]/gu, "").match(/[\p{L}\p{N}\p{M}]+/gu);
  if (!words2) return "";
  let slug = "";
  for (const word of words2) {
    const longer = slug ? `${slug}-${word}` : word;
    if ([...longer].length > SLUG_MAX_LENGTH) break;
    slug = longer;
  }
  return slug || [...words2[0] ?? ""].slice(0, SLUG_MAX_LENGTH).join("");
}
function sectionSlugProblem(slug) {
  if (slug !== slugFrom(slug) || slug === "") return "Use lower-case letters, digits and single dashes.";
  if (/-\d+$/.test(slug)) return "A section\u2019s address may not end in a dash and a number.";
  if (RESERVED_WORDS.includes(slug)) return `\u201C${slug}\u201D is an address the site needs itself.`;
  return null;
}
function sectionPath(slug, page = 1) {
  return pathOf(slug, ...pageSegments(page));
}
function topicPath(slug, page = 1) {
  return pathOf("topics", slug, ...pageSegments(page));
}
function authorPath(slug, page = 1) {
  return pathOf("authors", slug, ...pageSegments(page));
}
function decodeSegment(segment) {
  try {
    return decodeURIComponent(segment).normalize("NFC");
  } catch {
    return null;
  }
}
function canonicalSpelling(path) {
  const segments = [];
  for (const raw of path.split("/")) {
    const segment = decodeSegment(raw);
    if (segment === null || /[\u0000-\u001f\u007f/\\]/.test(segment)) return null;
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment.toLowerCase().normalize("NFC"));
  }
  return pathOf(...segments);
}
function pageSegments(page) {
  return page > 1 ? ["page", String(page)] : [];
}
function pathOf(...segments) {
  return `/${segments.map(encodeURIComponent).join("/")}`;
}

// db/articles.ts
var OUT = ["published", "scheduled"];
function isPublic(now) {
  return sql3`(${and(inArray3(articles.state, OUT), lte(articles.publishedAt, now))} and ${or(
    isNull(articles.withdrawnAt),
    sql3`${articles.withdrawnAt} > ${now.getTime()}`
  )})`;
}

// db/article-surroundings.ts
async function surroundingsOf(tx, { id, before: before2, after, now }) {
  const lines = /* @__PURE__ */ new Map();
  for (const sectionId of new Set([before2, after].flatMap((snapshot) => snapshot?.sectionId ?? []))) {
    const line = await sectionLine(tx, sectionId);
    lines.set(
      sectionId,
      line.map((section) => section.id)
    );
  }
  const placed = await tx.select({ id: placements.id }).from(placements).where(eq4(placements.articleId, id)).limit(1);
  const corrected = await tx.select({ id: corrections.id }).from(corrections).where(eq4(corrections.articleId, id)).limit(1);
  return {
    lines,
    laterStory: after ? await hasLaterStory(tx, { id, after, now }) : false,
    placed: placed.length > 0,
    corrected: corrected.length > 0
  };
}
async function hasLaterStory(tx, { id, after, now }) {
  if (after.publishedAt === null) return false;
  const place2 = new Date(after.publishedAt);
  const later = await tx.select({ id: articles.id }).from(articles).where(
    and2(
      eq4(articles.sectionId, after.sectionId),
      isPublic(now),
      or2(gt(articles.publishedAt, place2), and2(eq4(articles.publishedAt, place2), gt(articles.id, id))),
      ne(articles.id, id)
    )
  ).limit(1);
  return later.length > 0;
}

// lib/body.ts
import { z } from "zod";
var spanSchema = z.strictObject({
  text: z.string().min(1),
  marks: z.array(z.enum(["bold", "italic", "code"])).optional(),
  link: z.discriminatedUnion("to", [
    z.strictObject({ to: z.literal("article"), article: z.int().positive() }),
    z.strictObject({
      to: z.literal("web"),
      href: z.string().refine(isWebAddress, "an address must start with https://, http:// or mailto:")
    })
  ]).optional()
});
var textSchema = z.array(spanSchema);
var elementId = z.string().regex(/^[a-z0-9-]{1,40}$/, "an element id is 1 to 40 of a\u2013z, 0\u20139 and dash");
var articleId = z.int().positive();
var paragraphSchema = z.strictObject({ type: z.literal("paragraph"), id: elementId, text: textSchema });
var headingSchema = z.strictObject({
  type: z.literal("heading"),
  id: elementId,
  level: z.union([z.literal(2), z.literal(3)]),
  text: textSchema
});
var listSchema = z.strictObject({
  type: z.literal("list"),
  id: elementId,
  ordered: z.boolean(),
  items: z.array(textSchema).min(1)
});
var quoteSchema = z.strictObject({
  type: z.literal("quote"),
  id: elementId,
  text: textSchema,
  attribution: z.string().optional()
});
var pullQuoteSchema = z.strictObject({
  type: z.literal("pull-quote"),
  id: elementId,
  text: z.string().min(1),
  attribution: z.string().optional()
});
var imageSchema = z.strictObject({
  type: z.literal("image"),
  id: elementId,
  media: z.int().positive(),
  caption: z.string().optional(),
  credit: z.string().optional()
});
var gallerySchema = z.strictObject({
  type: z.literal("gallery"),
  id: elementId,
  caption: z.string().optional(),
  items: z.array(z.strictObject({ media: z.int().positive(), caption: z.string().optional() })).min(2)
});
var tableSchema = z.strictObject({
  type: z.literal("table"),
  id: elementId,
  caption: z.string().optional(),
  header: z.array(textSchema).min(1),
  rows: z.array(z.array(textSchema)).min(1)
});
var factBoxSchema = z.strictObject({
  type: z.literal("fact-box"),
  id: elementId,
  title: z.string().min(1),
  elements: z.array(z.discriminatedUnion("type", [paragraphSchema, listSchema])).min(1)
});
var dividerSchema = z.strictObject({ type: z.literal("divider"), id: elementId });
var embedSchema = z.strictObject({
  type: z.literal("embed"),
  id: elementId,
  provider: z.enum(["youtube", "vimeo", "soundcloud", "mastodon", "bluesky"]),
  url: z.url({ protocol: /^https$/ }),
  title: z.string().min(1)
});
var alsoReadSchema = z.strictObject({
  type: z.literal("also-read"),
  id: elementId,
  target: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("article"), article: articleId }),
    z.strictObject({ kind: z.literal("external"), url: z.url({ protocol: /^https?$/ }), label: z.string().min(1) })
  ])
});
var relatedNewsSchema = z.strictObject({
  type: z.literal("related-news"),
  id: elementId,
  articles: z.array(articleId).min(2).max(4)
});
var elementSchema = z.discriminatedUnion("type", [
  paragraphSchema,
  headingSchema,
  listSchema,
  quoteSchema,
  pullQuoteSchema,
  imageSchema,
  gallerySchema,
  tableSchema,
  factBoxSchema,
  dividerSchema,
  embedSchema,
  alsoReadSchema,
  relatedNewsSchema
]);
var bodySchema = z.array(elementSchema).superRefine((body, context) => {
  const seen = /* @__PURE__ */ new Set();
  for (const [index2, element] of body.entries()) {
    if (seen.has(element.id)) {
      context.addIssue({ code: "custom", path: [index2, "id"], message: `two elements share the id "${element.id}"` });
    }
    seen.add(element.id);
    if (element.type === "table") {
      for (const [row, cells] of element.rows.entries()) {
        if (cells.length !== element.header.length) {
          context.addIssue({
            code: "custom",
            path: [index2, "rows", row],
            message: `the row has ${cells.length} cells, the header ${element.header.length}`
          });
        }
      }
    }
  }
});
function parseBody(value) {
  const parsed = bodySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`body is not valid at ${issue?.path.join(".") || "the top"}: ${issue?.message}`);
}
function plainText(text2) {
  return text2.map((span) => span.text).join("");
}
function isWebAddress(href) {
  if (!URL.canParse(href)) return false;
  return ["https:", "http:", "mailto:"].includes(new URL(href).protocol);
}

// db/body-words.ts
function bodyWords(body) {
  return body.map(words).filter(Boolean).join("\n");
}
function words(element) {
  switch (element.type) {
    case "paragraph":
    case "heading":
      return plainText(element.text);
    case "quote":
      return [plainText(element.text), element.attribution ?? ""].join(" ");
    case "pull-quote":
      return [element.text, element.attribution ?? ""].join(" ");
    case "list":
      return element.items.map(plainText).join(" ");
    case "table":
      return [element.caption ?? "", ...[...element.header, ...element.rows.flat()].map(plainText)].join(" ");
    case "fact-box":
      return [element.title, ...element.elements.map(words)].join(" ");
    case "image":
      return element.caption ?? "";
    case "gallery":
      return [element.caption ?? "", ...element.items.map((item) => item.caption ?? "")].join(" ");
    case "embed":
      return element.title;
    case "divider":
    case "also-read":
    case "related-news":
      return "";
  }
}

// db/links.ts
import { and as and3, desc, eq as eq5, inArray as inArray4 } from "drizzle-orm";
async function keepLinks(tx, id, body) {
  const found = references(body);
  const known2 = await articlesThere(
    tx,
    found.map(({ article }) => article)
  );
  await tx.delete(links).where(eq5(links.sourceId, id));
  const rows = found.filter(({ article }) => known2.has(article)).map(({ article, where, elementId: elementId2, position }) => ({
    sourceId: id,
    position,
    targetId: article,
    place: where,
    elementId: elementId2
  }));
  if (rows.length) await tx.insert(links).values(rows);
}
async function articlesThere(db2, ids) {
  if (!ids.length) return /* @__PURE__ */ new Set();
  const rows = await db2.select({ id: articles.id }).from(articles).where(inArray4(articles.id, [...new Set(ids)]));
  return new Set(rows.map((row) => row.id));
}

// db/revisions.ts
import { and as and4, desc as desc2, eq as eq6 } from "drizzle-orm";
async function keepRevision(tx, { articleId: articleId2, ...revision }) {
  await tx.insert(revisions).values({ articleId: articleId2, ...revision });
}

// db/search.ts
import { and as and6, desc as desc4, eq as eq8, sql as sql5 } from "drizzle-orm";

// db/teasers.ts
import { and as and5, desc as desc3, eq as eq7, inArray as inArray5, lte as lte2, notInArray, sql as sql4 } from "drizzle-orm";
var NEWEST_FIRST = [desc3(articles.publishedAt), desc3(articles.id)];

// db/search.ts
var UNSPACED = /(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*/gu;
var SEARCH = sql5`article_search`;
var RANK = sql5`bm25(article_search, 10.0, 4.0, 1.0, 3.0)`;
function searchableText(text2) {
  return text2.normalize("NFKC").replace(UNSPACED, " $& ");
}
async function indexArticle(tx, { id, headline, standfirst, body, names }) {
  await removeFromIndex(tx, id);
  const [h, s, b, n] = [headline, standfirst, body, names].map(searchableText);
  await tx.run(
    sql5`insert into article_search (rowid, headline, standfirst, body, names) values (${id}, ${h}, ${s}, ${b}, ${n})`
  );
}
async function removeFromIndex(tx, id) {
  await tx.run(sql5`delete from article_search where rowid = ${id}`);
}

// db/stale-tags.ts
import { isDeepStrictEqual } from "node:util";
function staleTags({ id, before: before2, after, surroundings }, now) {
  const was = standing(before2, now);
  const is = standing(after, now);
  const seen = was === "public" || is === "public";
  const stale = [];
  if (seen && differ(ownPage(before2), ownPage(after))) stale.push(tags.article(id));
  if (!seen && (was === "gone" || is === "gone") && differ(notice(before2, was), notice(after, is))) {
    stale.push(tags.article(id));
  }
  const listed = was === "public" || was === "expected" || is === "public" || is === "expected";
  if (!listed) return stale;
  const otherTimes = differ(times(before2, was), times(after, is));
  const otherLink = seen && differ(link(before2), link(after));
  if (otherTimes || otherLink) stale.push(tags.link(id));
  if (otherTimes || otherLink || seen && differ(teaser(before2), teaser(after))) stale.push(tags.teaser(id));
  const moved = before2?.sectionId !== after?.sectionId;
  if (otherTimes || moved) {
    stale.push(tags.latest, ...sectionLists(before2, surroundings), ...sectionLists(after, surroundings));
    if (surroundings.placed) stale.push(tags.placements);
  }
  if (surroundings.corrected && (otherTimes || otherLink)) stale.push(tags.correctionsList);
  const listsBefore = subjectLists(before2);
  const listsAfter = subjectLists(after);
  if (otherTimes) stale.push(...listsBefore, ...listsAfter);
  else stale.push(...without(listsBefore, listsAfter), ...without(listsAfter, listsBefore));
  const takesPlace = is === "public" && (was !== "public" || moved || before2?.publishedAt !== after?.publishedAt);
  if (after && takesPlace && surroundings.laterStory) stale.push(tags.earlierInSection(after.sectionId));
  return [...new Set(stale)];
}
function standing(article, now) {
  if (!article || article.state === "draft" || article.state === "in-review") return "unseen";
  if (article.state === "withdrawn") return "gone";
  if (article.withdrawnAt !== null && article.withdrawnAt <= now.getTime()) return "gone";
  return article.publishedAt !== null && article.publishedAt <= now.getTime() ? "public" : "expected";
}
function ownPage(article) {
  return article && { ...article, state: null };
}
function notice(article, at) {
  return at === "gone" && article ? [article.withdrawnAt, article.withdrawalReason] : null;
}
function times(article, at) {
  return article && (at === "public" || at === "expected") ? [article.publishedAt, article.withdrawnAt] : null;
}
function link(article) {
  return article && [article.headline, article.slug, article.sectionId, article.language, article.leadMediaId];
}
function teaser(article) {
  return article && [article.kicker, article.standfirst, article.kind, article.bylines, article.publishedAt];
}
function sectionLists(article, { lines }) {
  if (!article) return [];
  const line = lines.get(article.sectionId);
  if (!line) throw new Error(`section ${article.sectionId} has no line up the tree`);
  return line.map(tags.sectionList);
}
function subjectLists(article) {
  if (!article) return [];
  const authors2 = article.bylines.flatMap(({ authorId }) => authorId === null ? [] : [authorId]);
  return [...article.topicIds.map(tags.topicList), ...authors2.map(tags.authorList)];
}
function without(all, taken) {
  return all.filter((tag) => !taken.includes(tag));
}
function differ(one, other) {
  return !isDeepStrictEqual(one, other);
}

// db/article-change.ts
async function storedArticle(db2, id, now) {
  const [row] = await db2.select().from(articles).where(eq9(articles.id, id));
  if (!row) throw new Error(`article ${id} does not exist`);
  const topicRows = await db2.select({ id: articleTopics.topicId }).from(articleTopics).where(eq9(articleTopics.articleId, id)).orderBy(asc4(articleTopics.position));
  const bylineRows = await db2.select({ authorId: bylines.authorId, name: bylines.name }).from(bylines).where(eq9(bylines.articleId, id)).orderBy(asc4(bylines.position));
  return {
    id,
    version: row.version,
    embargoUntil: row.embargoUntil,
    snapshot: {
      state: stateAt(row, now),
      kind: row.kind,
      headline: row.headline,
      kicker: row.kicker,
      standfirst: row.standfirst,
      body: row.body,
      slug: row.slug,
      sectionId: row.sectionId,
      dateline: row.dateline,
      language: row.language,
      leadMediaId: row.leadMediaId,
      seoTitle: row.seoTitle,
      seoDescription: row.seoDescription,
      topicIds: topicRows.map((topic) => topic.id),
      bylines: bylineRows,
      publishedAt: row.publishedAt?.getTime() ?? null,
      updatedAt: row.updatedAt?.getTime() ?? null,
      withdrawnAt: row.withdrawnAt?.getTime() ?? null,
      withdrawalReason: row.withdrawalReason
    }
  };
}
async function addArticle(tx, save) {
  const { after, now } = save;
  const [row] = await tx.insert(articles).values({ ...columns(save), createdAt: save.createdAt, version: 1 }).returning({ id: articles.id });
  if (!row) throw new Error("the store gave a new article no id");
  const { id } = row;
  await keepAround(tx, { id, version: 1, save });
  const surroundings = await surroundingsOf(tx, { id, before: null, after, now });
  await expire(tx, staleTags({ id, before: null, after, surroundings }, now), now);
  return id;
}
async function changeArticle(tx, article, save) {
  const { id, snapshot: before2 } = article;
  const { after, now } = save;
  const version = article.version + 1;
  await tx.update(articles).set({ ...columns(save), version }).where(eq9(articles.id, id));
  await keepAround(tx, { id, version, save });
  const surroundings = await surroundingsOf(tx, { id, before: before2, after, now });
  await expire(tx, staleTags({ id, before: before2, after, surroundings }, now), now);
  return version;
}
async function saveIfChanged(tx, article, save) {
  const otherEmbargo = save.embargoUntil !== void 0 && save.embargoUntil?.getTime() !== article.embargoUntil?.getTime();
  if (!otherEmbargo && isDeepStrictEqual2(save.after, article.snapshot)) return { version: article.version };
  return { version: await changeArticle(tx, article, save) };
}
function stateAt({ state, publishedAt, withdrawnAt }, now) {
  if (state !== "scheduled" && state !== "published") return state;
  if (withdrawnAt && withdrawnAt <= now) return "withdrawn";
  return publishedAt && publishedAt <= now ? "published" : "scheduled";
}
function columns({ after, embargoUntil, now }) {
  const { topicIds: _topics, bylines: _names, publishedAt, updatedAt, withdrawnAt, ...words2 } = after;
  return {
    ...words2,
    body: parseBody(words2.body),
    publishedAt: instant2(publishedAt),
    updatedAt: instant2(updatedAt),
    withdrawnAt: instant2(withdrawnAt),
    savedAt: now,
    ...embargoUntil !== void 0 && { embargoUntil }
  };
}
async function keepAround(tx, { id, version, save }) {
  const { after, by, now, reason } = save;
  await tx.delete(articleTopics).where(eq9(articleTopics.articleId, id));
  if (after.topicIds.length) {
    await tx.insert(articleTopics).values(after.topicIds.map((topicId, position) => ({ articleId: id, topicId, position })));
  }
  await tx.delete(bylines).where(eq9(bylines.articleId, id));
  if (after.bylines.length) {
    await tx.insert(bylines).values(after.bylines.map((byline, position) => ({ articleId: id, position, ...byline })));
  }
  await keepLinks(tx, id, after.body);
  await keepRevision(tx, { articleId: id, version, snapshot: after, savedAt: now, savedBy: by, reason });
  await indexArticle(tx, {
    id,
    headline: after.headline,
    standfirst: after.standfirst,
    body: bodyWords(after.body),
    names: await namesAround(tx, after)
  });
}
async function namesAround(tx, { bylines: names, topicIds, sectionId, dateline }) {
  const authorIds = names.flatMap(({ authorId }) => authorId === null ? [] : [authorId]);
  const rows = await tx.select({ name: authors.name }).from(authors).where(inArray6(authors.id, authorIds)).unionAll(tx.select({ name: topics.name }).from(topics).where(inArray6(topics.id, topicIds))).unionAll(tx.select({ name: sections.name }).from(sections).where(eq9(sections.id, sectionId)));
  return [...rows.map(({ name }) => name), ...names.map(({ name }) => name ?? ""), dateline].filter(Boolean).join(" \xB7 ");
}
function instant2(ms) {
  return ms === null ? null : new Date(ms);
}

// db/refusal.ts
function refuse(field, message) {
  return { problems: [{ field, message }] };
}

// db/writing.ts
import { desc as desc5, eq as eq10 } from "drizzle-orm";
var NO_TRIMMINGS = {
  kicker: "",
  standfirst: "",
  dateline: "",
  leadMediaId: null,
  seoTitle: null,
  seoDescription: null,
  topicIds: [],
  bylines: []
};
var NO_LIFE_YET = {
  state: "draft",
  publishedAt: null,
  updatedAt: null,
  withdrawnAt: null,
  withdrawalReason: ""
};
async function writeArticle(db2, { draft, earlierLife, by, now }) {
  const { embargoUntil = null, ...given } = draft;
  const { createdAt, ...life } = earlierLife ?? { ...NO_LIFE_YET, createdAt: now };
  const after = {
    ...NO_TRIMMINGS,
    ...present(given),
    ...life,
    slug: given.slug ?? slugFrom(given.headline),
    publishedAt: life.publishedAt?.getTime() ?? null,
    updatedAt: life.updatedAt?.getTime() ?? null,
    withdrawnAt: life.withdrawnAt?.getTime() ?? null
  };
  return inTransaction(db2, async (tx) => {
    const [problem] = await problemsOf(tx, { before: null, after });
    if (problem) throw new Error(`new article "${after.headline}": ${problem.message}`);
    const reason = earlierLife ? "imported" : "written";
    return addArticle(tx, { after, embargoUntil, createdAt, by, now, reason });
  });
}
async function reviseArticle(db2, {
  id,
  change,
  basedOn,
  by,
  now,
  reason
}) {
  return inTransaction(db2, async (tx) => {
    const article = await storedArticle(tx, id, now);
    const conflict = await conflictOf(tx, article, basedOn);
    if (conflict) return conflict;
    const revised = await revisedBy(tx, article, change);
    if ("problems" in revised) return revised;
    const { state } = article.snapshot;
    const problems = state === "published" || state === "scheduled" ? unreadyIn(revised.after) : [];
    if (problems.length) return { problems };
    return saveIfChanged(tx, article, { ...revised, by, now, reason });
  });
}
async function revisedBy(tx, { snapshot: before2, embargoUntil: embargo }, change) {
  const { embargoUntil = embargo, ...given } = change;
  const after = { ...before2, ...present(given) };
  const addressIsFixed = before2.publishedAt !== null;
  const problems = await problemsOf(tx, { before: before2, after });
  if (addressIsFixed && after.slug !== before2.slug) {
    problems.push({
      field: "slug",
      message: "The address of a published story does not change with its text. Change it on purpose, by itself."
    });
  }
  if (embargoUntil && before2.publishedAt !== null && before2.publishedAt < embargoUntil.getTime()) {
    problems.push({ field: "embargoUntil", message: "The story is public, or due, before this embargo ends." });
  }
  if (problems.length) return { problems };
  const slugFollows = !addressIsFixed && given.slug === void 0 && before2.slug === slugFrom(before2.headline);
  if (slugFollows) after.slug = slugFrom(after.headline);
  return { after, embargoUntil };
}
function unreadyIn({ headline, body }) {
  const problems = [];
  if (!headline.trim()) problems.push({ field: "headline", message: "A story needs a headline." });
  if (!body.length) problems.push({ field: "body", message: "The story has no text yet." });
  return problems;
}
async function conflictOf(tx, { id, version }, basedOn) {
  if (basedOn === void 0 || basedOn === version) return null;
  const [last2] = await tx.select({ version: revisions.version, savedBy: revisions.savedBy, savedAt: revisions.savedAt }).from(revisions).where(eq10(revisions.articleId, id)).orderBy(desc5(revisions.version)).limit(1);
  if (!last2) throw new Error(`article ${id} has no revision`);
  return { conflict: last2 };
}
async function problemsOf(tx, { before: before2, after }) {
  const problems = [];
  const slug = after.slug === before2?.slug ? null : slugProblem(after.slug);
  if (slug) problems.push(slug);
  problems.push(...await bodyProblems(tx, before2, after));
  return problems;
}
async function bodyProblems(tx, before2, after) {
  const parsed = bodySchema.safeParse(after.body);
  if (!parsed.success) return parsed.error.issues.map(({ message }) => ({ field: "body", message }));
  const namedBefore = new Set(before2 ? references(before2.body).map(({ article }) => article) : []);
  const named = references(after.body).map(({ article }) => article);
  const there = await articlesThere(tx, named);
  const shownBefore = new Set(before2 ? mediaShown(before2.body) : []);
  const shown = mediaShown(after.body);
  const pictures = await picturesByIds(tx, shown);
  const missingStories = [...new Set(named)].filter((id) => !there.has(id) && !namedBefore.has(id));
  const missingPictures = shown.filter((id) => !pictures.has(id) && !shownBefore.has(id));
  return [
    ...missingStories.map((id) => ({ field: "body", message: `The text links to story ${id}, which does not exist.` })),
    ...missingPictures.map((id) => ({ field: "body", message: `The text shows picture ${id}, which does not exist.` }))
  ];
}
function slugProblem(slug) {
  if (slug === slugFrom(slug)) return null;
  return { field: "slug", message: "Use lower-case letters, digits and single dashes, at most 80 of them." };
}
function present(given) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== void 0));
}

// db/publishing.ts
async function publish(db2, act) {
  return perform(db2, act, "published", ({ snapshot, embargoUntil }) => {
    const { now } = act;
    if (snapshot.state === "published") return snapshot;
    if (snapshot.state === "withdrawn") return refuse("state", "This story was withdrawn. Republish it instead.");
    if (embargoUntil && embargoUntil > now) {
      return refuse("embargoUntil", "The story is under embargo. Schedule it for when the embargo has ended.");
    }
    const problems = unreadyIn(snapshot);
    if (problems.length) return { problems };
    return { ...snapshot, state: "published", publishedAt: now.getTime(), updatedAt: null };
  });
}
async function schedule(db2, { at, ...act }) {
  return perform(db2, act, "scheduled", ({ snapshot, embargoUntil }) => {
    if (snapshot.state === "published") return refuse("state", "This story is public already.");
    if (snapshot.state === "withdrawn") return refuse("state", "This story was withdrawn. Republish it instead.");
    if (at <= act.now) return refuse("publishedAt", "Choose a time that is still to come, or publish the story now.");
    if (embargoUntil && at < embargoUntil) {
      return refuse("publishedAt", "The story is under embargo until later than this.");
    }
    if (snapshot.withdrawnAt !== null && snapshot.withdrawnAt <= at.getTime()) {
      return refuse("publishedAt", "The story would be withdrawn before it is public.");
    }
    const problems = unreadyIn(snapshot);
    if (problems.length) return { problems };
    return { ...snapshot, state: "scheduled", publishedAt: at.getTime(), updatedAt: null };
  });
}
async function withdraw(db2, { reason, ...act }) {
  return perform(db2, act, "withdrawn", ({ snapshot }) => {
    if (snapshot.state === "withdrawn") return { ...snapshot, withdrawalReason: reason };
    if (snapshot.state !== "published") {
      return refuse("state", "This story has not been public, so there is nothing to withdraw.");
    }
    return { ...snapshot, state: "withdrawn", withdrawnAt: act.now.getTime(), withdrawalReason: reason };
  });
}
async function update(db2, change) {
  return inTransaction(db2, async (tx) => changePublic(tx, change, "updated"));
}
async function correct(db2, { note, ...change }) {
  const words2 = note.trim();
  if (!words2) return refuse("note", "Say what was wrong and what is right.");
  const { id, now } = change;
  return inTransaction(db2, async (tx) => {
    const [last2] = await tx.select({ note: corrections.note }).from(corrections).where(eq11(corrections.articleId, id)).orderBy(desc6(corrections.correctedAt), desc6(corrections.id)).limit(1);
    if (last2?.note === words2) return { version: (await storedArticle(tx, id, now)).version };
    const saved = await changePublic(tx, change, "corrected");
    if (!("version" in saved)) return saved;
    await tx.insert(corrections).values({ articleId: id, note: words2, correctedAt: now });
    await expire(tx, [tags.article(id), tags.correctionsList], now);
    return saved;
  });
}
async function changePublic(tx, { id, change = {}, basedOn, by, now }, reason) {
  const article = await storedArticle(tx, id, now);
  if (article.snapshot.state !== "published") return refuse("state", "Only a public story can be updated or corrected.");
  const conflict = await conflictOf(tx, article, basedOn);
  if (conflict) return conflict;
  const revised = await revisedBy(tx, article, change);
  if ("problems" in revised) return revised;
  const problems = unreadyIn(revised.after);
  if (problems.length) return { problems };
  const after = { ...revised.after, updatedAt: now.getTime() };
  return { version: await changeArticle(tx, article, { ...revised, after, by, now, reason }) };
}
async function perform(db2, { id, by, now }, reason, decide) {
  return inTransaction(db2, async (tx) => {
    const article = await storedArticle(tx, id, now);
    const decision = decide(article);
    if ("problems" in decision) return decision;
    return saveIfChanged(tx, article, { after: decision, by, now, reason });
  });
}

// db/demo-edition/press.ts
var MINUTE_MS = 6e4;
var HOUR_MS = 60 * MINUTE_MS;
var OPENED_BEFORE_MS = 5 * HOUR_MS;
var WRITTEN_BEFORE_MS = 30 * MINUTE_MS;
var DESK = "The desk";
async function publishDemoStories(tx, { stories, ids, now }) {
  const at = (instant3) => instantOf(instant3, now);
  const inOrder = stories.toSorted((one, other) => at(one.published).getTime() - at(other.published).getTime());
  const opened = /* @__PURE__ */ new Map();
  for (const story of inOrder) {
    if (opened.has(story.key)) throw new Error(`demo edition: two stories have the key "${story.key}"`);
    opened.set(story.key, await open(tx, story, ids, before(at(story.published), OPENED_BEFORE_MS, now)));
  }
  const storyId = (key) => {
    const id = opened.get(key);
    if (id === void 0) throw new Error(`demo edition: there is no story "${key}"`);
    return id;
  };
  for (const story of inOrder) {
    const id = storyId(story.key);
    const published = at(story.published);
    const body = writtenBody(story.body, { story: storyId, picture: ids.picture });
    const written = before(published, WRITTEN_BEFORE_MS, now);
    done(story, await reviseArticle(tx, { id, change: { body }, by: writerOf(story), now: written, reason: "written" }));
    if (published > now) {
      done(story, await schedule(tx, { id, at: published, by: DESK, now: written }));
      continue;
    }
    done(story, await publish(tx, { id, by: DESK, now: published }));
    for (const { instant: instant3, act } of laterLife(story, id, at)) done(story, await act(tx, instant3));
  }
  return opened;
}
function instantOf(instant3, now) {
  if ("at" in instant3) return new Date(instant3.at);
  const ms = "hoursAgo" in instant3 ? -instant3.hoursAgo * HOUR_MS : instant3.daysAhead * 24 * HOUR_MS;
  return new Date(now.getTime() + ms);
}
function before(published, ms, now) {
  return new Date(Math.min(published.getTime(), now.getTime()) - ms);
}
async function open(tx, story, ids, now) {
  const { headline, kicker, standfirst, dateline, kind, language } = story;
  const draft = {
    headline,
    kicker,
    standfirst,
    dateline,
    kind,
    language,
    body: [],
    sectionId: ids.section(story.section),
    topicIds: story.topics.map(ids.topic),
    bylines: story.bylines.map(
      (byline) => typeof byline === "string" ? { authorId: ids.author(byline), name: null } : { authorId: null, name: byline.name }
    ),
    leadMediaId: story.picture === null ? null : ids.picture(story.picture)
  };
  return writeArticle(tx, { draft, by: writerOf(story), now });
}
function laterLife(story, id, at) {
  const { corrections: corrections2 = [], updated, withdrawn } = story;
  const events = corrections2.map(({ note, corrected }) => ({
    instant: at(corrected),
    act: (tx, now) => correct(tx, { id, note, by: DESK, now })
  }));
  if (updated && !events.some(({ instant: instant3 }) => instant3.getTime() === at(updated).getTime())) {
    events.push({ instant: at(updated), act: (tx, now) => update(tx, { id, by: writerOf(story), now }) });
  }
  if (withdrawn) {
    const { reason, when } = withdrawn;
    events.push({ instant: at(when), act: (tx, now) => withdraw(tx, { id, reason, by: DESK, now }) });
  }
  return events.toSorted((one, other) => one.instant.getTime() - other.instant.getTime());
}
function writerOf({ bylines: [first] }) {
  if (first === void 0) return DESK;
  return typeof first === "string" ? first : first.name;
}
function done({ key }, outcome) {
  if ("version" in outcome) return;
  const why = "problems" in outcome ? outcome.problems.map(({ message }) => message).join(" ") : "somebody saved first";
  throw new Error(`demo edition: story "${key}": ${why}`);
}

// db/media.ts
import { rm } from "node:fs/promises";
import { join as join3 } from "node:path";

// db/picture-files.ts
import { createHash as createHash2 } from "node:crypto";
import { access, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname as dirname2, join as join2 } from "node:path";
import sharp from "sharp";

// db/picture-rights.ts
var XMP = { creator: "dc:creator", credit: "photoshop:Credit", copyright: "dc:rights" };
function rightsXmp({ creator, credit: credit2, copyright }) {
  const list = (property, kind, value) => {
    const language = kind === "Alt" ? ' xml:lang="x-default"' : "";
    return value && `<${property}><rdf:${kind}><rdf:li${language}>${escaped(value)}</rdf:li></rdf:${kind}></${property}>`;
  };
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">',
    list(XMP.creator, "Seq", creator),
    credit2 && `<${XMP.credit}>${escaped(credit2)}</${XMP.credit}>`,
    list(XMP.copyright, "Alt", copyright),
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
  ].join("");
}
function escaped(text2) {
  return text2.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

// db/picture-files.ts
var UnusablePicture = class extends Error {
};
var WIDTHS_PX = [320, 480, 800, 1200, 1600];
var JPEG_WIDTHS_PX = WIDTHS_PX.slice(1);
var MOST_PIXELS = 1e8;
var DRAWING_WIDTH_PX = 1600;
var RECIPE = "1";
var AVIF = { quality: 52, effort: 2 };
var WEBP = { quality: 78, effort: 3 };
var JPEG = { quality: 78, mozjpeg: true };
async function writeDrawing(dataDir, svg) {
  const bytes = await sharp(svg).resize(DRAWING_WIDTH_PX).flatten({ background: "white" }).png().toBuffer();
  return writeSizes(dataDir, { bytes, rights: null, original: { name: `originals/${hashOf2(svg)}.svg`, bytes: svg } });
}
async function writeSizes(dataDir, { bytes, rights, original }) {
  const upright = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).autoOrient().toColourspace("srgb").resize({ width: Math.max(...WIDTHS_PX), withoutEnlargement: true }).flatten({ background: "white" }).raw().toBuffer({ resolveWithObject: true }).catch(() => {
    throw new UnusablePicture("The picture is damaged: it cannot be read to its end.");
  });
  const { width: widthPx, height: heightPx, channels } = upright.info;
  const at = (width) => {
    const image2 = sharp(upright.data, { raw: { width: widthPx, height: heightPx, channels } }).resize({ width });
    return rights ? image2.withXmp(rightsXmp(rights)) : image2;
  };
  const hash = hashOf2(original.bytes);
  const plan = [
    ...fitting(WIDTHS_PX, widthPx).map((width) => ({ format: "avif", width, extension: "avif" })),
    ...fitting(WIDTHS_PX, widthPx).map((width) => ({ format: "webp", width, extension: "webp" })),
    ...fitting(JPEG_WIDTHS_PX, widthPx).map((width) => ({ format: "jpeg", width, extension: "jpg" }))
  ];
  const files = [];
  for (const { format, width, extension } of plan) {
    const name = `${hash}-${width}.${extension}`;
    await writeOnce(join2(dataDir, "media", name), () => encoded(at(width), format));
    files.push({ format, widthPx: width, name });
  }
  await writeOnce(join2(dataDir, "media", original.name), async () => original.bytes);
  return { widthPx, heightPx, original: original.name, files };
}
function encoded(image2, format) {
  switch (format) {
    case "avif":
      return image2.avif(AVIF).toBuffer();
    case "webp":
      return image2.webp(WEBP).toBuffer();
    case "jpeg":
      return image2.jpeg(JPEG).toBuffer();
  }
}
function fitting(widths, own) {
  const narrower = widths.filter((width) => width <= own);
  return own < Math.max(...widths) && !narrower.includes(own) ? [...narrower, own] : narrower;
}
async function writeOnce(file, produce) {
  const there = await access(file).then(
    () => true,
    () => false
  );
  if (there) return;
  const bytes = await produce();
  await mkdir(dirname2(file), { recursive: true });
  const unfinished = `${file}.${process.pid}-${Math.round(performance.now() * 1e3)}.part`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, file);
}
function hashOf2(bytes) {
  return createHash2("sha256").update(bytes).update(RECIPE).digest("hex").slice(0, 16);
}

// db/media.ts
async function keepPicture(db2, { alt, caption, credit: credit2, focalX, focalY, picture, now }) {
  return inTransaction(db2, async (tx) => {
    const [row] = await tx.insert(media).values({ alt, caption, credit: credit2, focalX, focalY, ...picture, createdAt: now }).returning({ id: media.id });
    if (!row) throw new Error("the store gave a new picture no id");
    await expire(tx, [tags.media(row.id)], now);
    return row.id;
  });
}
async function deleteUnusedFiles(db2, { dataDir, picture }) {
  const kept = await db2.select({ original: media.original, files: media.files }).from(media);
  const used = new Set(kept.flatMap(({ original, files }) => [original, ...files.map(({ name }) => name)]));
  const names = [picture.original, ...picture.files.map(({ name }) => name)].filter((name) => !used.has(name));
  for (const name of names) await rm(join3(dataDir, "media", name), { force: true });
}

// db/people.ts
import { asc as asc5, eq as eq13 } from "drizzle-orm";

// db/redirects.ts
import { and as and7, eq as eq12 } from "drizzle-orm";
async function ownPath(tx, path) {
  await tx.delete(redirects).where(eq12(redirects.fromPath, ownSpelling(path)));
}
function ownSpelling(path) {
  const spelling = path.startsWith("/") && !path.startsWith("//") ? canonicalSpelling(path) : null;
  if (spelling === null) throw new Error(`"${path}" is not a path of this site`);
  return spelling;
}

// db/people.ts
var ALL_AUTHORS = "list:authors";
async function addAuthor(db2, {
  slug,
  name,
  role,
  bio,
  portraitId,
  now
}) {
  return inTransaction(db2, async (tx) => {
    await requireFreeSlug(tx, slug, null);
    const [author] = await tx.insert(authors).values({ slug, name, role, bio, portraitId }).returning({ id: authors.id });
    if (!author) throw new Error(`author "${slug}" was not added`);
    await ownPath(tx, authorPath(slug));
    await expire(tx, [tags.author(author.id), ALL_AUTHORS], now);
    return author.id;
  });
}
async function requireFreeSlug(tx, slug, self) {
  if (slug === "" || slug !== slugFrom(slug)) throw new Error(`"${slug}" is not a slug`);
  const [other] = await tx.select({ id: authors.id }).from(authors).where(eq13(authors.slug, slug));
  if (other && other.id !== self) throw new Error(`another author has the slug "${slug}"`);
}

// db/placements.ts
import { and as and8, asc as asc6, eq as eq14, gt as gt2, isNull as isNull2, or as or3 } from "drizzle-orm";
async function place(db2, {
  articleId: articleId2,
  startsAt,
  endsAt,
  now,
  ...at
}) {
  if (endsAt && endsAt <= startsAt) throw new Error(`article ${articleId2}: a placement ends after it starts`);
  if (at.slot === "band" && !at.label) throw new Error(`article ${articleId2}: a band has a name`);
  const label = at.slot === "lead" || at.slot === "second" ? "" : at.label;
  await inTransaction(db2, async (tx) => {
    await tx.delete(placements).where(standingAt(at));
    await tx.insert(placements).values({ ...at, label, articleId: articleId2, startsAt, endsAt });
    await expire(tx, [tags.placements], now);
  });
}
function standingAt({ slot, label, position }) {
  return and8(
    eq14(placements.slot, slot),
    eq14(placements.position, position),
    slot === "band" ? eq14(placements.label, label) : void 0
  );
}

// db/sections.ts
import { and as and9, eq as eq15, isNull as isNull3, max as max2, sql as sql6 } from "drizzle-orm";
async function addSection(db2, {
  slug,
  name,
  description,
  parentId,
  now
}) {
  return inTransaction(db2, async (tx) => {
    await requireFreeSlug2(tx, slug, null);
    const [last2] = await tx.select({ position: max2(sections.position) }).from(sections).where(parentId === null ? isNull3(sections.parentId) : eq15(sections.parentId, parentId));
    const [section] = await tx.insert(sections).values({ slug, name, description, parentId, position: (last2?.position ?? 0) + 1 }).returning(sectionColumns);
    if (!section) throw new Error(`section "${slug}" was not added`);
    await ownPath(tx, sectionPath(slug));
    await expire(tx, [tags.section(section.id), tags.site], now);
    return section;
  });
}
async function requireFreeSlug2(tx, slug, self) {
  const problem = sectionSlugProblem(slug);
  if (problem) throw new Error(`section "${slug}": ${problem}`);
  const [other] = await tx.select({ id: sections.id }).from(sections).where(eq15(sections.slug, slug));
  if (other && other.id !== self) throw new Error(`another section has the slug "${slug}"`);
}

// db/site.ts
import { eq as eq16 } from "drizzle-orm";
var THE_ROW = 1;
var settingsColumns = {
  name: settings.name,
  tagline: settings.tagline,
  language: settings.language,
  timeZone: settings.timeZone,
  organisation: settings.organisation
};
async function foundPaper(db2, { paper, now }) {
  return inTransaction(db2, async (tx) => {
    const founded = await tx.insert(settings).values({ id: THE_ROW, ...paper }).onConflictDoNothing().returning({ id: settings.id });
    if (founded.length) await expire(tx, [tags.site], now);
    return founded.length > 0;
  });
}

// db/standing-pages.ts
import { eq as eq17 } from "drizzle-orm";
async function writeStandingPage(db2, { slug, headline, body, now }) {
  await inTransaction(db2, async (tx) => {
    await tx.insert(standingPages).values({ slug, headline, body, savedAt: now }).onConflictDoUpdate({ target: standingPages.slug, set: { headline, body, savedAt: now } });
    await expire(tx, [tags.standingPage(slug)], now);
  });
}

// db/topics.ts
import { asc as asc7, eq as eq18 } from "drizzle-orm";
var ALL_TOPICS = "list:topics";
async function addTopic(db2, { slug, name, description, now }) {
  return inTransaction(db2, async (tx) => {
    await requireFreeSlug3(tx, slug, null);
    const [topic] = await tx.insert(topics).values({ slug, name, description }).returning();
    if (!topic) throw new Error(`topic "${slug}" was not added`);
    await ownPath(tx, topicPath(slug));
    await expire(tx, [tags.topic(topic.id), ALL_TOPICS], now);
    return topic;
  });
}
async function requireFreeSlug3(tx, slug, self) {
  if (slug === "" || slug !== slugFrom(slug)) throw new Error(`"${slug}" is not a slug`);
  const [other] = await tx.select({ id: topics.id }).from(topics).where(eq18(topics.slug, slug));
  if (other && other.id !== self) throw new Error(`another topic has the slug "${slug}"`);
}

// db/demo-edition/fill.ts
var DRAWINGS = resolve2("db/demo-edition/pictures");
var AT_ONCE = 2;
async function fillDemoEdition(db2, { dataDir, now, progress = () => {
}, edition = demoEdition, drawing = drawnFromFile }) {
  if (await isInUse(db2)) return false;
  const drawn = await drawAll(edition, { dataDir, progress, drawing });
  return inTransaction(db2, async (tx) => {
    if (await isInUse(tx)) return false;
    const filled = [];
    const remember = (kind, itemId) => filled.push({ kind, itemId: String(itemId) });
    if (await foundPaper(tx, { paper: edition.paper, now })) remember("settings", 1);
    const sectionIds = /* @__PURE__ */ new Map();
    for (const { parent, ...section } of edition.sections) {
      const parentId = parent === void 0 ? null : known(sectionIds, "section", parent);
      const { id } = await addSection(tx, { ...section, parentId, now });
      sectionIds.set(section.slug, id);
      remember("section", id);
    }
    const topicIds = /* @__PURE__ */ new Map();
    for (const topic of edition.topics) {
      const { id } = await addTopic(tx, { ...topic, now });
      topicIds.set(topic.slug, id);
      remember("topic", id);
    }
    const authorIds = /* @__PURE__ */ new Map();
    for (const author of edition.authors) {
      const id = await addAuthor(tx, { ...author, portraitId: null, now });
      authorIds.set(author.slug, id);
      remember("author", id);
    }
    const pictureIds = /* @__PURE__ */ new Map();
    for (const { key, ...words2 } of edition.pictures) {
      const id = await keepPicture(tx, { ...words2, picture: known(drawn, "drawing", key), now });
      pictureIds.set(key, id);
      remember("media", id);
    }
    const ids = {
      section: (slug) => known(sectionIds, "section", slug),
      topic: (slug) => known(topicIds, "topic", slug),
      author: (slug) => known(authorIds, "author", slug),
      picture: (key) => known(pictureIds, "picture", key)
    };
    const storyIds = await publishDemoStories(tx, { stories: edition.stories, ids, now });
    for (const id of storyIds.values()) remember("article", id);
    const story = (key) => known(storyIds, "story", key);
    for (const { story: key, ...at } of edition.placements) {
      await place(tx, { ...at, articleId: story(key), startsAt: now, endsAt: null, now });
    }
    for (const { id } of await tx.select({ id: placements.id }).from(placements)) remember("placement", id);
    for (const { slug, headline, body } of edition.standingPages) {
      await writeStandingPage(tx, { slug, headline, body: writtenBody(body, { story, picture: ids.picture }), now });
      remember("standing-page", slug);
    }
    for (const { kind, itemId } of filled) {
      const state = await demoItemState(tx, kind, itemId);
      if (!state) throw new Error(`demo edition: ${kind} ${itemId} was filled in and is not there`);
      await tx.insert(demoItems).values({ kind, itemId, fingerprint: state.fingerprint });
    }
    const stale = await tx.select({ tag: staleness.tag }).from(staleness);
    await expire(
      tx,
      stale.map(({ tag }) => tag),
      now
    );
    progress(`${edition.stories.length} stories in ${edition.sections.length} sections are in print`);
    return true;
  });
}
async function isInUse(db2) {
  const anArticle = await db2.select({ id: articles.id }).from(articles).limit(1);
  const aSection = await db2.select({ id: sections.id }).from(sections).limit(1);
  return anArticle.length + aSection.length > 0;
}
async function drawAll({ pictures }, { dataDir, progress, drawing }) {
  const drawn = /* @__PURE__ */ new Map();
  const waiting = pictures.map(({ key }) => key);
  const draw = async () => {
    for (let key = waiting.shift(); key !== void 0; key = waiting.shift()) {
      drawn.set(key, await drawing(dataDir, key));
      progress(`picture ${drawn.size} of ${pictures.length}: ${key}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, draw));
  return drawn;
}
async function drawnFromFile(dataDir, key) {
  return writeDrawing(dataDir, await readFile(join4(DRAWINGS, `${key}.svg`)));
}
function known(all, what, key) {
  const found = all.get(key);
  if (found === void 0) throw new Error(`demo edition: there is no ${what} "${key}"`);
  return found;
}

// db/demo-edition/remove.ts
import { and as and11, asc as asc9, eq as eq20 } from "drizzle-orm";

// db/demo-edition/need.ts
import { and as and10, asc as asc8, eq as eq19, gt as gt3, ne as ne2 } from "drizzle-orm";
var BODIES_AT_ONCE = 200;
var storyNeed = async (tx, id) => {
  const placed = await tx.select({ id: placements.id }).from(placements).where(eq19(placements.articleId, id)).limit(1);
  if (placed.length) return "It stands on the front page.";
  const led = await tx.select({ from: redirects.fromPath }).from(redirects).where(eq19(redirects.articleId, id)).limit(1);
  return led.length ? "An old address leads to it." : null;
};
var authorNeed = async (tx, id) => {
  const signed = await tx.select({ id: bylines.articleId }).from(bylines).where(eq19(bylines.authorId, id)).limit(1);
  return signed.length ? "A story carries this name." : null;
};
var topicNeed = async (tx, id) => {
  const about = await tx.select({ id: articleTopics.articleId }).from(articleTopics).where(eq19(articleTopics.topicId, id)).limit(1);
  return about.length ? "A story is about it." : null;
};
var sectionNeed = async (tx, id) => {
  const within = await tx.select({ id: articles.id }).from(articles).where(eq19(articles.sectionId, id)).limit(1);
  if (within.length) return "A story stands in it.";
  const below = await tx.select({ id: sections.id }).from(sections).where(and10(eq19(sections.parentId, id), ne2(sections.id, id))).limit(1);
  return below.length ? "Another section stands below it." : null;
};
var pictureNeed = async (tx, id) => {
  const leading = await tx.select({ id: articles.id }).from(articles).where(eq19(articles.leadMediaId, id)).limit(1);
  if (leading.length) return "A story shows it.";
  const portrait = await tx.select({ id: authors.id }).from(authors).where(eq19(authors.portraitId, id)).limit(1);
  return portrait.length ? "It is the portrait of an author." : null;
};
async function mediaInBodies(tx) {
  const shown = /* @__PURE__ */ new Set();
  for (const { body } of await tx.select({ body: standingPages.body }).from(standingPages)) {
    for (const id of mediaShown(body)) shown.add(id);
  }
  let last2 = 0;
  for (; ; ) {
    const batch = await tx.select({ id: articles.id, body: articles.body }).from(articles).where(gt3(articles.id, last2)).orderBy(asc8(articles.id)).limit(BODIES_AT_ONCE);
    for (const { body } of batch) for (const id of mediaShown(body)) shown.add(id);
    last2 = batch.at(-1)?.id ?? last2;
    if (batch.length < BODIES_AT_ONCE) return shown;
  }
}

// db/demo-edition/remove.ts
var CHANGED = "Somebody changed it.";
async function removeDemoEdition(db2, { dataDir, now }) {
  const { removal, pictures } = await inTransaction(db2, (tx) => takeOut(tx, now));
  for (const picture of pictures) await deleteUnusedFiles(db2, { dataDir, picture });
  return removal;
}
async function takeOut(tx, now) {
  const items = await itemsOf(tx);
  const removal = {
    removed: { article: 0, placement: 0, author: 0, topic: 0, section: 0, media: 0, "standing-page": 0, settings: 0 },
    kept: []
  };
  const pictures = [];
  const ofKind = (kind) => items.filter((item) => item.kind === kind);
  const keep = ({ kind, id, name }, why) => removal.kept.push({ kind, id, name, why });
  const clear = async (kind, need, remove) => {
    for (const item of ofKind(kind)) {
      const why = item.touched ? CHANGED : await need(tx, Number(item.id));
      if (why) {
        keep(item, why);
        continue;
      }
      await remove(Number(item.id));
      await forget(tx, item);
      removal.removed[kind] += 1;
    }
  };
  await clear(
    "placement",
    async () => null,
    async (id) => {
      await tx.delete(placements).where(eq20(placements.id, id));
      await expire(tx, [tags.placements], now);
    }
  );
  await clear("article", storyNeed, (id) => removeStory(tx, id, now));
  await clear("author", authorNeed, async (id) => {
    await tx.delete(authors).where(eq20(authors.id, id));
    await expire(tx, [tags.author(id), tags.authorList(id)], now);
  });
  await clear("topic", topicNeed, async (id) => {
    await tx.delete(topics).where(eq20(topics.id, id));
    await expire(tx, [tags.topic(id), tags.topicList(id)], now);
  });
  await clear("section", sectionNeed, async (id) => {
    await tx.delete(sections).where(eq20(sections.id, id));
    await expire(tx, [tags.section(id), tags.sectionList(id), tags.site], now);
  });
  for (const item of ofKind("standing-page")) {
    if (item.touched) {
      keep(item, CHANGED);
      continue;
    }
    const page = standingPages.slug.enumValues.find((slug) => slug === item.id);
    if (!page) throw new Error(`demo edition: "${item.id}" is no standing page`);
    await tx.delete(standingPages).where(eq20(standingPages.slug, page));
    await expire(tx, [tags.standingPage(page)], now);
    await forget(tx, item);
    removal.removed["standing-page"] += 1;
  }
  const shown = await mediaInBodies(tx);
  await clear(
    "media",
    async (within, id) => shown.has(id) ? "A text shows it." : pictureNeed(within, id),
    async (id) => {
      pictures.push(
        ...await tx.delete(media).where(eq20(media.id, id)).returning({ original: media.original, files: media.files })
      );
      await expire(tx, [tags.media(id)], now);
    }
  );
  for (const item of ofKind("settings")) keep(item, "A paper needs a name; change it on the desk.");
  return { removal, pictures };
}
async function itemsOf(tx) {
  const rows = await tx.select().from(demoItems).orderBy(asc9(demoItems.kind), asc9(demoItems.itemId));
  const items = [];
  for (const { kind, itemId, fingerprint } of rows) {
    const state = await demoItemState(tx, kind, itemId);
    const item = { kind, id: itemId, name: state?.name ?? "", touched: state?.fingerprint !== fingerprint };
    if (state) items.push(item);
    else await forget(tx, item);
  }
  const parents = await tx.select({ id: sections.id, parentId: sections.parentId }).from(sections);
  const parentOf = new Map(parents.map(({ id, parentId }) => [id, parentId]));
  const depth = ({ kind, id }) => {
    let steps = 0;
    for (let at = kind === "section" ? parentOf.get(Number(id)) : null; at; at = parentOf.get(at)) steps += 1;
    return steps;
  };
  return items.toSorted((one, other) => depth(other) - depth(one));
}
async function forget(tx, { kind, id }) {
  await tx.delete(demoItems).where(and11(eq20(demoItems.kind, kind), eq20(demoItems.itemId, id)));
}
async function removeStory(tx, id, now) {
  const { snapshot } = await storedArticle(tx, id, now);
  const surroundings = await surroundingsOf(tx, { id, before: snapshot, after: null, now });
  await expire(tx, staleTags({ id, before: snapshot, after: null, surroundings }, now), now);
  await tx.delete(links).where(eq20(links.targetId, id));
  await removeFromIndex(tx, id);
  await tx.delete(articles).where(eq20(articles.id, id));
}

// ../../tmp/fill.ts
var dir = mkdtempSync("/tmp/fill-");
var db = openDb(storeFile(dir));
var t = performance.now();
var last = "";
console.log(await fillDemoEdition(db, { dataDir: dir, now: /* @__PURE__ */ new Date(), progress: (l) => {
  last = l;
  if (l.includes("picture 42")) console.log("pictures", (performance.now() - t) / 1e3);
} }), last, (performance.now() - t) / 1e3);
console.log(readdirSync(join5(dir, "media")).length);
t = performance.now();
console.log(await removeDemoEdition(db, { dataDir: dir, now: /* @__PURE__ */ new Date() }), (performance.now() - t) / 1e3);
console.log(readdirSync(join5(dir, "media")));
await closeDb(db);
