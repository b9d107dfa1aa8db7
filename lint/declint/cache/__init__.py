"""The cache: results of earlier runs in one file of the user's cache folder."""

from declint.cache.place import cache_file
from declint.cache.program import program
from declint.cache.store import BODY, HEAD, VALUE, Entry, Known, Size, Store

__all__ = ["BODY", "HEAD", "VALUE", "Entry", "Known", "Size", "Store", "cache_file", "program"]
