"""What the public has on paper of a meeting holds nothing of its closed items, in text, metadata or the bytes."""

from io import BytesIO

import pypdf
import pytest

from rapportering.tests.moedescene import LUKKEDE_ORD

pytestmark = pytest.mark.django_db

KANARIE = "kanarielukket"
OFFENTLIGE = ["offentligt referat", "offentlig dagsorden", "offentlig pakke"]


def alt_i(raa: bytes) -> str:
    """Text, title and all that is said about the file, bookmarks, links, tags and every stream, unpacked."""
    laeser = pypdf.PdfReader(BytesIO(raa))
    dele = [side.extract_text() for side in laeser.pages]
    dele += [str(laeser.metadata), str(laeser.outline), str(laeser.named_destinations)]
    for nummer in range(1, len(laeser.xref[0]) + len(laeser.xref_objStm) + 2):
        objekt = laeser.get_object(nummer)
        dele.append(str(objekt))
        if isinstance(objekt, pypdf.generic.StreamObject):
            dele.append(objekt.get_data().decode("latin-1"))
    return "".join("".join(dele).split())


@pytest.mark.parametrize("navn", OFFENTLIGE)
def test_public_file_holds_no_word_of_a_closed_item_or_paper(moedetryk, navn):
    trykt = moedetryk[navn]

    assert KANARIE not in str(trykt.data)
    assert KANARIE not in trykt.html
    assert KANARIE not in alt_i(trykt.raa)


@pytest.mark.parametrize("navn", OFFENTLIGE)
def test_public_file_says_that_there_is_a_closed_item_in_its_public_words(moedetryk, navn):
    assert "5SagompersonaleLukketpunkt" in "".join("".join(moedetryk[navn].sider).split())


def test_members_file_holds_every_closed_word_so_that_the_search_above_proves_something(moedetryk):
    fundet = alt_i(moedetryk["referat"].raa) + alt_i(moedetryk["pakke"].raa)

    for ord_ in [*LUKKEDE_ORD.values(), "kanarielukketindstiller", "kanarielukketfra", "kanarielukketbilagstekst"]:
        assert ord_ in fundet
    assert "kanarielukketpapirtekst" in fundet


def test_members_file_says_on_every_page_of_its_own_that_it_is_not_for_publication(moedetryk):
    sider = moedetryk["referat"].sider

    assert ["Medlemmernes udgave: ikke til offentliggørelse" in side for side in sider] == [True] * len(sider)
