"""What fills a role, in the gold's own terms, so that two annotations can be compared.

A country is ``@XX``, an agency or company the ref of the gold mention it overlaps, an amount or
date the id of the gold mention it overlaps; what overlaps nothing is ``?`` and its words.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from extract.evaluation.spans import shared
from extract.schema import AgencyEntity, CompanyEntity, CountryEntity, Role

if TYPE_CHECKING:
    from extract.schema import Document, Entity, Record

Slot = tuple[Role, str]


class Fillers:
    """Resolves the fillers of ``document`` against ``gold``, which may be the same document."""

    def __init__(self, document: Document, gold: Document) -> None:
        self.document, self.gold = document, gold
        self._keys: dict[str, str] = {}

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.document.entities}

    def slots(self, record: Record) -> frozenset[Slot]:
        """The record's filled roles as (role, filler) pairs."""
        return frozenset(
            (role, self.key(filler)) for role, fillers in record.roles.items() for filler in fillers
        )

    def key(self, filler: str) -> str:
        """What an entity id, a ref or an ``@XX`` stands for."""
        if filler not in self._keys:
            self._keys[filler] = self._resolve(filler)
        return self._keys[filler]

    def _resolve(self, filler: str) -> str:
        if filler.startswith("@"):
            return filler
        entity = self._by_id.get(filler)
        if entity is None:
            return self._of_ref(filler)
        if isinstance(entity, CountryEntity):
            return f"@{entity.country}"
        counterpart = self._counterpart(entity)
        if counterpart is None:
            return f"?{entity.text}"
        return _ref(counterpart) or counterpart.id

    def _of_ref(self, ref: str) -> str:
        for entity in self.document.entities:
            if _ref(entity) == ref:
                counterpart = self._counterpart(entity)
                if counterpart is not None:
                    return _ref(counterpart) or f"?{ref}"
        return f"?{ref}"

    def _counterpart(self, entity: Entity) -> Entity | None:
        """The gold mention of a like label that shares most characters, the first of equals."""
        alike = [g for g in self.gold.entities if _alike(g, entity) and shared(g, entity) > 0]
        return max(alike, key=lambda g: shared(g, entity), default=None)


def _ref(entity: Entity) -> str | None:
    return entity.ref if isinstance(entity, AgencyEntity | CompanyEntity) else None


def _alike(a: Entity, b: Entity) -> bool:
    """Agency and company are told apart by eye alone: as fillers they are alike."""
    bodies = AgencyEntity | CompanyEntity
    return a.label is b.label or (isinstance(a, bodies) and isinstance(b, bodies))
