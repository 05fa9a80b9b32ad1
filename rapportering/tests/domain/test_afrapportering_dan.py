"""Making a report, with the real process that prints."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from rapportering.domain.afrapportering_dan import dan_afrapportering
from rapportering.domain.pdfproces import Pdf, PdfError, dan_pdf
from rapportering.domain.tryk import FEJL_ANDEN, FEJL_DISK, LejeTabtError, dan_tryk, gem_fil
from rapportering.models import Afrapportering
from rapportering.tests.eksempelsnapshot import kapitel, snapshot
from rapportering.tests.factories import AfrapporteringFactory

pytestmark = pytest.mark.django_db

Tilstand = Afrapportering.Tilstand


def lille(**felter):
    """A snapshot with one short chapter, quick to print."""
    return snapshot(kapitler=[kapitel("Følgegruppen for prøver")], mangler=[], **felter)


def filer(rapport):
    mappe = f"afrapporteringer/{rapport.uuid}"
    return default_storage.listdir(mappe)[1] if default_storage.exists(mappe) else []


def boern():
    """The child processes of this one."""
    opgaver = Path("/proc/self/task").iterdir()
    return {int(pid) for opgave in opgaver for pid in (opgave / "children").read_text().split()}


def test_dan_afrapportering_ends_as_one_file_and_keeps_its_html():
    rapport = AfrapporteringFactory(snapshot=lille())

    assert dan_afrapportering(rapport.pk)

    rapport.refresh_from_db()
    assert (rapport.tilstand, rapport.fremdrift, rapport.forsoeg) == (Tilstand.FAERDIG, 100, 1)
    assert "Følgegruppen for prøver" in rapport.html
    assert filer(rapport) == [Path(rapport.pdf.name).name]
    assert rapport.pdf.read(5) == b"%PDF-"
    assert rapport.sider == 6


def test_dan_afrapportering_again_does_nothing():
    rapport = AfrapporteringFactory(faerdig=True)

    assert not dan_afrapportering(rapport.pk)

    rapport.refresh_from_db()
    assert rapport.forsoeg == 0


def test_report_whose_worker_died_is_taken_over_and_ends_as_one_file():
    rapport = AfrapporteringFactory(
        snapshot=lille(),
        tilstand=Tilstand.I_GANG,
        forsoeg=1,
        lease_token="den-doede",
        lease_til=timezone.now() - timedelta(seconds=1),
    )
    default_storage.save(f"afrapporteringer/{rapport.uuid}/den-doede.pdf", ContentFile(b"halv fil"))

    assert dan_afrapportering(rapport.pk)

    rapport.refresh_from_db()
    assert (rapport.tilstand, rapport.forsoeg) == (Tilstand.FAERDIG, 2)
    assert filer(rapport) == [Path(rapport.pdf.name).name]


def test_report_that_another_holds_is_left_alone():
    rapport = AfrapporteringFactory(
        tilstand=Tilstand.I_GANG, forsoeg=1, lease_token="en-anden", lease_til=timezone.now() + timedelta(seconds=20)
    )

    assert not dan_afrapportering(rapport.pk)


def test_poisoned_chapter_prints_missing_with_its_owner_and_the_rest_is_produced():
    giftigt = kapitel("Følgegruppen for gift")
    del giftigt["matrix"]
    rapport = AfrapporteringFactory(snapshot=snapshot(kapitler=[kapitel("Følgegruppen for ro"), giftigt]))

    assert dan_afrapportering(rapport.pk)

    rapport.refresh_from_db()
    assert "Følgegruppen for ro har ingen målsætninger" in rapport.html
    assert "Ansvarlig: Sekretariatet for Følgegruppen for gift." in rapport.html
    assert "Kapitlet Følgegruppen for gift" in rapport.html


def test_failure_is_a_sentence_on_the_row_and_is_raised_again():
    rapport = AfrapporteringFactory(snapshot={"kapitler": [], "mangler": []})

    with pytest.raises(KeyError):
        dan_afrapportering(rapport.pk)

    rapport.refresh_from_db()
    assert (rapport.tilstand, rapport.fejltekst) == (Tilstand.FEJLET, FEJL_ANDEN)


def test_full_disk_is_told_as_such(settings, tmp_path):
    spaerret = tmp_path / "fil"
    spaerret.write_text("ikke en mappe")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(spaerret)},
        },
    }
    rapport = AfrapporteringFactory(snapshot=lille())

    with pytest.raises(OSError, match="fil"):
        dan_afrapportering(rapport.pk)

    rapport.refresh_from_db()
    assert (rapport.tilstand, rapport.fejltekst) == (Tilstand.FEJLET, FEJL_DISK)


def test_report_past_its_deadline_stops_and_leaves_no_file():
    rapport = AfrapporteringFactory(snapshot=lille())

    def print_past_the_deadline(tryk, arbejde):
        Afrapportering.objects.filter(pk=tryk.pk).update(frist=timezone.now())
        return dan_pdf("<html lang=da><title>t</title><p>Tekst</p>", lambda: None)

    assert not dan_tryk(Afrapportering, rapport.pk, print_past_the_deadline)

    rapport.refresh_from_db()
    assert (rapport.tilstand, filer(rapport)) == (Tilstand.I_GANG, [])


def test_worker_that_was_thought_dead_deletes_its_own_file_and_keeps_the_winners():
    rapport = AfrapporteringFactory(snapshot=lille())
    token = Afrapportering.objects.tag(rapport.pk)
    gem_fil(rapport, token, Pdf(b"vinderen", 1))

    with pytest.raises(LejeTabtError):
        gem_fil(rapport, "den-langsomme", Pdf(b"taberen", 1))

    rapport.refresh_from_db()
    assert filer(rapport) == [f"{token}.pdf"]
    assert rapport.pdf.read() == b"vinderen"


def test_lost_lease_kills_the_process_that_prints():
    foer = boern()

    def tabt():
        raise LejeTabtError

    with pytest.raises(LejeTabtError):
        dan_pdf("<html lang=da><title>t</title>" + "<p>Tekst</p>" * 20_000, tabt)

    assert boern() == foer


def test_process_that_fails_is_an_error_here():
    with pytest.raises(PdfError):
        dan_pdf('<html lang="da"><title>t</title><img alt="hemmelig" src="file:///etc/hostname">', lambda: None)


def test_process_has_its_memory_and_time_bounded():
    foer, graenser = boern(), []

    def se_efter():
        graenser.extend(Path(f"/proc/{pid}/limits").read_text() for pid in boern() - foer)
        raise LejeTabtError

    with pytest.raises(LejeTabtError):
        dan_pdf('<html lang="da"><title>t</title><h1>t</h1>' + "<p>Tekst" * 20_000, se_efter)

    assert re.search(rf"Max address space +{2 * 1024**3} ", graenser[0])
    assert re.search(r"Max cpu time +300 ", graenser[0])
