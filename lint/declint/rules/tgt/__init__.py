"""TGT: target values."""
