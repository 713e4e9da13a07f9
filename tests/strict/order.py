"""Rows that nothing orders come last made first: PostgreSQL promises no order, and a text or a test
that counts on the order of insertion fails here every time, instead of once in a while elsewhere."""

from django.db.models.expressions import OrderBy
from django.db.models.sql.compiler import SQLCompiler

in_the_order_asked = SQLCompiler.get_order_by


def get_order_by(compiler: SQLCompiler) -> list:
    asked = in_the_order_asked(compiler)
    return asked or ([last_first(compiler)] if any_order_would_do(compiler.query) else [])


def any_order_would_do(query) -> bool:
    """A plain selection of rows of a table. Groups, sets and figures have no row to order by."""
    counted = any(told.contains_aggregate for told in query.annotations.values())
    plain = query.group_by is None and not (query.distinct or query.combinator or counted)
    return plain and query.model is not None and len(query.model._meta.pk_fields) == 1


def last_first(compiler: SQLCompiler) -> tuple:
    query = compiler.query
    pk = query.model._meta.pk
    order = OrderBy(pk.get_col(query.get_initial_alias()), descending=True)
    sql, params = compiler.compile(order)
    return order, (sql, params, None)


def reverse() -> None:
    SQLCompiler.get_order_by = get_order_by
