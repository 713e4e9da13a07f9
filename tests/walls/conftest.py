import pytest

from tests.walls.clone import copy_tree, opened


@pytest.fixture
def open_path(tmp_path):
    """A folder that the embedded server's account may reach."""
    return opened(tmp_path)


@pytest.fixture
def clone(open_path):
    return copy_tree(open_path / "clone")
