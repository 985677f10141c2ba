"""The documents behind the claims: their texts, passages and headings."""
