"""What a run found, in one of several formats; one file a format."""
