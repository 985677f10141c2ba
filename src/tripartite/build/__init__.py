"""From files to a graph that can be asked: read, choose, derive, publish.

Importing the package imports nothing: a query needs ``freshness`` only.
"""
