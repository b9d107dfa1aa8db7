"""Forms as staff have them (Word, Excel, PDF, pasted text): read into declarations, written from them."""
