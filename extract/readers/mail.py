"""E-mail: the best text part, with subject, date and sender (RFC 5322, MIME)."""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import TYPE_CHECKING

from extract.errors import LimitExceeded, NoText
from extract.readers.assemble import Piece, from_pieces
from extract.readers.decode import decode, has_letters
from extract.readers.languages import language_code
from extract.readers.layout import find_blocks
from extract.readers.web import parse_page
from extract.schema import BlockKind, Metadata

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from extract.readers.origin import Origin
    from extract.schema import SourceText

    _Policy = EmailPolicy[EmailMessage]
else:  # generic to type checkers only
    _Policy = EmailPolicy

_REPLY = re.compile(r"(?:(?:re|fwd?|rv|enc|reenv)\s?:\s{0,4}){1,5}", re.IGNORECASE)
_SIGNATURE = "-- "
_HALF = 2
_HEADER_LENGTH = 4096


class _BoundedPolicy(_Policy):
    """Reads no more of a header than people write: the library's parsers are not linear."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        parsed: str = super().header_fetch_parse(name, value[:_HEADER_LENGTH])
        return parsed


_POLICY = _BoundedPolicy()


def read_eml(origin: Origin) -> Iterator[SourceText]:
    """The one document of an e-mail.

    Raises:
        NoText: it has no text part, or an empty one.
        LimitExceeded: it has more parts than the limits allow.
    """
    message = BytesParser(EmailMessage, policy=_POLICY).parsebytes(origin.read())
    if sum(1 for _ in message.walk()) > origin.limits.parts:
        raise LimitExceeded(f"has more than {origin.limits.parts:,} parts")
    pieces = _body(message)
    if not any(has_letters(piece.text) for piece in pieces):
        raise NoText("the e-mail has no text", hint="save its attachments and read those")
    subject = _subject(message)
    if subject and not any(subject.casefold() in piece.text.casefold() for piece in pieces[:8]):
        pieces.insert(0, Piece(subject, BlockKind.HEADING))
    metadata = Metadata(
        published=_date(message),
        language=language_code(_header(message, "Content-Language")),
        publisher=_sender(message),
        title=subject or None,
    )
    yield from_pieces(origin, pieces, metadata, media_type="message/rfc822")


def _body(message: EmailMessage) -> list[Piece]:
    """The plain part, unless the HTML part says far more ("your mail program shows no HTML")."""
    plain = _part(message, "plain")
    html = _part(message, "html")
    pieces = _plain_pieces(plain) if plain else []
    if html:
        rich = parse_page(html).pieces
        if sum(len(piece.text) for piece in rich) > _HALF * sum(len(p.text) for p in pieces):
            return rich
    return pieces


def _part(message: EmailMessage, kind: str) -> str:
    """The characters of the first part of a kind, by its declared character set or its bytes."""
    part = message.get_body(preferencelist=(kind,))
    if (
        kind == "plain"
        and message.get_content_maintype() == "multipart"
        and not message.is_multipart()
    ):
        part = message  # says it has parts and has none
    if not isinstance(part, EmailMessage):
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    text = decode(payload, part.get_content_charset())
    if kind == "plain" and part.get_param("format") == "flowed":
        return _unflowed(text, joined=part.get_param("delsp") == "yes")
    return text


def _unflowed(text: str, *, joined: bool) -> str:
    """Lines that end in a space go on in the next (RFC 3676); with DelSp the space goes."""
    parts: list[str] = []
    for line in (stuffed.removeprefix(" ") for stuffed in text.split("\n")):
        flows = line.endswith(" ") and line != _SIGNATURE
        parts.append(line[:-1] if flows and joined else line)
        if not flows:
            parts.append("\n")
    return "".join(parts)


def _plain_pieces(text: str) -> list[Piece]:
    return [Piece(text[block.start : block.end], block.kind) for block in find_blocks(text)]


def _header(message: EmailMessage, name: str) -> str:
    """A header's text on one line; empty where it is missing or malformed beyond reading."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, KeyError, AttributeError):  # faults of the header parser
        return ""


def _subject(message: EmailMessage) -> str:
    return _REPLY.sub("", _header(message, "Subject"), count=1)


def _date(message: EmailMessage) -> dt.date | None:
    """The day it was sent, in the sender's own time zone."""
    try:
        sent = message["Date"].datetime
    except (ValueError, IndexError, KeyError, AttributeError, TypeError):
        return None
    return sent.date() if sent else None


def _sender(message: EmailMessage) -> str | None:
    """The sender's name, else the host of the address."""
    try:
        sender = message["From"].addresses[0]
    except (ValueError, IndexError, KeyError, AttributeError, TypeError):
        return None
    return sender.display_name or sender.domain or None
