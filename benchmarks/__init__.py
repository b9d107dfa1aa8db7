"""Benchmarks: a generator of declarations, declint measured beside other tools, the regression guard."""
