"""Measuring declint beside other tools: what runs, how it is timed, where time goes, what is written."""
