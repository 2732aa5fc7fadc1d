"""Disks as they are: full, small, read-only, mounted on the site, in layers.

Each test runs in a namespace of its own, in which anybody may mount; where the system does not
allow one, it is skipped.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MakeProject = Callable[..., Path]

BUILD = """
import sys
from pathlib import Path
from termwise.publishing.stage import staged

def build(site, text, size=1):
    with staged(Path(site)) as stage:
        for name in ("index.html", "a/b.html"):
            (stage.folder / name).parent.mkdir(exist_ok=True)
            (stage.folder / name).write_text(text * size)
        stage.publish()

def fails(*given):
    try:
        build(*given)
    except OSError as error:
        print(error, file=sys.stderr)
    else:
        sys.exit("it was not to succeed")

def shows(site, text):
    seen = {str(path.relative_to(site)): path.read_text() for path in Path(site).rglob("*.html")}
    assert seen == {"index.html": text, "a/b.html": text}, seen
    assert not (Path(site) / ".termwise").exists()
    assert not list(Path(site).parent.glob(".*.termwise"))
"""


@pytest.fixture
def mounted(tmp_path: Path, command_environment: dict[str, str]) -> Callable[..., str]:
    """Run a shell script in a namespace, in a folder of its own; `build` there runs Python."""
    isolated = ["unshare", "--user", "--map-root-user", "--mount"]
    try:
        tried = subprocess.run([*isolated, "mount", "-t", "tmpfs", "x", tmp_path], check=False)
    except FileNotFoundError:
        pytest.skip("needs unshare")
    if tried.returncode:
        pytest.skip("needs a namespace in which to mount")

    def run(script: str) -> str:
        (tmp_path / "ours.py").write_text(BUILD, "utf-8")
        steps = f'set -e\npy() {{ "{sys.executable}" -c "from ours import *; $1"; }}\n{script}'
        done = subprocess.run(
            [*isolated, "sh", "-c", steps],
            cwd=tmp_path,
            env=command_environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stderr

    return run


def test_a_full_disk_keeps_the_last_good_site(mounted: Callable[..., str]) -> None:
    """However far the build has come; the next one that has room succeeds."""
    said = mounted("""
        mkdir disk && mount -t tmpfs -o size=256k disk disk
        py "build('disk/site', 'old')"
        py "[fails('disk/site', 'new', 1000 * size) for size in (45, 60, 75, 90)]"
        py "shows('disk/site', 'old')"
        py "build('disk/site', 'new'); shows('disk/site', 'new')"
    """)
    assert said.count("No space left on device") == 4


def test_a_disk_without_a_single_free_file_keeps_it_too(mounted: Callable[..., str]) -> None:
    """Of 20 files and folders, more and more are taken by others."""
    mounted("""
        mkdir disk && mount -t tmpfs -o nr_inodes=20 disk disk
        py "build('disk/site', 'old')"
        for name in $(seq 1 12); do
            touch disk/$name
            py "build('disk/site', 'old')" || touch full
            py "shows('disk/site', 'old')"
        done
        rm full disk/?
        py "build('disk/site', 'new'); shows('disk/site', 'new')"
    """)


def test_a_disk_for_reading_only_is_told(mounted: Callable[..., str]) -> None:
    said = mounted("""
        mkdir disk && mount -t tmpfs disk disk
        py "build('disk/site', 'old')"
        mount -o remount,ro disk
        py "fails('disk/site', 'new'); shows('disk/site', 'old'); fails('disk/other', 'new')"
    """)
    assert said.count("Read-only file system") == 2


@pytest.mark.parametrize("mount", ["-t tmpfs disk", "--bind elsewhere"])
@pytest.mark.parametrize("parent", ["rw", "ro"])
def test_a_site_that_is_a_mount_point_is_filled(
    mount: str, parent: str, mounted: Callable[..., str]
) -> None:
    """It cannot be exchanged: another disk, or a folder of the same one, beneath its name."""
    mounted(f"""
        mkdir -p outer elsewhere && mount -t tmpfs outer outer
        mkdir outer/site && mount {mount} outer/site
        touch outer/site/.nojekyll outer/site/gone
        mount -o remount,{parent} outer
        py "build('outer/site', 'old'); shows('outer/site', 'old')"
        test ! -e outer/site/gone
        py "build('outer/site', 'new'); shows('outer/site', 'new')"
        test -e outer/site/.nojekyll
    """)


def test_a_folder_of_a_lower_layer_is_replaced(mounted: Callable[..., str]) -> None:
    """An image of a container that has an older site in it: overlayfs moves no folder of it."""
    mounted("""
        mkdir disk && mount -t tmpfs disk disk && cd disk && mkdir -p lower/site/a upper work all
        touch lower/site/a/b.html lower/site/a/gone.html lower/site/.nojekyll
        mount -t overlay -o lowerdir=lower,upperdir=upper,workdir=work,userxattr o all || exit 0
        cd ..
        py "build('disk/all/site', 'new'); shows('disk/all/site', 'new')"
        test -e disk/all/site/.nojekyll
    """)


def test_a_full_disk_ends_a_real_build_in_words(
    mounted: Callable[..., str], make_project: MakeProject
) -> None:
    """Whoever was writing: the plugin, MkDocs, the second process."""
    make_project(more="site_url: https://g.example/\n")
    said = mounted(f"""
        mkdir disk && mount -t tmpfs -o size=20m disk disk
        build() {{ "{sys.executable}" -m mkdocs build -q -f project/mkdocs.yml -d ../disk/site; }}
        build && ls -R disk/site > before
        for size in 2500k 3500k 4m; do
            mount -o remount,size=$size disk || continue
            status=0; rm -r project/.cache; build || status=$?
            echo "status $status" >&2
            ls -R disk/site | cmp - before
            test "$(ls -A disk)" = site
        done
        mount -o remount,size=20m disk && build
    """)
    assert "status 1" in said
    assert "No space left on device" in said
    assert "Traceback" not in said
