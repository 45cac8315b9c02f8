"""PDF files: pieces of text with their places on a page, made into rows, and these into paragraphs again."""
