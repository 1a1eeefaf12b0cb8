"""The HTML report: whole, alone, and safe whatever the documents hold."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from extract.evaluation import Pair, evaluate
from extract.evaluation.html import render
from extract.evaluation.misses import find_misses
from extract.schema import Document
from tests.evaluation.samples import Builder, perturb, samples

PAIRS = [Pair(d, perturb(d, 7, rate=0.6)) for d in samples()]
ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{7*7}}\x00\x1b"


class Page(HTMLParser):
    """Tags with their attributes, and the text, of a page."""

    VOID = frozenset({"meta", "link", "br", "hr", "img"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.code: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} closes out of turn"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style"):
            self.code[self.open[-1]] = data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(render(evaluate(PAIRS, resamples=50)))


def test_well_formed(page: Page) -> None:
    assert page.open == []
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_links_lead_somewhere(page: Page) -> None:
    ids = {attrs.get("id") for _, attrs in page.tags}
    targets = {str(attrs["href"]) for tag, attrs in page.tags if tag == "a"}
    assert targets
    assert {target.removeprefix("#") for target in targets} <= ids


def test_needs_no_network(page: Page) -> None:
    for tag, attrs in page.tags:
        for name in ("src", "href", "srcset", "action", "data"):
            assert str(attrs.get(name) or "#").startswith(("#", "data:,")), (tag, attrs)
        assert not any(name.startswith("on") or name == "style" for name in attrs), (tag, attrs)
    assert not re.search(r"https?:|//|url\(|@import", page.code["style"] + page.code["script"])


def test_policy_allows_its_own_code_alone(page: Page) -> None:
    policy = next(a["content"] for t, a in page.tags if a.get("http-equiv"))
    assert policy is not None
    assert "default-src 'none'" in policy
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.code[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_every_miss_is_shown(page: Page) -> None:
    misses = find_misses(PAIRS)
    assert misses
    listed = [a for t, a in page.tags if t == "p" and a.get("class") == "context"]
    records = sum(len(p.gold.records) + len(p.predicted.records) for p in PAIRS)
    assert len(listed) == len(misses) + records
    for miss in misses:
        assert miss.gold in page.text
        assert miss.predicted in page.text


def test_both_sides_show_the_whole_text() -> None:
    html = render(evaluate(PAIRS, resamples=10))
    shown = [
        Page(re.sub(r"<sub>[A-Z]+</sub>", "", text)).text
        for text in re.findall(r'<div class="text">(.*?)</div>', html, re.DOTALL)
    ]
    assert shown == [pair.gold.text for pair in PAIRS for _ in range(2)]


def hostile() -> Document:
    builder = Builder(f"id {ATTACK}", f"The {ATTACK} Bank gave {ATTACK} Kenya $5 in 2021.")
    bank = builder.agency(f"{ATTACK} Bank", f"ref {ATTACK}")
    date = builder.date("2021", "2021-01-01", "2021-12-31")
    builder.record("funding", builder.text, source=[bank], recipient=["@KE"], date=[date])
    raw = builder.build().model_dump(mode="json")
    raw["records"][0].update(rule=ATTACK, confidence=0.5)
    return Document.model_validate(raw)


def test_documents_cannot_speak() -> None:
    gold = hostile()
    empty = gold.model_copy(update={"entities": [], "records": []})
    for pair in (Pair(gold, empty), Pair(empty, gold), Pair(gold, gold)):
        html = render(evaluate([pair], resamples=10))
        page = Page(html)
        assert [tag for tag, _ in page.tags if tag in ("script", "img")] == ["script"]
        assert "alert" not in page.code["script"]
        assert "<script>alert(1)</script>" in page.text
        assert "{{7*7}}" in page.text
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", html)


def test_nothing_to_show() -> None:
    assert Page(render(evaluate([], resamples=10))).open == []
