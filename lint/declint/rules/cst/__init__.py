"""CST: cost."""
