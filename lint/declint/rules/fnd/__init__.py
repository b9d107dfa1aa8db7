"""Funding: sums, the whole project against the year, amounts in the goals text."""
