"""NAM: indicator names."""
