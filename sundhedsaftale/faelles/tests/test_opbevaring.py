import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

from sundhedsaftale.faelles.opbevaring import Lagerfejl, opbevaret


@pytest.fixture
def lager(tmp_path: Path) -> FileSystemStorage:
    return FileSystemStorage(location=tmp_path)


@pytest.fixture
def trang_disk() -> Iterator[None]:
    """The operating system lets no file grow past a kilobyte."""
    foer = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, foer[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, foer)


def filer(lager: FileSystemStorage) -> list[str]:
    return [str(sti) for sti in Path(lager.location).rglob("*") if sti.is_file()]


def test_what_succeeds_keeps_its_file(lager: FileSystemStorage) -> None:
    with opbevaret(lager, "mappe/a.txt", ContentFile(b"indhold")) as navn:
        pass

    assert Path(lager.path(navn)).read_bytes() == b"indhold"


@pytest.mark.parametrize("fejl", [ValueError, KeyboardInterrupt])
def test_what_fails_leaves_no_file(lager: FileSystemStorage, fejl: type[BaseException]) -> None:
    def mislykkes() -> None:
        with opbevaret(lager, "mappe/a.txt", ContentFile(b"indhold")):
            assert len(filer(lager)) == 1
            raise fejl

    with pytest.raises(fejl):
        mislykkes()

    assert filer(lager) == []


def test_a_disk_that_runs_full_half_way_is_told_in_words_and_leaves_no_half_file(
    lager: FileSystemStorage, trang_disk: None
) -> None:
    with pytest.raises(Lagerfejl, match="disken er fuld"), opbevaret(lager, "a.txt", ContentFile(b"x" * 5000)):
        pass

    assert filer(lager) == []


def test_a_folder_that_cannot_be_made_is_told_in_words(lager: FileSystemStorage) -> None:
    Path(lager.path("mappe")).write_text("i vejen")

    with pytest.raises(Lagerfejl), opbevaret(lager, "mappe/a.txt", ContentFile(b"indhold")):
        pass
