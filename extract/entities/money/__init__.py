"""Amounts of money: spans, values, currencies and how exact they are (guidelines §1, MONEY)."""

from extract.entities.money.finder import annotate, find_money, parse_money

__all__ = ["annotate", "find_money", "parse_money"]
