"""A timeline: what is dated, as precisely as it is dated, and what is not."""
