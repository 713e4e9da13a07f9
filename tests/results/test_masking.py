"""Small cells of a crossing are not read by coordinators either, nor found by subtraction."""

from random import Random

import pytest

from surveys.results.masking import masked
from surveys.results.tables import Table


def crossed(counts) -> Table:
    totals = tuple(sum(row) for row in counts)
    sizes = tuple(map(sum, zip(*counts, strict=True)))
    values = (*[(f"o{n}",) for n in range(len(counts) - 1)], ("sans-reponse",))
    groups = tuple((f"g{n}",) for n in range(len(sizes)))
    return Table("q", "", "by", values, groups, sum(totals), totals, sizes, tuple(counts))


def test_a_small_cell_takes_others_with_it():
    made = masked(crossed(((3, 20, 30), (10, 40, 50), (9, 60, 70), (1, 0, 2))))
    assert made.counts == ((None, None, 30), (10, 40, 50), (None, None, 70), (1, 0, 2))


@pytest.mark.parametrize("seed", range(20))
def test_no_line_hides_a_single_cell(seed):
    drawn = Random(seed)
    table = crossed([tuple(drawn.randrange(25) for _ in range(4)) for _ in range(6)])
    made = masked(table)
    real = made.counts[:-1]
    for line in (*real, *zip(*real, strict=True)):
        hidden = sum(cell is None for cell in line)
        assert hidden != 1 or len(line) == 1
    shown = [cell for row in real for cell in row if cell is not None]
    assert all(cell >= 5 for cell in shown)


def test_nothing_is_hidden_of_large_cells():
    table = crossed(((10, 20), (30, 40), (0, 0)))
    assert masked(table) == table
