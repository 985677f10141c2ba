"""The graph as a network of named entities: its projection, paths and measures (networkx)."""
