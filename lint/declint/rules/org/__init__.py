"""ORG: organisations."""
