"""What the finders of names share: capitalised runs, word lists, folding, literal search."""
