// Writes a corpus with many events, for first-layout.js: one article of its own for each, from twelve sources, over ten years.
//
//     node bench/events.js FOLDER [EVENTS [EVENTS_A_PAGE]]
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [folder, events = "10000", page] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node bench/events.js FOLDER [EVENTS [EVENTS_A_PAGE]]");
  process.exit(2);
}
const KINDS = ["meeting", "statement", "agreement", "visit", "attack", "vote"];
const PLACES = ["Aldmar", "Brennick", "Corvale", "Dunhaven", "Estmoor"];
const FIRST = Date.UTC(2015, 0, 1);
const DAYS = 3650;

for (const kind of ["articles", "sources", "entities"]) await mkdir(join(folder, "content", kind), { recursive: true });
const put = (name, text) => writeFile(join(folder, name), text);
await put("crosscheck.yaml", `title: ${events} events\nbase_url: https://example.org/events/\nlanguage: en\ntext: full\n${page ? `page_size: ${page}\n` : ""}`);
for (let at = 0; at < 12; at += 1) await put(`content/sources/source-${at}.md`, `---\nname: The ${PLACES[at % 5]} ${at < 5 ? "Herald" : at < 10 ? "Courier" : "Post"}\n---\n`);
for (const place of PLACES) await put(`content/entities/${place.toLowerCase()}.md`, `---\nname: ${place}\nkind: place\n---\n`);
for (let at = 0; at < Number(events); at += 1) {
  // Spread by a step that has no divisor in common with the number of days; every seventh date is a month, every ninth about.
  const day = new Date(FIRST + ((at * 1009) % DAYS) * 86_400_000).toISOString().slice(0, 10);
  const date = at % 7 === 0 ? day.slice(0, 7) : at % 9 === 0 ? `${day}~` : day;
  const [kind, place] = [KINDS[at % 6], PLACES[at % 5]];
  const quote = `The ${kind} number ${at} took place in ${place}`;
  await put(`content/articles/article-${at}.md`, `---
title: A ${kind} in ${place}, the ${at}th of its kind
source: source-${at % 12}
published: ${day}
events:
  - event: event-${at}
    title: ${quote}
    date: ${date}
    place: ${place.toLowerCase()}
    kind: ${kind}
    quote: ${quote}
---
${quote}. Nobody denied it.
`);
}
