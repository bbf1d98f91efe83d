"""How values of the domain are shown: words, colours, curves, pictures."""
