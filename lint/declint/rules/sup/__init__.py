"""Suppressions: comments that accept a finding."""
