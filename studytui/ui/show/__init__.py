"""How text becomes something to be seen: plain content, cell widths, glyphs, themes."""
