"""WGT: weights."""
