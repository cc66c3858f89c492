"""A corpus as its files say it, read without the program that is tested, and the site that the program makes of it."""

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cached_property
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]


def front_matter(path):
    """Every scalar as text, as the program reads it."""
    _, text, _ = path.read_text().split("---\n", 2)
    return yaml.load(text, Loader=yaml.BaseLoader) or {}


def is_true(value):
    return value == "true"


def flat(text):
    return " ".join(text.split())


class Corpus:
    """One corpus: what is shown of it, and a site built from it."""

    def __init__(self, root):
        self.root = root
        self.settings = yaml.load((root / "crosscheck.yaml").read_text(), Loader=yaml.BaseLoader)

    def folder(self, name):
        files = sorted((self.root / "content" / name).rglob("*.md"))
        start = self.root / "content" / name
        return {path.relative_to(start).with_suffix("").as_posix(): front_matter(path) for path in files}

    @cached_property
    def articles(self):
        """Those that are shown, by id: no draft, none that was withdrawn."""
        shown = lambda article: not is_true(article.get("draft")) and "withdrawn" not in article
        return {id: article for id, article in sorted(self.folder("articles").items()) if shown(article)}

    @cached_property
    def sources(self):
        return self.folder("sources")

    @cached_property
    def questions(self):
        return self.folder("questions")

    def statements(self, key, subject):
        """Claims (`claims`, `question`) or accounts (`events`, `event`) by their full ids, each with its article's id."""
        found = {}
        for id, article in self.articles.items():
            for one in article.get(key) or []:
                if not is_true(one.get("draft")):
                    found[f"{id}#{one.get('id', one[subject])}"] = (id, one)
        return found

    @cached_property
    def claims(self):
        return self.statements("claims", "question")

    @cached_property
    def accounts(self):
        return self.statements("events", "event")

    @cached_property
    def events(self):
        """Title and date of each: its file's, else the first that an account gives."""
        events = {id: dict(event) for id, event in self.folder("events").items()}
        for _, account in self.accounts.values():
            event = events.setdefault(account["event"], {})
            for key in ["title", "date"]:
                if key in account:
                    event.setdefault(key, account[key])
        return events

    def source_name(self, article):
        source = self.articles[article].get("source")
        return self.sources[source]["name"] if source else None

    def added(self, article):
        article = self.articles[article]
        return article.get("added") or article.get("retrieved") or article.get("published")

    def text_mode(self, article):
        article = self.articles[article]
        source = self.sources.get(article.get("source"), {})
        return article.get("text") or source.get("text") or self.settings.get("text") or "quotes"

    @cached_property
    def site(self):
        folder = Path(tempfile.mkdtemp(prefix="crosscheck-readers-"))
        atexit.register(shutil.rmtree, folder)
        program = os.environ["CROSSCHECK"]
        subprocess.run([program, "--root", self.root, "--quiet", "build", "--output", folder], check=True, capture_output=True)
        return folder


CORPORA = {"demonstration": Corpus(ROOT), "quake": Corpus(ROOT / "tests/corpora/quake")}
