"""YEA: years and dates."""
