"""An outline corrected by hand: each correction takes an outline and gives another one."""
