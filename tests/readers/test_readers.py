"""Each program finds what the corpus says: so many of each thing, with these titles, dates and values."""

import csv
import json
import re
import unittest
from datetime import date, datetime, timedelta
from decimal import Decimal

import extruct
import feedparser
import icalendar
from frictionless import Package

from corpus import CORPORA, flat

DAY = re.compile(r"\d{4}-\d\d-\d\d$")


def each(test):
    """Runs a test for each corpus."""

    def run(self):
        for name, corpus in CORPORA.items():
            with self.subTest(name):
                test(self, corpus)

    return run


class DataPackage(unittest.TestCase):
    @each
    def test_it_is_valid(self, corpus):
        """Types, required and unique ids, and every id of another table, in CSV and in JSON."""
        report = Package(str(corpus.site / "data/datapackage.json")).validate()
        self.assertTrue(report.valid, [error for task in report.tasks for error in task.errors][:5] + report.errors)
        rows = {task.name: task.stats["rows"] for task in report.tasks}
        expected = {
            "claims": len(corpus.claims),
            "accounts": len(corpus.accounts),
            "events": len(corpus.events),
            "articles": len(corpus.articles),
            "questions": len(corpus.questions),
            "sources": len(corpus.sources),
        }
        for table, count in expected.items():
            self.assertEqual((rows[table], rows[f"{table}-json"]), (count, count), table)
        self.assertEqual(len(rows), 16)

    @each
    def test_it_has_what_was_claimed(self, corpus):
        package = Package(str(corpus.site / "data/datapackage.json"))
        rows = {row["id"]: row for row in package.get_resource("claims").read_rows()}
        self.assertEqual(set(rows), set(corpus.claims))
        for id, (article, claim) in corpus.claims.items():
            row = rows[id]
            value = row["value"] and row["value"].removeprefix("'")
            self.assertEqual((value, row["question"], row["article"]), (claim.get("value"), claim["question"], article))
            self.assertEqual((row["as_of"], row["period"]), (claim.get("as_of"), claim.get("period")))
            self.assertEqual(bool(row["quote"]), bool(claim.get("quote")) and corpus.text_mode(article) != "link", id)
            if row["low"] is not None and row["high"] is not None:
                self.assertIsInstance(row["low"], Decimal)
                self.assertLessEqual(row["low"], row["high"], id)
        titles = {row["id"]: row["title"] for row in package.get_resource("articles").read_rows()}
        self.assertEqual(titles, {id: article.get("title") for id, article in corpus.articles.items()})

    @each
    def test_csv_and_json_say_the_same(self, corpus):
        for path in sorted((corpus.site / "data").glob("*.csv")):
            with path.open(newline="") as file:
                rows = list(csv.DictReader(file))
            objects = json.loads(path.with_suffix(".json").read_text())
            self.assertEqual(len(rows), len(objects), path)
            for row, one in zip(rows, objects):
                for key, value in one.items():
                    if value is None or isinstance(value, str):
                        self.assertEqual(row.get(key, row.get(f"{key}_low", "")).removeprefix("'"), value or "", (path, key))


class Feeds(unittest.TestCase):
    @each
    def test_feedparser_reads_what_is_new(self, corpus):
        feed = feedparser.parse((corpus.site / "feed.xml").read_bytes())
        self.assertFalse(feed.bozo, feed.get("bozo_exception"))
        self.assertEqual((feed.version, feed.feed.title), ("atom10", corpus.settings["title"]))
        self.assertEqual(feed.feed.link, corpus.settings["base_url"])
        dated = [id for id in corpus.articles if corpus.added(id)]
        possible = sum(1 for article, _ in [*corpus.claims.values(), *corpus.accounts.values()] if article in dated)
        if possible + len(dated) < 200:
            kinds = [entry.tags[0].term for entry in feed.entries]
            counted = {kind: kinds.count(kind) for kind in ["claim", "account", "article"]}
            in_time = lambda statements: sum(1 for article, _ in statements.values() if article in dated)
            self.assertEqual(counted, {"claim": in_time(corpus.claims), "account": in_time(corpus.accounts), "article": len(dated)})
        else:
            self.assertEqual(len(feed.entries), 200)
        self.assertEqual(len({entry.id for entry in feed.entries}), len(feed.entries))
        latest = max(entry.updated for entry in feed.entries)
        self.assertEqual(feed.feed.updated, latest)
        claims = 0
        for entry in feed.entries:
            self.assertTrue(entry.id.startswith("tag:example."), entry.id)
            if entry.tags[0].term != "claim":
                continue
            claims += 1
            article, local = entry.link.removeprefix(corpus.settings["base_url"] + "articles/").split("/#")
            _, claim = corpus.claims[f"{article}#{local}"]
            self.assertIn(corpus.questions[claim["question"]]["question"], entry.title)
            if name := corpus.source_name(article):
                self.assertTrue(entry.title.endswith(f"({name})"), entry.title)
            if DAY.match(added := corpus.added(article)):
                self.assertEqual(entry.updated[:10], added)
        self.assertGreater(claims, 10)

    @each
    def test_json_feed_has_the_same_entries(self, corpus):
        atom = feedparser.parse((corpus.site / "feed.xml").read_bytes())
        feed = json.loads((corpus.site / "feed.json").read_text())
        self.assertEqual((feed["version"], feed["home_page_url"]), ("https://jsonfeed.org/version/1.1", corpus.settings["base_url"]))
        one = lambda id, url, title, at: (id, url, title, datetime.fromisoformat(at))
        self.assertEqual(
            [one(item["id"], item["url"], item["title"], item["date_modified"]) for item in feed["items"]],
            [one(entry.id, entry.link, entry.title, entry.updated) for entry in atom.entries],
        )


class Calendar(unittest.TestCase):
    @each
    def test_icalendar_reads_the_events(self, corpus):
        text = (corpus.site / "events.ics").read_bytes()
        self.assertLessEqual(max(map(len, text.split(b"\r\n"))), 75)
        calendar = icalendar.Calendar.from_ical(text)
        events = calendar.walk("VEVENT")
        self.assertEqual([event.errors for event in events if event.errors], [])
        dated = {id: event for id, event in corpus.events.items() if event.get("date")}
        self.assertEqual({str(event["UID"]).split("@")[0] for event in events}, set(dated))
        self.assertEqual(len(events), len(dated))
        exact = 0
        for event in events:
            said = dated[str(event["UID"]).split("@")[0]]
            self.assertTrue(str(event["SUMMARY"]).startswith(said.get("title", "")), event["SUMMARY"])
            self.assertEqual(str(event["X-EDTF"]), said["date"])
            self.assertEqual(event["DTSTAMP"].dt.utcoffset(), timedelta(0))
            if DAY.match(said["date"]):
                exact += 1
                self.assertEqual(event["DTSTART"].dt, date.fromisoformat(said["date"]))
                self.assertEqual(event["DTEND"].dt - event["DTSTART"].dt, timedelta(days=1))
            elif not re.match(r"\d{4}-\d\d-\d\d", said["date"]):
                self.assertNotEqual(str(event["SUMMARY"]), said.get("title"), "words for what days cannot say")
        self.assertGreater(exact, 5)


class Pages(unittest.TestCase):
    def graph(self, corpus, address):
        html = (corpus.site / address / "index.html").read_text()
        blocks = extruct.extract(html, base_url=corpus.settings["base_url"] + address, syntaxes=["json-ld"])["json-ld"]
        self.assertEqual(len(blocks), 1, address)
        return blocks[0]["@graph"]

    @each
    def test_extruct_reads_whose_an_article_is(self, corpus):
        for id, article in corpus.articles.items():
            graph = self.graph(corpus, f"articles/{id}/")
            [original] = [node for node in graph if node["@type"] == "NewsArticle"]
            self.assertEqual(original.get("headline"), article.get("title"), id)
            self.assertEqual(original.get("publisher", {}).get("name"), corpus.source_name(id), id)
            self.assertEqual(original.get("url"), article.get("url"))
            [page] = [node for node in graph if node["@type"] == "WebPage"]
            self.assertEqual(page["isBasedOn"]["@id"], original["@id"])
            claims = {node["@id"]: node for node in graph if node["@type"] == "Claim"}
            own = {full: claim for full, (of, claim) in corpus.claims.items() if of == id}
            base = corpus.settings["base_url"]
            self.assertEqual(set(claims), {f"{base}articles/{id}/#{full.split('#')[1]}" for full in own})
            for node in claims.values():
                self.assertEqual(node["appearance"]["@id"], original["@id"])
                self.assertEqual("text" in node, "inLanguage" in node)
                if corpus.text_mode(id) == "link":
                    self.assertNotIn("text", node)

    @each
    def test_extruct_reads_events_and_figures(self, corpus):
        dates = 0
        for id, event in corpus.events.items():
            [node] = [node for node in self.graph(corpus, f"events/{id}/") if node["@type"] == "Event"]
            self.assertEqual(node["name"], event.get("title", id))
            if "startDate" in node:
                dates += 1
                self.assertTrue(event["date"].startswith(node["startDate"]), id)
        self.assertGreater(dates, 10)
        claims = json.loads((corpus.site / "data/claims.json").read_text())
        strict = {claim["url"]: (claim["low"], claim["high"]) for claim in claims}
        figures = 0
        for id in corpus.questions:
            for node in self.graph(corpus, f"claims/{id}/"):
                if node["@type"] == "Observation":
                    figures += 1
                    limits = (node.get("minValue"), node.get("maxValue"))
                    self.assertEqual(limits, strict[node["subjectOf"]["@id"]])
        self.assertGreater(figures, 10)


class Annotations(unittest.TestCase):
    @each
    def test_every_statement_is_annotated_with_its_words(self, corpus):
        collection = json.loads((corpus.site / "data/annotations.jsonld").read_text())
        self.assertEqual(collection["total"], len(corpus.claims) + len(corpus.accounts))
        address, items = collection["first"], []
        while address:
            page = json.loads((corpus.site / address.removeprefix(corpus.settings["base_url"])).read_text())
            self.assertEqual((page["type"], page["startIndex"]), ("AnnotationPage", len(items)))
            items += page["items"]
            address = page.get("next")
        self.assertEqual(len(items), collection["total"])
        self.assertEqual(len({item["id"] for item in items}), len(items))
        quotes = 0
        for item in items:
            for target in item["target"]:
                if selector := target.get("selector"):
                    quotes += 1
                    self.assertEqual(selector["exact"], flat(selector["exact"]))
        quoted = [one for id, one in [*corpus.claims.values(), *corpus.accounts.values()] if corpus.text_mode(id) != "link"]
        count = lambda quote: len(quote) if isinstance(quote, list) else 1 if quote else 0
        self.assertEqual(quotes, sum(count(one.get("quote")) for one in quoted))


if __name__ == "__main__":
    unittest.main()
