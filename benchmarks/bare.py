"""The least a click + pyoxigraph program can be: open the build, ask, print."""

import click
from pyoxigraph import QuerySolutions, Store


@click.command()
@click.argument("store")
@click.argument("query")
def main(store: str, query: str) -> None:
    """Print the rows of QUERY as tab-separated values."""
    found = Store.read_only(store).query(query)
    assert isinstance(found, QuerySolutions)  # noqa: S101 (a SELECT is asked)
    names = [variable.value for variable in found.variables]
    click.echo("\t".join(names))
    for row in found:
        click.echo("\t".join(getattr(row[name], "value", "") for name in names))


main()
