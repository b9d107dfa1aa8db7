"""What work starts from: a blank form, and the files that a folder of declarations needs."""
