import pytest
from django.urls import reverse

from indsatser.templatetags.adresse import adresse


@pytest.mark.parametrize(
    ("navn", "noegler"),
    [
        ("indsatser:indsats-detail", [10]),
        ("indsatser:post-update", [207]),
        ("indsatser:post-aar", [30, 2020]),
    ],
)
def test_an_address_is_the_one_that_django_finds(navn, noegler):
    assert adresse(navn, *noegler) == reverse(navn, args=noegler)
