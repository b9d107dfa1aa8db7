"""What a declaration is: text and places, YAML, schema, model, targets, editions."""
