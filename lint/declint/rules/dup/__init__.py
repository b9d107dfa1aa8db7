"""DUP: what was copied, repeated or contradicts itself."""
