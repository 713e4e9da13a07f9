"""What a reader of a table can deduce: from its margins and shown cells alone, the least and the most that
each hidden cell may hold."""

from collections.abc import Iterator

INFINITE = 1 << 40


class UnreadableTable(Exception):
    """No table has these margins and these cells."""


class Network:
    """Flows between numbered nodes, as lists of arcs that go two by two: an arc and its return."""

    def __init__(self, nodes: int):
        self.leaving: list[list[int]] = [[] for _ in range(nodes)]
        self.head: list[int] = []
        self.room: list[int] = []

    def join(self, tail: int, head: int, room: int) -> int:
        for end, beginning, size in ((head, tail, room), (tail, head, 0)):
            self.leaving[beginning].append(len(self.head))
            self.head.append(end)
            self.room.append(size)
        return len(self.head) - 2

    def push(self, start: int, end: int, most: int) -> int:
        """Send up to `most` units, one augmenting path after another, found in depth."""
        sent = 0
        while sent < most:
            units = self.path(start, end, most - sent)
            if not units:
                break
            sent += units
        return sent

    def path(self, start: int, end: int, most: int) -> int:
        seen, stack, trail = {start}, [iter(self.leaving[start])], []
        while stack:
            arc = next((a for a in stack[-1] if self.room[a] and self.head[a] not in seen), -1)
            if arc < 0:
                stack.pop()
                if trail:
                    trail.pop()
                continue
            trail.append(arc)
            seen.add(self.head[arc])
            if self.head[arc] == end:
                return self.send(trail, most)
            stack.append(iter(self.leaving[self.head[arc]]))
        return 0

    def send(self, trail: list[int], most: int) -> int:
        units = min([most, *(self.room[arc] for arc in trail)])
        for arc in trail:
            self.room[arc] -= units
            self.room[arc ^ 1] += units
        return units


def intervals(
    rows: list[int],
    columns: list[int],
    cells: list[list[int | None]],
    caps: list[int] | None = None,
) -> Iterator[tuple[int, int, int, int]]:
    """(row, column, least, most) for each cell that is None. `rows` and `columns` are the margins; `caps`
    the most that a cell of each column may hold.

    Raises UnreadableTable."""
    width, start = len(rows) + len(columns), len(rows) + len(columns)
    net = Network(width + 2)
    arcs = {}
    for r, row in enumerate(cells):
        for c, cell in enumerate(row):
            if cell is None:
                arcs[r, c] = net.join(r, len(rows) + c, caps[c] if caps else INFINITE)
    left = [total - sum(cell or 0 for cell in row) for total, row in zip(rows, cells, strict=True)]
    below = [total - sum(row[c] or 0 for row in cells) for c, total in enumerate(columns)]
    for r, units in enumerate(left):
        net.join(start, r, max(0, units))
    for c, units in enumerate(below):
        net.join(len(rows) + c, start + 1, max(0, units))
    if min([0, *left, *below]) < 0 or sum(left) != sum(below):
        raise UnreadableTable
    if net.push(start, start + 1, sum(left)) != sum(left):
        raise UnreadableTable
    for (r, c), arc in arcs.items():
        yield r, c, *bounds(net, arc, r, len(rows) + c)


def bounds(net: Network, arc: int, row: int, column: int) -> tuple[int, int]:
    """The least and the most that may go through an arc once the flow is whole, which is then put back."""
    here, room = net.room[arc ^ 1], net.room[arc]
    net.room[arc] = net.room[arc ^ 1] = 0
    kept = list(net.room)
    most = here + net.push(column, row, room)
    net.room[:] = kept
    least = here - net.push(row, column, here)
    net.room[:] = kept
    net.room[arc], net.room[arc ^ 1] = room, here
    return least, most
