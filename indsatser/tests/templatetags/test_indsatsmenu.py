"""The menu shows each reader the rooms that they may enter."""

import pytest
from django.urls import reverse

from organisering.tests.factories import (
    AftaleFactory,
    BrugerFactory,
    MedlemskabFactory,
    OrganFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


def rum(client, aftale, bruger=None):
    if bruger is not None:
        client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    side = client.get(reverse("indsatser:portefoeljeversion-list", args=[aftale.slug])).content.decode()
    return [
        reverse(f"indsatser:{navn}", args=[aftale.slug]) in side
        for navn in ("maaltal-list", "aarsrevision-list", "regneark")
    ]


def test_a_member_finds_the_yearly_walk_and_the_secretariat_its_tools(client):
    aftale = AftaleFactory()
    medlem = BrugerFactory()
    MedlemskabFactory(person=medlem.person, organ=OrganFactory(region=aftale.region))

    vist = [rum(client, aftale), rum(client, aftale, medlem), rum(client, aftale, sekretariatsbruger(aftale.region))]

    assert vist == [[True, False, False], [True, True, False], [True, True, True]]
