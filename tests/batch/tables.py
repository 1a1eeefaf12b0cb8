"""Tables of the same 30 documents in every format that is worked on in parts."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BAD = 7
"""Place of the row that holds no text."""
TEXTS: list[str | None] = [
    f'In 20{n:02} Japan lent Kenya "soft"\n${n + 1} million.'
    if n % 2
    else f'En 20{n:02} España donó {n + 1} millones de euros al Perú.\n\nFin; 5" de lluvia, o más.'
    for n in range(30)
]
TEXTS[BAD] = None


def json_lines(path: Path) -> None:
    lines = [json.dumps({"text": text, "published": "2024-03-05"}) for text in TEXTS]
    path.write_text("\n".join([*lines[:20], "", *lines[20:]]), encoding="utf-8")


def csv_table(path: Path) -> None:
    """With what ends no row: line ends and quotes within quotes, a quote within a bare cell."""
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=";")
    table.writerow(["Título", "text", "published"])
    rows = [["Aid", text or "", "2024-03-05"] for text in TEXTS]
    table.writerows(rows[:20])
    out.write("\r\n")
    table.writerows(rows[20:])
    content = out.getvalue().replace("Aid;", 'Aid 5" or more;')
    path.write_bytes(b"\xef\xbb\xbf" + content.encode())


def parquet_table(path: Path, group: int = 11) -> None:
    """With columns that do not matter and dates that are dates."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {
        "Text": pa.array(TEXTS, pa.large_string()),
        "published": pa.array([19_787] * len(TEXTS), pa.date32()),
        "score": pa.array([0.5] * len(TEXTS)),
    }
    pq.write_table(pa.table(columns), path, row_group_size=group)


MAKERS = {"many.jsonl": json_lines, "many.csv": csv_table, "many.parquet": parquet_table}
