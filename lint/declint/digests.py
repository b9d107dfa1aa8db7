"""The digest that results and programs are known by.

It is the one of ``hashlib``, without OpenSSL: to load that takes longer than to digest many declarations.
"""

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
