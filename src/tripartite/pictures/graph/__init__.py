"""The picture of entities and their relations, in every form it has."""
