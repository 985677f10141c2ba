"""Where claims cannot all be true, or seem not to be: found by rule, explained by hand."""
