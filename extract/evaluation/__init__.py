"""Measuring output against gold: matching, metrics, intervals, reports, annotation formats."""
