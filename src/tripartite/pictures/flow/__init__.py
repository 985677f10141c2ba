"""The flow of money from funders over channels to projects and places, as it is stated."""
