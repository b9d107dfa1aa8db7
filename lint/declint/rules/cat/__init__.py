"""Rules on categories: whether an indicator stands where the form wants it."""
