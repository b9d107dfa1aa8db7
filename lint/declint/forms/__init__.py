"""Forms in Word, Excel, PDF and pasted text: read into declarations, and written from them."""
