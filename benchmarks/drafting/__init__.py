"""Drafting declarations as a bureau would file them, mistakes included, the same for the same seed."""
