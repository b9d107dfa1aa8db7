"""How a file is written: encoding, layout, the labels of the form."""
