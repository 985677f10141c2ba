"""Measured ratios against the peers named; never run as a timed test."""
