"""Chinese prose and names: numbers, quantities, units, dates, likeness; pure functions."""
