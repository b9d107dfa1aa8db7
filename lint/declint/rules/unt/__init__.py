"""UNT: units of measure."""
