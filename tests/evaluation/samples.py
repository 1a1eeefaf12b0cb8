"""Small hand-made documents, and predictions made of them by breaking things."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from extract.schema import Document, Label, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

Raw = dict[str, Any]


@dataclass
class Builder:
    """Writes a document by quoting its words instead of counting characters."""

    id: str
    text: str
    language: str = "en"
    entities: list[Raw] = field(default_factory=list)
    records: list[Raw] = field(default_factory=list)

    def add(self, label: str, words: str, *, nth: int = 0, **value: Any) -> str:
        """Label the nth occurrence of some words; the id of the new mention."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        id_ = f"e{len(self.entities) + 1}"
        span = {"start": start, "end": start + len(words), "text": words}
        self.entities.append({"id": id_, "label": label, **span, **value})
        return id_

    def agency(self, words: str, ref: str, *, nth: int = 0) -> str:
        return self.add("AGENCY", words, ref=ref, nth=nth)

    def company(self, words: str, ref: str) -> str:
        return self.add("COMPANY", words, ref=ref)

    def money(self, words: str, amount: int, currency: str, qualifier: str = "exact") -> str:
        value = {"amount": amount, "currency": currency, "qualifier": qualifier}
        return self.add("MONEY", words, money=value)

    def date(self, words: str, start: str | None, end: str | None) -> str:
        return self.add("DATE", words, date={"start": start, "end": end})

    def record(self, kind: str, words: str, status: str = "done", **roles: list[str]) -> None:
        start = self.text.index(words)
        span = {"start": start, "end": start + len(words)}
        id_ = f"r{len(self.records) + 1}"
        self.records.append({"id": id_, "kind": kind, "status": status, **span, "roles": roles})

    def build(self) -> Document:
        source = {"path": f"{self.id}.txt", "sha256": "", "language": self.language}
        return Document.model_validate(
            {
                "id": self.id,
                "source": source,
                "text": self.text,
                "entities": sorted(self.entities, key=lambda e: int(e["start"])),
                "records": self.records,
            }
        )


def english() -> Document:
    """Four sentences, all labels, three kinds."""
    b = Builder(
        "loan",
        "The World Bank approved a loan of $150 million for Kenya on June 3, 2021. "
        "The Bank and the Kenyan Treasury signed the agreement in July 2021. "
        "Safaricom will invest about 20 million euros in 2022. "
        "In 2020 the World Bank had granted Kenya $50 million.",
    )
    bank, treasury = b.agency("World Bank", "World Bank"), b.agency("Kenyan Treasury", "Treasury")
    b.agency("Bank", "World Bank", nth=1)
    again = b.agency("World Bank", "World Bank", nth=1)
    safaricom = b.company("Safaricom", "Safaricom")
    loan, grant = (
        b.money("$150 million", 150_000_000, "USD"),
        b.money("$50 million", 50_000_000, "USD"),
    )
    euros = b.money("20 million euros", 20_000_000, "EUR", "approx")
    june = b.date("June 3, 2021", "2021-06-03", "2021-06-03")
    july = b.date("July 2021", "2021-07-01", "2021-07-31")
    next_year, before = (
        b.date("2022", "2022-01-01", "2022-12-31"),
        b.date("2020", "2020-01-01", "2020-12-31"),
    )
    first, second, third, fourth = (s + "." for s in b.text[:-1].split(". "))
    b.record("funding", first, source=[bank], recipient=["@KE"], amount=[loan], date=[june])
    b.record("agreement", second, partner=[treasury, "World Bank"], date=[july])
    b.record("investment", third, "planned", source=[safaricom], amount=[euros], date=[next_year])
    b.record("funding", fourth, source=[again], recipient=["@KE"], amount=[grant], date=[before])
    return b.build()


def spanish() -> Document:
    """Three sentences with a line break, accents and a character beyond the first plane."""
    b = Builder(
        "proyecto",
        "🇨🇱 La AGCID y la GIZ inauguraron un centro de energía solar en Bolivia en mayo de 2019.\n"
        "Alemania aportó más de 3,5 millones de euros. "
        "El ministro se reunió con la GIZ el 4 de junio de 2019.",
        language="es",
    )
    agcid, giz = b.agency("AGCID", "AGCID"), b.agency("GIZ", "GIZ")
    giz_again = b.agency("GIZ", "GIZ", nth=1)
    euros = b.money("3,5 millones de euros", 3_500_000, "EUR", "gt")
    may = b.date("mayo de 2019", "2019-05-01", "2019-05-31")
    june = b.date("4 de junio de 2019", "2019-06-04", "2019-06-04")
    germany = b.add("COUNTRY", "Alemania", country="DE")
    b.add("COUNTRY", "Bolivia", country="BO")
    first, rest = b.text.split("\n")
    second, third = rest.split(" El ")
    b.record("project", first, implementer=[agcid, giz], recipient=["@BO"], date=[may])
    b.record("funding", second, source=[germany], recipient=["@BO"], amount=[euros])
    b.record("meeting", "El " + third, partner=["@CL", giz_again], date=[june])
    return b.build()


def samples() -> list[Document]:
    return [english(), spanish()]


def perturb(document: Document, seed: int, rate: float = 0.25) -> Document:
    """A prediction: ``document`` with mentions and records dropped, moved, renamed, added."""
    rng = random.Random(seed)  # noqa: S311 - a repeatable one is wanted
    raw = document.model_dump(mode="json")
    mentions = [
        _break_mention(e, document.text, rng) for e in raw["entities"] if rng.random() > rate / 2
    ]
    raw["entities"] = list({(e["start"], e["end"], e["label"]): e for e in mentions}.values())
    kept = [e["id"] for e in raw["entities"]]
    records = [_break_record(r, kept, rng, rate) for r in raw["records"] if rng.random() > rate / 2]
    extra = [_break_record(r, kept, rng, 1.0) for r in raw["records"] if rng.random() < rate]
    raw["records"] = [r | {"id": f"r{n}"} for n, r in enumerate(records + extra, 1)]
    return Document.model_validate(raw)


def _break_mention(entity: Raw, text: str, rng: random.Random) -> Raw:
    e = dict(entity)
    match rng.randrange(12):
        case 0:
            e["end"] = min(len(text), e["end"] + rng.randint(1, 4))
        case 1:
            e["start"] = min(e["end"] - 1, e["start"] + rng.randint(1, 3))
        case 2 if e["label"] in (Label.AGENCY, Label.COMPANY):
            e["label"] = "COMPANY" if e["label"] == Label.AGENCY else "AGENCY"
        case 3 if "ref" in e:
            e["ref"] = rng.choice(("GIZ", "World Bank", "nobody"))
        case 4 if e["label"] == Label.MONEY:
            e["money"] = rng.choice(
                (None, e["money"] | {"currency": "KES"}, e["money"] | {"qualifier": "lt"})
            )
        case 5 if e["label"] == Label.DATE:
            e["date"] = rng.choice((None, e["date"] | {"end": None}))
    return e | {"text": text[e["start"] : e["end"]]}


def _break_record(record: Raw, mentions: Sequence[str], rng: random.Random, rate: float) -> Raw:
    r = dict(record)
    roles: dict[str, list[str]] = {}
    for role, fillers in r["roles"].items():
        new_role = rng.choice(list(Role)).value if rng.random() < rate / 2 else role
        kept = [f for f in fillers if rng.random() > rate / 2]
        if mentions and rng.random() < rate / 2:
            kept.append(rng.choice(mentions))
        if kept:
            roles.setdefault(new_role, []).extend(kept)
    r["roles"] = roles
    if rng.random() < rate / 2:
        r["kind"] = rng.choice(("funding", "agreement", "project"))
    if rng.random() < rate:
        r["status"] = rng.choice(list(Status)).value
    r["start"] = max(0, r["start"] - rng.choice((0, 0, 30)))
    r["confidence"] = round(rng.random(), 2)
    return r
