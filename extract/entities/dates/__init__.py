"""Dates as calendar stretches: found, resolved against the publication date, written as EDTF.

>>> import datetime as dt
>>> from extract.schema import Metadata
>>> known = Metadata(published=dt.date(2024, 10, 1))
>>> [m.date.edtf for m in find_dates("del 3 al 9 de noviembre; desde 2018", "es", metadata=known)]
['2024-11-03/2024-11-09', '2018/..']
"""

from extract.entities.dates.edtf import granularity, parse, timex3
from extract.entities.dates.finder import annotate, find_dates

__all__ = ["annotate", "find_dates", "granularity", "parse", "timex3"]
