"""The whole pipeline: text and what is known of it in, the contract's document out."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from extract.entities.mentions import State
from extract.entities.steps import FINDERS, entity_steps
from extract.schema import (
    AgencyEntity,
    CompanyEntity,
    CountryEntity,
    DateEntity,
    Document,
    Label,
    Metadata,
    MoneyEntity,
    Source,
    SourceText,
)

if TYPE_CHECKING:
    import datetime as dt

    from spacy.language import Language

    from extract.entities.mentions import Mention
    from extract.entities.steps import Step
    from extract.schema import Entity

_LONGEST = 1 << 30


@cache
def load(language: str = "en", agencies: str = "") -> Language:
    """A spaCy pipeline with all components and no model.

    Args:
        language: ``en`` or ``es``, which tokenizer to start from. The components tell the
            language of each paragraph by themselves either way.
        agencies: path of a table of further institutions, see ``extract agencies add``.

    Returns:
        The pipeline, built once per language and table: ``load()("…")`` is a ``Doc`` with
        ``doc.ents`` and ``doc._.records``.
    """
    import spacy  # takes longer to import than everything here together

    from extract.entities.tokenizer import GuardedTokenizer

    nlp = spacy.blank(language)
    nlp.tokenizer = GuardedTokenizer.of(nlp.tokenizer)
    nlp.max_length = _LONGEST  # spaCy's own bound is for models that need memory per token
    nlp.add_pipe("extract_segments")
    for name in FINDERS:
        table = {"table": agencies} if name == "agencies" else {}
        nlp.add_pipe(f"extract_{name}", config={"show": name == FINDERS[-1], **table})
    nlp.add_pipe("extract_relations")
    return nlp


def process(
    text: str,
    *,
    published: dt.date | None = None,
    language: str | None = None,
    publisher: str | None = None,
    agencies: str = "",
) -> Document:
    """The contract's document for a text.

    Args:
        text: any text; offsets of the result point into it.
        published: its publication date, which relative dates are resolved against.
        language: ``en`` or ``es``; told by the text when ``None``.
        publisher: who issued it, a help with ambiguous currencies and ministries.
        agencies: path of a table of further institutions.

    Raises:
        ResourceError: that table is malformed.
    """
    metadata = Metadata(published=published, language=language, publisher=publisher)
    source = SourceText(id="text", text=text, metadata=metadata)
    return process_source(source, path="", agencies=agencies)


def process_source(
    source: SourceText, *, path: str, sha256: str | None = None, agencies: str = ""
) -> Document:
    """The contract's document for what a reader read.

    Args:
        source: text, blocks and metadata.
        path: where it came from, as the output shall say.
        sha256: hash of the file's bytes; of the text when ``None``.
        agencies: path of a table of further institutions.
    """
    return _document(_run(source, agencies), source, path, sha256)


def analyse(document: Document) -> State:
    """Everything the components know of a document of the output, worked out anew."""
    source = document.source
    metadata = Metadata(
        source.published, source.language, source.publisher, source.title, source.url
    )
    return _run(SourceText(document.id, document.text, document.blocks, metadata))


def _run(source: SourceText, agencies: str = "") -> State:
    state = State(metadata=source.metadata, blocks=source.blocks)
    for _, step in steps(agencies):
        step(source.text, state)
    return state


@cache
def steps(agencies: str = "") -> tuple[tuple[str, Step], ...]:
    """What the components of :func:`load` do, by name, without spaCy: none of them reads tokens.

    Args:
        agencies: path of a table of further institutions.

    Raises:
        ResourceError: that table is malformed.
    """
    from extract.relations.linking import link

    return (*entity_steps(agencies), ("relations", link))


def _document(state: State, source: SourceText, path: str, sha256: str | None) -> Document:
    known = state.metadata
    return Document(
        id=source.id,
        source=Source(
            path=path,
            sha256=sha256
            or hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest(),
            media_type=source.media_type,
            language=known.language,
            title=known.title,
            published=known.published,
            publisher=known.publisher,
            url=known.url,
        ),
        text=source.text,
        blocks=state.blocks,
        entities=[
            _entity(mention, f"e{n}", source.text) for n, mention in enumerate(state.mentions, 1)
        ],
        records=state.records,
    )


def _entity(mention: Mention, id_: str, text: str) -> Entity:
    start, end = mention.start, mention.end
    surface = text[start:end]
    match mention.label:
        case Label.MONEY:
            return MoneyEntity(id=id_, start=start, end=end, text=surface, money=mention.money)
        case Label.DATE:
            return DateEntity(id=id_, start=start, end=end, text=surface, date=mention.date)
        case Label.COUNTRY:
            return CountryEntity(
                id=id_, start=start, end=end, text=surface, country=mention.country or ""
            )
        case Label.AGENCY:
            return AgencyEntity(
                id=id_, start=start, end=end, text=surface,
                ref=mention.ref or surface, agency=mention.agency,
            )  # fmt: skip
        case Label.COMPANY:
            return CompanyEntity(
                id=id_, start=start, end=end, text=surface, ref=mention.ref or surface
            )
