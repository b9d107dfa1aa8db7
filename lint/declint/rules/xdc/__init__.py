"""XDC: across declarations."""
