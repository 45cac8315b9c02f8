"""Word documents: what their XML says, and the numbers that Word shows but does not write down."""
