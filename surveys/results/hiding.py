"""Which cells of a table of known margins to hide, so that no small one can be worked out.

A hidden cell may be larger than it is when others make room for it along its row and its column: units
go round an alternating cycle of hidden cells. Room is looked for as a flow; when hidden cells leave too
little, the cheapest path through shown cells is hidden as well."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush

from surveys.results.pooling import K

Cell = tuple[int, int]


@dataclass
class Grid:
    """`cells[row][column]`; `caps[column]` is what a cell of this column may hold at most, when the
    complement to it is a number too (yes, and hence no)."""

    cells: list[list[int]]
    caps: list[int] | None = None
    hidden: set[Cell] = field(default_factory=set)

    def everywhere(self) -> Iterator[Cell]:
        return ((r, c) for r, row in enumerate(self.cells) for c in range(len(row)))

    def rise(self, cell: Cell, k: int) -> int:
        """How much larger it should seem possible that this cell is."""
        return max(0, k - self.cells[cell[0]][cell[1]])

    def fall(self, cell: Cell, k: int) -> int:
        if self.caps is None:
            return 0
        return max(0, self.cells[cell[0]][cell[1]] - (self.caps[cell[1]] - k))


def hide(grid: Grid, k: int = K) -> bool:
    """Fill `grid.hidden`. False when no choice of cells would do."""
    small = [cell for cell in grid.everywhere() if grid.rise(cell, k) or grid.fall(cell, k)]
    grid.hidden.update(small)
    for cell in small:
        r, c = cell
        column = len(grid.cells) + c
        if not Room(grid, cell, column, r).make(grid.rise(cell, k)):
            return False
        if not Room(grid, cell, r, column).make(grid.fall(cell, k)):
            return False
    return True


class Room:
    """A flow from `start` to `end` that leaves `cell` aside. Nodes are rows, then columns: a cell rises
    from its row to its column and falls from its column to its row."""

    def __init__(self, grid: Grid, cell: Cell, start: int, end: int):
        self.grid, self.cell, self.start, self.end = grid, cell, start, end
        self.rows = len(grid.cells)
        self.moved: dict[Cell, int] = {}

    def make(self, wanted: int) -> bool:
        while wanted:
            path = self.through_hidden() or self.cheapest()
            if not path:
                return False
            units = min([wanted, *(self.left(a, b) for a, b in path)])
            for a, b in path:
                cell, way = self.cell_of(a, b)
                self.grid.hidden.add(cell)
                self.moved[cell] = self.moved.get(cell, 0) + way * units
            wanted -= units
        return True

    def cell_of(self, a: int, b: int) -> tuple[Cell, int]:
        return ((a, b - self.rows), 1) if a < self.rows else ((b, a - self.rows), -1)

    def left(self, a: int, b: int) -> int:
        """Units that may still go from node to node."""
        cell, way = self.cell_of(a, b)
        if cell == self.cell:
            return 0
        value = self.grid.cells[cell[0]][cell[1]] + self.moved.get(cell, 0)
        if way < 0:
            return value
        return self.grid.caps[cell[1]] - value if self.grid.caps else 1 << 30

    def beside(self, node: int) -> range:
        total = self.rows + len(self.grid.cells[0])
        return range(self.rows, total) if node < self.rows else range(self.rows)

    def through_hidden(self) -> list[tuple[int, int]]:
        came = {self.start: -1}
        queue = deque([self.start])
        while queue and self.end not in came:
            a = queue.popleft()
            for b in self.beside(a):
                if b in came or self.cell_of(a, b)[0] not in self.grid.hidden:
                    continue
                if self.left(a, b) > 0:
                    came[b] = a
                    queue.append(b)
        return self.path(came)

    def cheapest(self) -> list[tuple[int, int]]:
        came: dict[int, int] = {}
        heap = [(0, self.start, -1)]
        while heap and self.end not in came:
            cost, a, before = heappop(heap)
            if a in came:
                continue
            came[a] = before
            for b in self.beside(a):
                if b not in came and self.left(a, b) > 0:
                    heappush(heap, (cost + self.cost(self.cell_of(a, b)[0]), b, a))
        return self.path(came)

    def cost(self, cell: Cell) -> int:
        return 0 if cell in self.grid.hidden else self.grid.cells[cell[0]][cell[1]]

    def path(self, came: dict[int, int]) -> list[tuple[int, int]]:
        if self.end not in came:
            return []
        found, node = [], self.end
        while node != self.start:
            found.append((came[node], node))
            node = came[node]
        return found
