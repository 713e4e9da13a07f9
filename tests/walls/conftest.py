import os
import stat

import pytest

from tests.walls.clone import copy_tree


@pytest.fixture
def open_path(tmp_path):
    """A folder that the embedded server's account may reach: pytest's own are private."""
    for folder in [tmp_path, *tmp_path.parents]:
        if folder.stat().st_uid == os.geteuid() and not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(folder.stat().st_mode | 0o111)
    return tmp_path


@pytest.fixture
def clone(open_path):
    return copy_tree(open_path / "clone")
